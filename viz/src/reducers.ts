// State + graph → how every node and every edge looks. Pure, no DOM, no Sigma. Sigma asks once per node and edge.
import type { Selection } from "./address.ts";
import type { EntityType } from "./data.ts";
import { type Model, otherEnd } from "./model.ts";
import { css, mix, type Palette, premultiplied } from "./theme.ts";

export interface Look {
  readonly selection: Selection;
  readonly hover: Hover;
  readonly without: ReadonlySet<EntityType>;
  readonly bylines: boolean;
  readonly allTies: boolean;
}

export type Hover =
  | { readonly kind: "node"; readonly node: number }
  | { readonly kind: "tie"; readonly a: number; readonly b: number }
  | { readonly kind: "type"; readonly type: EntityType }
  | { readonly kind: "community"; readonly index: number }
  | null;

export interface View {
  readonly nodeShown: readonly boolean[];
  readonly edgeShown: readonly boolean[];
  /** What is meant: these keep colour and name, the rest fades. Null when nothing is. */
  readonly focus: Focus | null;
  readonly nodes: number;
  readonly edges: number;
  /** Edges drawn only for the selection. */
  readonly extra: number;
}

export interface Focus {
  /** Selected nodes: ring, largest name. */
  readonly hubs: ReadonlySet<number>;
  readonly near: ReadonlySet<number>;
  /** Edges of what is meant. */
  readonly edges: ReadonlySet<number>;
  /** Edges drawn in vermilion. */
  readonly hot: ReadonlySet<number>;
}

/** Opacity of what is not meant. */
export const FADED = 0.22;

export function computeView(model: Model, look: Look): View {
  const nodeShown = model.nodes.map(
    (node) => !look.without.has(node.type) && (look.bylines || node.in.content !== undefined),
  );
  const usual = (i: number): boolean => {
    const edge = model.edges[i]!;
    if (!nodeShown[edge.source] || !nodeShown[edge.target]) return false;
    if (edge.layer !== "content") return look.bylines && (look.allTies || model.company.has(i));
    return look.allTies || edge.backbone;
  };
  const edgeShown = model.edges.map((_, i) => usual(i));
  const edges = count(edgeShown);
  const selected = selectionFocus(model, look, nodeShown, edgeShown);
  const extra = count(edgeShown) - edges;
  return {
    nodeShown,
    edgeShown,
    focus: hoverFocus(model, look, selected, edgeShown),
    nodes: count(nodeShown),
    edges,
    extra,
  };
}

const count = (flags: readonly boolean[]): number => flags.reduce((sum, flag) => sum + Number(flag), 0);

/** The focus of the selection; shows, as a side of it, the selection's own edges that the backbone leaves out. */
function selectionFocus(model: Model, look: Look, nodeShown: boolean[], edgeShown: boolean[]): Focus | null {
  const { selection } = look;
  if (selection.kind === "node") {
    const node = model.indexById.get(selection.id);
    if (node === undefined) return null;
    nodeShown[node] = true;
    for (const i of model.edgesOf[node]!) {
      const edge = model.edges[i]!;
      if (nodeShown[otherEnd(edge, node)] && (look.bylines || edge.layer === "content")) edgeShown[i] = true;
    }
    return around(model, node, edgeShown);
  }
  if (selection.kind === "tie") return tieFocus(model, selection.a, selection.b, nodeShown, edgeShown);
  if (selection.kind === "community") {
    return {
      hubs: new Set(),
      near: new Set(model.members[selection.index] ?? []),
      edges: inside(model, selection.index),
      hot: new Set(),
    };
  }
  return null;
}

function tieFocus(model: Model, idA: string, idB: string, nodeShown: boolean[], edgeShown: boolean[]): Focus | null {
  const a = model.indexById.get(idA);
  const b = model.indexById.get(idB);
  if (a === undefined || b === undefined) return null;
  nodeShown[a] = true;
  nodeShown[b] = true;
  const hot = new Set(model.edgesOf[a]!.filter((i) => otherEnd(model.edges[i]!, a) === b).slice(0, 1));
  for (const i of hot) edgeShown[i] = true;
  const [nearA, nearB] = [around(model, a, edgeShown), around(model, b, edgeShown)];
  const common = [...nearA.near].filter((node) => nearB.near.has(node));
  const near = new Set([a, b, ...common]);
  const edges = new Set(
    [...nearA.edges, ...nearB.edges].filter(
      (i) => near.has(model.edges[i]!.source) && near.has(model.edges[i]!.target),
    ),
  );
  return { hubs: new Set([a, b]), near, edges, hot };
}

