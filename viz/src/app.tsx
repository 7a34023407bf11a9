import { effect } from "@preact/signals";
import { useCallback, useEffect, useRef } from "preact/hooks";
import { witnesses } from "./evidence.ts";
import type { WenmaiMap } from "./map/map.ts";
import { articlesOf, edgesBetween, otherEnd } from "./model.ts";
import { later } from "./panels/later.tsx";
import { Ledger } from "./panels/ledger.tsx";
import { MapView } from "./panels/map-view.tsx";
import { Masthead } from "./panels/masthead.tsx";
import { NodePanel } from "./panels/node-panel.tsx";
import { Help, Plates } from "./panels/plates.tsx";
import { Sections } from "./panels/sections.tsx";
import { TiePanel } from "./panels/tie-panel.tsx";
import { Toast } from "./panels/toast.tsx";
import {
  announcement,
  answer,
  ask,
  camera,
  helpOpen,
  hover,
  loading,
  model,
  read,
  reading,
  searchOpen,
  select,
  selection,
  selectTie,
  stepBack,
  t,
  tableOpen,
  timeOpen,
} from "./state.ts";
import { takeOpen, theMap } from "./takeaway/state.ts";

// As wide as what is to come, so that the map already makes room for it.
const waiting = (kind: string) => () => (
  <aside class={`panel ${kind}`} aria-busy="true">
    <p class="note lost">{t.value.loading}</p>
  </aside>
);
const ArticlePanel = later(async () => (await import("./panels/article-panel.tsx")).ArticlePanel, waiting("spread"));
const CommunitiesPanel = later(
  async () => (await import("./panels/community-panel.tsx")).CommunitiesPanel,
  waiting("list"),
);
const CommunityPanel = later(
  async () => (await import("./panels/community-panel.tsx")).CommunityPanel,
  waiting("list"),
);
const PathPanel = later(async () => (await import("./panels/path-panel.tsx")).PathPanel, waiting("drawer"));
const CommonPanel = later(async () => (await import("./panels/common-panel.tsx")).CommonPanel, waiting("drawer"));
const ComparePanel = later(async () => (await import("./panels/compare-panel.tsx")).ComparePanel, waiting("drawer"));
const CorrectionsPanel = later(
  async () => (await import("./panels/corrections-panel.tsx")).CorrectionsPanel,
  waiting("list"),
);
const FiltersPanel = later(async () => (await import("./panels/filters-panel.tsx")).FiltersPanel, waiting("list"));
const Table = later(
  async () => (await import("./panels/table.tsx")).Table,
  () => null,
);
const TimeStrip = later(
  async () => (await import("./panels/time-strip.tsx")).TimeStrip,
  () => null,
);
const TakeDialog = later(
  async () => (await import("./takeaway/take-dialog.tsx")).TakeDialog,
  () => null,
);

export function App() {
  const map = useRef<WenmaiMap | null>(null);
  const onMap = useCallback((next: WenmaiMap | null) => {
    map.current = next;
    theMap.value = next;
    // For tests and for whoever looks behind the page: where names stand, and where a node is.
    Object.assign(window, {
      __wenmai: next && {
        labels: next.labels,
        regions: next.regions,
        drawn: next.drawn,
        capture: next.capture,
        frameTime: next.frameTime,
        labelTime: next.labelTime,
        clock: next.clock,
        position: next.position,
        model: model.peek(),
      },
    });
  }, []);
  const zoom = useCallback((factor: number) => map.current?.zoom(factor), []);
  const fit = useCallback(() => {
    camera.value = null;
    map.current?.fit();
  }, []);
  useEffect(() => listen(zoom, fit), [zoom, fit]);
  useEffect(
    () =>
      effect(() => {
        announcement.value = announce();
      }),
    [],
  );
  const open = selection.value.kind !== "none" || reading.value !== null;
  return (
    <div
      class={`app at-${reading.value !== null ? "article" : selection.value.kind}${open ? " panel-open" : ""}${timeOpen.value ? " time-open" : ""}`}
    >
      <button type="button" class="skip" onClick={() => document.querySelector<HTMLElement>(".map")?.focus()}>
        {t.value.skip}
      </button>
      <Masthead />
      <Sections />
      <main class="stage">
        <MapView onMap={onMap} />
        {tableOpen.value && <Table />}
        <Plates />
      </main>
      <OpenPanel />
      {timeOpen.value && model.value && <TimeStrip />}
      <Ledger camera={{ zoom, fit }} />
      <Help />
      <Toast />
      {takeOpen.value && model.value && <TakeDialog />}
      <p class="sr" aria-live="polite">
        {announcement.value}
      </p>
    </div>
  );
}

