// What the reader did, and the small actions that change it. The data never changes; the look follows from both.

import { batch, computed, effect, signal } from "@preact/signals";
import type { Filter, FilterError } from "../../src/filter/index.ts";
import {
  type Camera,
  type Filters,
  formatPlace,
  type Names,
  NO_FILTERS,
  NOWHERE,
  type Place,
  parsePlace,
  type Selection,
  sameSelection,
} from "./address.ts";
import { answer as answerTo } from "./asks/answer.ts";
import { correct } from "./corrections/correct.ts";
import { gatherFacts } from "./corrections/facts.ts";
import { choices, restore } from "./corrections/store.ts";
import {
  DataError,
  type EntityType,
  loadArticle,
  loadEntity,
  loadSite,
  type SiteArticle,
  type SiteEntity,
} from "./data.ts";
import { type Choice, chooseDrawn, type Part, zoomInto } from "./drawn.ts";
import { matchFilter } from "./filter-text.ts";
import { ghostsOf } from "./ghosts.ts";
import { type Lang, strings } from "./i18n.ts";
import { articlesOf, buildModel, type Model, movePlaces } from "./model.ts";
import { EVERYTHING } from "./recount.ts";
import { type Counted, createRecounter } from "./recounter.ts";
import { type Hover, pictureOf, withHover } from "./reducers.ts";
import { buildSearch } from "./search.ts";
import { IDLE_PACE, inSlices, PAGE_PACE } from "./work.ts";

export type Loading =
  | { readonly kind: "loading" }
  | { readonly kind: "ready" }
  | { readonly kind: "error"; readonly error: DataError };

const start = parsePlace(location.hash);

export const loading = signal<Loading>({ kind: "loading" });
/** Places that the reader asked for; null: those of the data. The only thing that moves names. */
export const arranged = signal<ReadonlyMap<number, { readonly x: number; readonly y: number }> | null>(null);
export const arranging = signal(false);
/** The project as it was built. */
const built = signal<Model | null>(null);
const corrected = computed(() => (built.value ? correct(built.value, choices.value) : null));
const decided = computed<Model | null>(() => {
  const left = corrected.value?.model ?? null;
  return left && arranged.value ? movePlaces(left, arranged.value) : left;
});
/** Decisions that found nothing to act on. */
export const idleDecisions = computed<readonly number[]>(() => corrected.value?.idle ?? []);

/** What the build calls a name, whatever decisions call it now: its rules know no other. */
export const builtIdOf = (node: number): string | undefined => built.value?.nodes[node]?.id;

/** What every part is counted from is worked out while nothing else is to be done, so that the first one comes soon. */
const QUIET = 1500;
effect(() => {
  const project = decided.value;
  if (!project) return;
  const timer = setTimeout(
    () => void inSlices(project.incidence.steps(), IDLE_PACE, () => decided.peek() === project),
    QUIET,
  );
  return () => clearTimeout(timer);
});

export const selection = signal<Selection>(start.selection);
/** Id of the open article. */
export const reading = signal<string | null>(start.article);
/** The sentence that it is read for; null: from its beginning. */
export const readingAt = signal<number | null>(null);
export const hover = signal<Hover>(null);
export const filters = signal<Filters>(start.filters);
export const allTies = signal(start.allTies);
/** Whether what a window leaves out stays on the map as hollow marks. */
export const ghostly = signal(start.ghosts);
export const names = signal<Names>(start.names);
/** Where the reader has moved the camera to; null: wherever the selection takes it. */
export const camera = signal<Camera | null>(start.camera);
/** What the camera rests on; null: the whole map. */
export const part = signal<Part | null>(null);
export const helpOpen = signal(false);
export const tableOpen = signal(start.table);
export const timeOpen = signal(start.time);
export const ledgerOpen = signal(false);
export const searchOpen = signal(false);
/** What stands in the search box. */
export const searchText = signal("");
export const sheetFull = signal(false);
/** What was just done, and the line of the decision that takes it back. */
export const toast = signal<{ readonly text: string; readonly undo: string | null } | null>(null);
/** What a screen reader is told next. */
export const announcement = signal("");

