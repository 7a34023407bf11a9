// What the surround of a picture and the manifest of a file say of the view, from the state.
import { version } from "../../../package.json";
import { PAGE_METHOD } from "../../../src/export/method.ts";
import { decisions } from "../corrections/store.ts";
import { otherEnd, TYPES } from "../model.ts";
import { corpusLine } from "../panels/corpus-line.ts";
import { ledgerParts, selectedName } from "../panels/ledger-sentence.ts";
import { filterReasons, spanWords } from "../reasons.ts";
import { bylines, filters, model, picture, selection, t, typed } from "../state.ts";
import type { Surround } from "./drawing.ts";
import { type Facts, inForce, totalsOf } from "./files.ts";
import type { Extent } from "./rows.ts";

const corpus = (): string => corpusLine().join(t.value.comma);

const periodWords = (): string => {
  const { from, to } = filters.value;
  const { dates } = model.value!.project;
  return from || to ? spanWords(t.value, from, to) : dates ? t.value.dates(...dates) : t.value.dateUnknown;
};

/** What is looked at in a word: the selection's name, or the whole map. */
export const viewName = (): string => selectedName().trim() || t.value.take.wholeMap;

/** Called when there is a picture. */
export function surround(): Surround {
  const s = t.value;
  const m = model.value!;
  const shown = picture.value!.nodes;
  const types = new Set(shown.map((node) => m.nodes[node]!.type));
  const stories = shown.map((node) => m.nodes[node]!.stories).sort((a, b) => a - b);
  const samples = [...new Set([stories[0] ?? 1, stories[stories.length - 1] ?? 1])];
  const [least, most] = [samples[0]!, samples[samples.length - 1]!];
  // Halfway by area.
  if (most - least > 3) samples.splice(1, 0, Math.round((least + most) / 2));
  return {
    title: s.take.titleOf(viewName()),
    notes: [s.take.period(periodWords()), ledgerParts().join(""), s.take.source(corpus())],
    legend: TYPES.filter((type) => types.has(type)).map((type) => ({ type, name: s.types[type] })),
    scale: samples.map((count) => ({ stories: count, name: s.stories(count) })),
    scaleNote: s.take.scaleNote,
    most: m.nodes.reduce((top, node) => Math.max(top, node.stories), 1),
  };
}

/** What the manifest says of the project and of what is looked at. */
export function factsOf(extent: Extent): Facts {
  const m = model.value!;
  const { from, to, papers } = filters.value;
  const { dates, corrections } = m.project;
  const known = m.project.papers.flatMap(({ paper }) => (paper === null ? [] : [paper]));
  const layer = bylines.value ? "all" : "content";
  const own = decisions.value.map(({ line }) => line);
  return {
    version,
    layer,
    filter: typed.value?.text ?? null,
    corrections: inForce(corrections, own),
    totals: totalsOf(m.project, layer),
    method: [
      ...(m.scope ? [PAGE_METHOD.part] : []),
      ...(layer === "all" ? [PAGE_METHOD.layers] : []),
      ...(own.length > 0 ? [PAGE_METHOD.corrections] : []),
    ],
    view: {
      view: location.href,
      extent,
      filters: filterReasons().map(({ text }) => text),
      period: from || to ? [from ?? dates?.[0] ?? "", to ?? dates?.[1] ?? ""] : dates,
      papers: papers.length > 0 ? papers : known,
      corpus: corpus(),
      counted: m.counted,
    },
  };
}

/** The articles behind the open tie, ascending; none where no tie is open. */
export function tieArticles(): number[] {
  const m = model.value!;
  const current = selection.value;
  if (current.kind !== "tie") return [];
  const [a, b] = [m.indexById.get(current.a) ?? -1, m.indexById.get(current.b) ?? -1];
  const { edgeTexts, textOf } = m.incidence();
  const texts = new Set<number>();
  for (const edge of m.edgesOf(a)) {
    const tie = m.edges[edge]!;
    if (otherEnd(tie, a) !== b || (!bylines.value && tie.layer !== "content")) continue;
    for (let at = edgeTexts.start[edge]!; at < edgeTexts.start[edge + 1]!; at++) texts.add(edgeTexts.items[at]!);
  }
  const names = [a, b].map((node) => new Set(Object.values(m.nodes[node]?.in ?? {}).flat()));
  return m.articles.flatMap((_, i) => (texts.has(textOf[i]!) && names.some((set) => set.has(i)) ? [i] : []));
}