function OpenPanel() {
  if (!model.value) return null;
  if (reading.value !== null) return <ArticlePanel id={reading.value} />;
  const current = selection.value;
  if (current.kind === "node") return <NodePanel id={current.id} />;
  if (current.kind === "tie") return <TiePanel a={current.a} b={current.b} />;
  if (current.kind === "path") return <PathPanel of={current} />;
  if (current.kind === "common") return <CommonPanel ids={current.ids} />;
  if (current.kind === "compare") return <ComparePanel of={current} />;
  if (current.kind === "corrections") return <CorrectionsPanel />;
  if (current.kind === "filters") return <FiltersPanel />;
  if (current.kind === "communities") return <CommunitiesPanel />;
  if (current.kind === "community") return <CommunityPanel index={current.index} />;
  return null;
}

function announce(): string {
  const m = model.value;
  const s = t.value;
  const current = selection.value;
  if (!m || loading.value.kind !== "ready") return "";
  if (current.kind === "node") {
    const index = m.indexById.get(current.id);
    const node = index === undefined ? undefined : m.nodes[index];
    return node ? s.sayNode(node.name, s.type[node.type], node.stories, m.edgesOf(index!).length) : s.gone(current.id);
  }
  if (current.kind === "tie") {
    const [a, b] = [m.indexById.get(current.a), m.indexById.get(current.b)];
    const edge = a === undefined || b === undefined ? undefined : edgesBetween(m, a, b)[0];
    return edge ? s.sayTie(m.nodes[a!]!.name, m.nodes[b!]!.name, edge.articles, edge.stories, edge.papers) : "";
  }
  const given = answer.value;
  if (current.kind === "path" && given?.kind === "path") {
    const path = given.paths[given.shown];
    return path ? path.nodes.map((node) => m.nodes[node]!.name).join(" → ") : s.asks.none;
  }
  if (given?.kind === "common") return s.asks.shared(given.common.shared.length);
  return "";
}

function selectedNode() {
  const m = model.peek();
  const current = selection.peek();
  return current.kind === "node" ? m?.nodes[m.indexById.get(current.id) ?? -1] : undefined;
}

/** The tie between the open name and the one that is pointed at or walked to; else its strongest. */
function openTie(): void {
  const m = model.peek();
  const node = selectedNode();
  if (!m || !node) return;
  const at = m.indexById.get(node.id)!;
  const pointed = hover.peek();
  const strongest = m.edges[m.edgesOf(at)[0] ?? -1];
  const other = pointed?.kind === "node" ? pointed.node : strongest && otherEnd(strongest, at);
  if (other !== undefined && edgesBetween(m, at, other).length > 0) selectTie(node.id, m.nodes[other]!.id);
}

/** The first article of the open name or tie. */
function readFirst(): void {
  const m = model.peek();
  const current = selection.peek();
  if (!m) return;
  const node = selectedNode();
  const ends = current.kind === "tie" ? [current.a, current.b].map((id) => m.nodes[m.indexById.get(id) ?? -1]) : [];
  const [a, b] = ends;
  const at = node ? articlesOf(node, true)[0] : a && b ? witnesses(m, a, b, true)[0]?.articles[0] : undefined;
  if (at !== undefined) read(m.articles[at]!.article);
}

/** Keys that hold everywhere but in a text field; Esc holds there too. */
function listen(zoom: (factor: number) => void, fit: () => void): () => void {
  const opener = { element: null as Element | null };
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape") {
      if (stepBack()) event.preventDefault();
      if (selection.peek().kind === "none" && opener.element instanceof HTMLElement && opener.element.isConnected) {
        // Back in the search box the next key would be text: whoever came from there goes on from the map.
        const from = opener.element.closest(".find") ? document.querySelector<HTMLElement>(".map") : opener.element;
        from?.focus();
      }
      return;
    }
    if ((event.target as Element).matches("input:not([type=radio], [type=checkbox]), textarea, select")) return;
    const acts: Record<string, () => void> = {
      "/": () => {
        searchOpen.value = true;
        // At once, or the first letters typed would still belong to the page.
        document.querySelector<HTMLInputElement>(".find input")?.focus();
      },
      "+": () => zoom(1 / 1.5),
      "=": () => zoom(1 / 1.5),
      "-": () => zoom(1.5),
      "0": fit,
      e: openTie,
      a: readFirst,
      p: () => {
        const name = selectedNode()?.name;
        if (!name) return;
        ask(`${name} → `);
        document.querySelector<HTMLInputElement>(".find input")?.focus();
      },
      t: () => {
        const dates = model.peek()?.project.dates;
        if (dates && dates[0] !== dates[1]) timeOpen.value = !timeOpen.peek();
      },
      l: () => {
        tableOpen.value = !tableOpen.peek();
      },
      f: () => select({ kind: "filters" }),
      "?": () => {
        helpOpen.value = !helpOpen.value;
      },
    };
    const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  // Where the focus was before a panel took it.
  const onFocus = (event: FocusEvent): void => {
    if (event.target instanceof Element && !event.target.closest(".panel")) opener.element = event.target;
  };
  addEventListener("keydown", onKey);
  addEventListener("focusin", onFocus);
  return () => {
    removeEventListener("keydown", onKey);
    removeEventListener("focusin", onFocus);
  };
}