const systemDark = matchMedia("(prefers-color-scheme: dark)");
const systemTheme = signal<"light" | "dark">(systemDark.matches ? "dark" : "light");
systemDark.addEventListener("change", (event) => {
  systemTheme.value = event.matches ? "dark" : "light";
});
const chosenTheme = signal(start.theme);
export const theme = computed(() => chosenTheme.value ?? systemTheme.value);

// The newspapers are Chinese, and whoever can read their names can read the page: Chinese unless asked otherwise.
const USUAL_LANG: Lang = "zh";
const chosenLang = signal<Lang | null>(start.lang);
export const lang = computed<Lang>(() => chosenLang.value ?? USUAL_LANG);
export const t = computed(() => strings(lang.value));

// One by one, so that a change of one recounts nothing that rests on another.
const hidden = computed(() => filters.value.without.join());
const least = computed(() => filters.value.least);
const known = computed(() => filters.value.known);
const sure = computed(() => filters.value.sure);
export const without = computed<ReadonlySet<EntityType>>(
  () => new Set(hidden.value.split(",").filter(Boolean) as EntityType[]),
);
export const bylines = computed(() => filters.value.bylines);
// Compared as text, so that a change of another filter counts nothing anew.
const scopeKey = computed(() => {
  const { from, to, papers } = filters.value;
  return JSON.stringify({ from, to, papers: [...papers].sort() });
});
const recounts = signal(0);
const recounter = createRecounter(PAGE_PACE, () => {
  recounts.value++;
});
let before: Counted | null = null;
const counted = computed(() => {
  recounts.value;
  const now = decided.value && recounter.ask(decided.value, JSON.parse(scopeKey.value));
  // While a part is counted, the one before stands, and the project as it was then.
  before = now ?? before;
  return { now: before, isCurrent: now !== null };
});
/** The whole project as the reader's decisions leave it, whatever part of it is looked at. */
export const whole = computed<Model | null>(() => counted.value.now?.whole ?? null);
/** The project as it is counted in the papers and days that are looked at. */
export const model = computed<Model | null>(() => counted.value.now?.model ?? null);
/** Whether another part is being counted than the one that stands. */
export const counting = computed(() => decided.value !== null && !counted.value.isCurrent);

/** The filter that is typed, read; null while there is none, while its language is still to come, and where it is wrong. */
export const typed = signal<Filter | null>(null);
/** What is wrong with it. */
export const fault = signal<FilterError | null>(null);
const asked = computed(() => filters.value.query);
effect(() => {
  const query = asked.value;
  if (query === "") {
    typed.value = null;
    fault.value = null;
    return;
  }
  void import("../../src/filter/index.ts").then(({ FilterError, parseFilter }) => {
    if (filters.peek().query !== query) return;
    try {
      const filter = parseFilter(query);
      batch(() => {
        typed.value = filter;
        fault.value = null;
      });
    } catch (error) {
      if (!(error instanceof FilterError)) throw error;
      batch(() => {
        typed.value = null;
        fault.value = error;
      });
    }
  });
});
const matched = computed(() =>
  model.value && typed.value ? matchFilter(model.value, typed.value, bylines.value) : null,
);

