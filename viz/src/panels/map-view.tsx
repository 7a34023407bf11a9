import { effect, useComputed } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { createMap, type MapLook, type WenmaiMap } from "../map/map.ts";
import { edgesBetween, type Model, otherEnd } from "../model.ts";
import {
  announcement,
  camera,
  closePanel,
  ghosts,
  hover,
  lang,
  model,
  part,
  picture,
  reading,
  select,
  selection,
  selectNode,
  selectTie,
  sheetFull,
  t,
  theme,
  timeOpen,
  view,
  whole,
} from "../state.ts";
import { type Palette, readPalette } from "../theme.ts";

/** Holds the map in the page and ties it to the state. `onMap` gets the map when it stands and null when it goes. */
export function MapView({ onMap }: { onMap: (map: WenmaiMap | null) => void }) {
  const host = useRef<HTMLDivElement>(null);
  const ready = (whole.value?.nodes.length ?? 0) > 0;
  useEffect(() => {
    if (!ready || !host.current) return;
    return mount(host.current, onMap);
  }, [ready, onMap]);
  const label = useComputed(() => `${t.value.map}${t.value.colon}${t.value.mapHint}`);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys walk the map from here.
    <div class="map" ref={host} tabIndex={0} role="application" aria-label={label.value} onKeyDown={walk} />
  );
}

function mount(host: HTMLElement, onMap: (map: WenmaiMap | null) => void): () => void {
  const motion = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  let palette: Palette = readPalette();
  let shownTheme = theme.value;
  const look = (): MapLook => {
    if (theme.value !== shownTheme) {
      shownTheme = theme.value;
      palette = readPalette();
    }
    const s = t.value;
    const v = view.value!;
    const m = model.value!;
    const tie = selection.value.kind === "tie" ? [...(v.focus?.hot ?? [])][0] : undefined;
    return {
      model: m,
      view: v,
      ghosts: ghosts.value,
      palette,
      motion,
      badge: tie === undefined ? null : { edge: tie, text: s.stories(m.edges[tie]!.stories) },
      regionName: (index) => regionName(m, index),
    };
  };
  const map = createMap(host, look(), {
    onHover: (next) => {
      hover.value = next;
    },
    onOpen: (target) => {
      const { nodes } = model.peek()!;
      if (!target) closePanel();
      else if (target.kind === "node") selectNode(nodes[target.node]!.id);
      else if (target.kind === "tie") selectTie(nodes[target.a]!.id, nodes[target.b]!.id);
      else select({ kind: "community", index: target.index });
    },
    onRest: (next) => {
      part.value = next;
    },
    onMove: (next) => {
      camera.value = next;
    },
  });
  onMap(map);
  let first = true;
  const stops = [
    effect(() => {
      lang.value;
      map.look(look());
    }),
    effect(() => {
      // The panel is in the page only after this turn; then the free part of the stage can be measured.
      const focus = selection.value;
      reading.value;
      sheetFull.value;
      timeOpen.value;
      requestAnimationFrame(() => {
        map.setFree(freePart(host));
        // Read now: the reader may have moved it meanwhile.
        const chosen = camera.peek();
        if (chosen) map.fly(chosen, !first);
        else map.focus(focusNodes(model.peek()!, focus), !first);
        first = false;
      });
    }),
  ];
  const observer = new ResizeObserver(() => {
    map.setFree(freePart(host));
    if (selection.peek().kind === "none" && !camera.peek()) map.arrive();
  });
  observer.observe(host);
  return () => {
    observer.disconnect();
    for (const stop of stops) stop();
    map.kill();
    onMap(null);
  };
}

function regionName(m: Model, index: number): string {
  const short = (name: string): string => (name.length > 12 ? `${name.slice(0, 9)}…` : name);
  return m.communities[index]!.name.slice(0, 2).map(short).join(t.value.join);
}

function focusNodes(m: Model, focus: typeof selection.value): readonly number[] | null {
  const { selected, nodes } = picture.value!;
  if (focus.kind === "path" || focus.kind === "common") return selected ? [...selected.near] : [];
  if (focus.kind === "compare" || focus.kind === "filters" || focus.kind === "corrections") return nodes;
  if (focus.kind === "node" || focus.kind === "community") return selected ? [...selected.near] : [];
  if (focus.kind === "communities") return nodes;
  if (focus.kind === "tie") return [focus.a, focus.b].flatMap((id) => m.indexById.get(id) ?? []);
  return null;
}

/** The stage without what the panel covers, in the stage's pixels. Layout, not what an animation shows right now. */
function freePart(host: HTMLElement) {
  const panel = document.querySelector<HTMLElement>(".panel");
  const stage = host.closest<HTMLElement>(".stage")!;
  let width = stage.offsetWidth;
  let height = stage.offsetHeight;
  if (panel && panel.offsetLeft > 40) width = Math.max(60, panel.offsetLeft - stage.offsetLeft);
  else if (panel) height = Math.max(60, panel.offsetTop - stage.offsetTop);
  // On a phone the corpus is said in a line over the map, while no panel is open.
  const corpus = document.querySelector<HTMLElement>(".corpus");
  const top = corpus && getComputedStyle(corpus).position === "absolute" ? corpus.offsetHeight : 0;
  return { left: 0, top, width, height: height - top };
}

// Arrows walk: from the selected name along its ties, strongest first; with none selected, by importance.
function walk(event: KeyboardEvent): void {
  const m = model.value;
  const v = view.value;
  if (!m || !v) return;
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const at = hover.value?.kind === "node" ? hover.value.node : -1;
  if (event.key === "Enter" && at >= 0) {
    selectNode(m.nodes[at]!.id);
    event.preventDefault();
  }
  if (!step) return;
  const from = selection.value.kind === "node" ? m.indexById.get(selection.value.id) : undefined;
  const list =
    from === undefined
      ? m.ranked.filter((node) => v.picture.nodeShown[node])
      : m
          .edgesOf(from)
          .filter((i) => v.picture.edgeShown[i])
          .map((i) => otherEnd(m.edges[i]!, from));
  if (list.length === 0) return;
  const place = list.indexOf(at);
  const next = list[(place < 0 ? (step > 0 ? 0 : list.length - 1) : place + step + list.length) % list.length]!;
  hover.value = { kind: "node", node: next };
  const node = m.nodes[next]!;
  const ties = m.edgesOf(next).filter((i) => m.edges[i]!.layer === "content").length;
  const tie = from === undefined ? undefined : edgesBetween(m, from, next)[0];
  announcement.value = tie
    ? t.value.sayTie(m.nodes[from!]!.name, node.name, tie.articles, tie.stories, tie.papers)
    : t.value.sayNode(node.name, t.value.type[node.type], node.stories, ties);
  event.preventDefault();
}