function around(model: Model, node: number, edgeShown: readonly boolean[]): Focus {
  const edges = model.edgesOf[node]!.filter((i) => edgeShown[i]);
  const near = new Set([node, ...edges.map((i) => otherEnd(model.edges[i]!, node))]);
  return { hubs: new Set([node]), near, edges: new Set(edges), hot: new Set() };
}

const inside = (model: Model, community: number): Set<number> =>
  new Set(
    model.edges.flatMap((edge, i) =>
      model.nodes[edge.source]!.community === community && model.nodes[edge.target]!.community === community ? [i] : [],
    ),
  );

function hoverFocus(model: Model, look: Look, selected: Focus | null, edgeShown: readonly boolean[]): Focus | null {
  const { hover } = look;
  if (!hover) return selected;
  if (hover.kind === "tie") {
    const hot = new Set(
      (model.edgesOf[hover.a] ?? []).filter((i) => edgeShown[i] && otherEnd(model.edges[i]!, hover.a) === hover.b),
    );
    const near = new Set([...(selected?.near ?? []), hover.a, hover.b]);
    return {
      hubs: selected?.hubs ?? new Set(),
      near,
      edges: selected?.edges ?? hot,
      hot: new Set([...(selected?.hot ?? []), ...hot]),
    };
  }
  if (hover.kind === "node") {
    if (!selected) return { ...around(model, hover.node, edgeShown), hubs: new Set() };
    const between = (model.edgesOf[hover.node] ?? []).filter(
      (i) => edgeShown[i] && selected.hubs.has(otherEnd(model.edges[i]!, hover.node)),
    );
    return { ...selected, near: new Set([...selected.near, hover.node]), hot: new Set([...selected.hot, ...between]) };
  }
  if (selected) return selected;
  const meant =
    hover.kind === "type"
      ? model.nodes.flatMap((node, i) => (node.type === hover.type ? [i] : []))
      : (model.members[hover.index] ?? []);
  const edges = hover.kind === "community" ? inside(model, hover.index) : new Set<number>();
  return { hubs: new Set(), near: new Set(meant), edges, hot: new Set() };
}

/** Radius of a mark in CSS pixels at the arrival's zoom: area grows with the stories that name it. */
export function radius(stories: number, most: number): number {
  const share = most <= 1 ? 0 : Math.sqrt((stories - 1) / (Math.max(most, 5) - 1));
  return 4.8 + 5.4 * share;
}

export interface NodeLook {
  readonly hidden: boolean;
  readonly color: string;
  readonly zIndex: number;
}

export function nodeLook(model: Model, view: View, palette: Palette, node: number): NodeLook {
  const color = palette.type[model.nodes[node]!.type];
  const meant = !view.focus || view.focus.near.has(node);
  // Mixed with the paper rather than see-through: no tie shows through a mark.
  return {
    hidden: !view.nodeShown[node],
    color: css(meant ? color : mix(color, palette.paper, FADED)),
    zIndex: meant ? 2 : 1,
  };
}

export interface EdgeLook {
  readonly hidden: boolean;
  readonly color: string;
  readonly size: number;
  readonly zIndex: number;
}

export function edgeLook(model: Model, view: View, palette: Palette, index: number): EdgeLook {
  const { focus } = view;
  if (!view.edgeShown[index]) return { hidden: true, color: "rgba(0, 0, 0, 0)", size: 0, zIndex: 0 };
  if (focus?.hot.has(index)) return { hidden: false, color: css(palette.accent), size: 3, zIndex: 3 };
  const edge = model.edges[index]!;
  const more = Math.min(edge.stories - 1, 4);
  const close = Math.min(edge.close, 6);
  let opacity = 0.26 + Math.min(0.3, more * 0.14 + close * 0.03);
  let size = 1.3 + Math.min(1.6, more * 0.6 + close * 0.12);
  if (focus?.edges.has(index)) {
    opacity = Math.min(0.8, opacity + 0.14);
    size += 0.25;
  } else if (focus) opacity *= 0.36;
  return { hidden: false, color: premultiplied(palette.ink, opacity), size, zIndex: focus?.edges.has(index) ? 2 : 1 };
}