export const choice = computed<Choice>(() => ({
  without: without.value,
  bylines: bylines.value,
  names: names.value,
  allTies: allTies.value,
  least: least.value,
  known: known.value,
  sure: sure.value,
  match: matched.value?.names ?? null,
  matchTies: matched.value?.ties ?? null,
}));
// One step builds on the other, so that a moving pointer asks for the last alone.
const chosen = computed(() => (model.value ? chooseDrawn(model.value, choice.value) : null));
/** What is drawn while nothing is selected. */
export const drawn = computed(() =>
  model.value && chosen.value ? zoomInto(model.value, choice.value, chosen.value, part.value) : null,
);
// As text again: a brush that moves must not choose anew what would be drawn without it.
const restKey = computed(() => {
  const { without, bylines, least, known, sure } = filters.value;
  return JSON.stringify({ without, bylines, least, known, sure, names: names.value, allTies: allTies.value });
});
/** What the filters choose where everything is counted: a part has ties of its own. */
const choiceOfWhole = computed<Choice>(() => {
  const { without, ...rest } = JSON.parse(restKey.value);
  const match = typed.value ? matchFilter(whole.value!, typed.value, rest.bylines) : null;
  return { ...rest, without: new Set(without), match: match?.names ?? null, matchTies: match?.ties ?? null };
});
/** What the open question is answered with. */
export const answer = computed(() =>
  model.value && whole.value
    ? answerTo(
        model.value,
        whole.value,
        selection.value.kind === "compare" ? choiceOfWhole.value : choice.value,
        model.value.scope ?? EVERYTHING,
        selection.value,
      )
    : null,
);
export const picture = computed(() =>
  model.value && drawn.value ? pictureOf(model.value, drawn.value, choice.value, selection.value, answer.value) : null,
);
/** What would be drawn if everything were counted. */
const drawnOfWhole = computed(() => chooseDrawn(whole.value!, choiceOfWhole.value));
/** What the window leaves out; null where there is none, and beside a comparison, which marks what is gone itself. */
export const ghosts = computed(() => {
  const now = model.value;
  if (!now?.scope || !ghostly.value || !whole.value || !picture.value || selection.value.kind === "compare")
    return null;
  return ghostsOf(whole.value, drawnOfWhole.value, now, picture.value, bylines.value);
});
export const view = computed(() =>
  model.value && picture.value ? withHover(model.value, picture.value, hover.value) : null,
);
export const searchIndex = computed(() => (whole.value ? buildSearch(whole.value.nodes, whole.value.rank) : null));

/** Where Esc leads from here. */
const trail: { selection: Selection; reading: string | null }[] = [];

function remember(): void {
  trail.push({ selection: selection.value, reading: reading.value });
  if (trail.length > 50) trail.shift();
}

export function select(next: Selection): void {
  if (sameSelection(next, selection.value) && reading.value === null) return;
  remember();
  batch(() => {
    selection.value = next;
    reading.value = null;
    hover.value = null;
    camera.value = null;
    searchOpen.value = false;
    ledgerOpen.value = false;
  });
}

export const selectNode = (id: string): void => select({ kind: "node", id });
/** Opens the search with something begun: "A → " waits for the other end. */
export function ask(begun: string): void {
  batch(() => {
    searchText.value = begun;
    searchOpen.value = true;
  });
}

export const selectTie = (a: string, b: string): void => select({ kind: "tie", a, b });

export function read(article: string, sentence: number | null = null): void {
  remember();
  batch(() => {
    reading.value = article;
    readingAt.value = sentence;
  });
}

export function closePanel(): void {
  trail.length = 0;
  batch(() => {
    reading.value = null;
    selection.value = NOWHERE;
    hover.value = null;
    camera.value = null;
  });
}

/** One step back: what lies on top goes first, then the panel's own history, then the panel. True if anything changed. */
export function stepBack(): boolean {
  for (const top of [helpOpen, ledgerOpen, searchOpen, tableOpen]) {
    if (top.value) {
      top.value = false;
      return true;
    }
  }
  if (selection.value.kind === "none" && reading.value === null) return false;
  const last = trail.pop();
  batch(() => {
    hover.value = null;
    camera.value = null;
    reading.value = last?.reading ?? null;
    selection.value = last?.selection ?? NOWHERE;
  });
  return true;
}

export function filter(change: Partial<Filters>): void {
  filters.value = { ...filters.value, ...change };
}

export function toggleType(type: EntityType): void {
  const next = new Set(without.value);
  if (!next.delete(type)) next.add(type);
  filter({ without: [...next].sort() });
}

export const toggleBylines = (): void => filter({ bylines: !bylines.value });

export function clearFilters(): void {
  filters.value = { ...NO_FILTERS, bylines: bylines.value };
}

export function toggleTheme(): void {
  const next = theme.value === "dark" ? "light" : "dark";
  chosenTheme.value = next === systemTheme.value ? null : next;
}

export function toggleLang(): void {
  const next = lang.value === "zh" ? "en" : "zh";
  chosenLang.value = next === USUAL_LANG ? null : next;
}

export async function load(): Promise<void> {
  loading.value = { kind: "loading" };
  try {
    const [site] = await Promise.all([loadSite(), restore()]);
    batch(() => {
      built.value = buildModel(site);
      loading.value = { kind: "ready" };
    });
  } catch (error) {
    loading.value = {
      kind: "error",
      error: error instanceof DataError ? error : new DataError("broken", "data/", String(error)),
    };
  }
}

/** An article with the names that decisions have given to its mentions; hidden ones are no mentions. */
export async function loadNamed(n: number, id: string): Promise<SiteArticle> {
  const article = await loadArticle(n, id);
  const { model: now, identify } = corrected.value!;
  if (choices.value.length === 0) return article;
  const mentions = article.mentions.flatMap((mention) => {
    const at = identify(mention.entity, n);
    if (at === undefined) return [mention];
    const node = now.nodes[at];
    return node ? [{ ...mention, node: at, entity: node.id, type: node.type, name: node.name }] : [];
  });
  return { ...article, mentions };
}

/** What is stated of a name, and why its forms are one: of all that decisions have made into it. */
export async function loadFacts(id: string): Promise<SiteEntity> {
  const { model: now, identify } = corrected.value!;
  const at = now.indexById.get(id)!;
  const { nodes } = built.value!;
  if (choices.value.length === 0) return loadEntity(at, nodes[at]!.id);
  // Decisions lead nobody to a number but who is named in its articles.
  const articles = articlesOf(now.nodes[at]!, true);
  const origins = nodes.flatMap(({ id: origin }, i) => (articles.some((n) => identify(origin, n) === at) ? [i] : []));
  const files = await Promise.all(origins.map((i) => loadEntity(i, nodes[i]!.id)));
  return gatherFacts(now.nodes, at, files, identify);
}

/** Lays out anew what is drawn now. */
export async function rearrangeDrawn(): Promise<void> {
  const now = model.value;
  const shown = picture.value;
  if (!now || !shown || arranging.value) return;
  arranging.value = true;
  try {
    const { rearrange } = await import("./arrange/index.ts");
    const places = await rearrange(now, shown.nodes, shown.edges);
    arranged.value = new Map([...(arranged.value ?? []), ...places]);
  } finally {
    arranging.value = false;
  }
}

export const place = computed<Place>(() => ({
  selection: selection.value,
  article: reading.value,
  lang: chosenLang.value,
  theme: chosenTheme.value,
  names: names.value,
  allTies: allTies.value,
  ghosts: ghostly.value,
  filters: filters.value,
  time: timeOpen.value,
  table: tableOpen.value,
  camera: camera.value,
}));

function goTo(next: Place): void {
  trail.length = 0;
  batch(() => {
    selection.value = next.selection;
    reading.value = next.article;
    chosenLang.value = next.lang;
    chosenTheme.value = next.theme;
    names.value = next.names;
    allTies.value = next.allTies;
    ghostly.value = next.ghosts;
    filters.value = next.filters;
    timeOpen.value = next.time;
    tableOpen.value = next.table;
    camera.value = next.camera;
    hover.value = null;
  });
}

/** Ties state and address: a new selection is a step that the back button undoes, a setting is not. */
export function followAddress(): () => void {
  let shown = formatPlace(place.value);
  const stop = effect(() => {
    const next = formatPlace(place.value);
    if (next === shown) return;
    const step = next.split("?")[0] !== shown.split("?")[0];
    shown = next;
    if (step) history.pushState(null, "", next);
    else history.replaceState(null, "", next);
  });
  const onPop = (): void => {
    const next = parsePlace(location.hash);
    shown = formatPlace(next);
    goTo(next);
  };
  addEventListener("popstate", onPop);
  return () => {
    stop();
    removeEventListener("popstate", onPop);
  };
}
