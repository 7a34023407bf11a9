// What is drawn + selection + hover → the picture: which names and ties, and which of them are meant. Pure.
import type { Selection } from "./address.ts";
import { type Answer, meantBy } from "./asks/answer.ts";
import type { Change } from "./asks/compare.ts";
import type { EntityType } from "./data.ts";
import { type Choice, chooseDrawn, type Drawn, fits, tieFits, tiesOf } from "./drawn.ts";
import { type Model, otherEnd } from "./model.ts";

export type Hover =
  | { readonly kind: "node"; readonly node: number }
  | { readonly kind: "tie"; readonly a: number; readonly b: number }
  | { readonly kind: "type"; readonly type: EntityType }
  | { readonly kind: "community"; readonly index: number }
  | null;

export interface Look extends Choice {
  readonly selection: Selection;
  readonly hover: Hover;
}

export interface Focus {
  /** Selected nodes: ring, largest name. */
  readonly hubs: ReadonlySet<number>;
  readonly near: ReadonlySet<number>;
  /** Edges of what is meant. */
  readonly edges: ReadonlySet<number>;
  /** Edges drawn in vermilion. */
  readonly hot: ReadonlySet<number>;
  /** Edges of a path in their order: they carry their numbers. */
  readonly route?: readonly number[];
  /** What became of edges between two parts that are compared. */
  readonly changes?: ReadonlyMap<number, Change> | null;
}

/** All that is drawn. Hovering changes none of it. */
export interface Picture {
  /** Drawn nodes, ascending. */
  readonly nodes: readonly number[];
  /** Drawn edges, ascending. */
  readonly edges: readonly number[];
  readonly nodeShown: Uint8Array;
  readonly edgeShown: Uint8Array;
  readonly selected: Focus | null;
  /** What the selection adds to what is drawn without it. */
  readonly extra: { readonly names: number; readonly ties: number };
  /** Names chosen for the whole map. */
  readonly chosen: number;
  /** As in Drawn. */
  readonly usual: number;
}

export interface View {
  readonly picture: Picture;
  /** What is meant: these keep colour and name, the rest fades. Null when nothing is. */
  readonly focus: Focus | null;
}

/** So many names that are not drawn otherwise come with a selected one, the strongest; with a community, its first. */
const COMPANIONS = 60;
const MEMBERS = 300;

export const computeView = (model: Model, look: Look, drawn: Drawn = chooseDrawn(model, look)): View =>
  withHover(model, pictureOf(model, drawn, look, look.selection), look.hover);

export function pictureOf(
  model: Model,
  drawn: Drawn,
  choice: Choice,
  selection: Selection,
  answer: Answer | null = null,
): Picture {
  const nodeShown = drawn.nodes.slice();
  const edgeShown = new Uint8Array(model.edges.length);
  for (const i of drawn.edges) edgeShown[i] = 1;
  const selected = answer
    ? answerFocus(model, answer, nodeShown, edgeShown)
    : select(model, choice, selection, nodeShown, edgeShown);
  const nodes = indexesOf(nodeShown);
  const edges = selected ? indexesOf(edgeShown) : drawn.edges;
  const extra = {
    names: nodes.length - drawn.names - drawn.zoomed.names,
    ties: edges.length - drawn.edges.length,
  };
  return { nodes, edges, nodeShown, edgeShown, selected, extra, chosen: drawn.names, usual: drawn.usual };
}

function indexesOf(flags: Uint8Array): number[] {
  const list: number[] = [];
  flags.forEach((flag, i) => {
    if (flag) list.push(i);
  });
  return list;
}

/** The focus of a selection. Marks as shown, as a side of it, what the selection draws besides. */
function select(
  model: Model,
  choice: Choice,
  selection: Selection,
  nodeShown: Uint8Array,
  edgeShown: Uint8Array,
): Focus | null {
  if (selection.kind === "node") {
    const node = model.indexById.get(selection.id);
    if (node === undefined) return null;
    draw(model, choice, node, nodeShown, edgeShown);
    return around(model, node, edgeShown);
  }
  if (selection.kind === "tie") return tieFocus(model, selection.a, selection.b, nodeShown, edgeShown);
  if (selection.kind === "community") return communityFocus(model, choice, selection.index, nodeShown, edgeShown);
  return null;
}

/** A name with all its ties to what is drawn, and its strongest neighbours that are not. */
function draw(model: Model, choice: Choice, node: number, nodeShown: Uint8Array, edgeShown: Uint8Array): void {
  nodeShown[node] = 1;
  let room = COMPANIONS;
  for (const i of model.edgesOf(node)) {
    const edge = model.edges[i]!;
    const other = otherEnd(edge, node);
    // The name itself may be of a type that is hidden: whoever selects it wants to see it.
    const wanted = tieFits(choice, edge);
    const drawn = nodeShown[other] === 1;
    if (!wanted || (!drawn && (room <= 0 || !fits(model, choice, other)))) continue;
    if (!drawn) room--;
    nodeShown[other] = 1;
    edgeShown[i] = 1;
  }
}

/** The names and ties of an answer, drawn besides what is drawn anyway. */
function answerFocus(model: Model, answer: Answer, nodeShown: Uint8Array, edgeShown: Uint8Array): Focus {
  const { hubs, near, ties, route, changes } = meantBy(model, answer);
  for (const node of near) nodeShown[node] = 1;
  for (const tie of ties) edgeShown[tie] = 1;
  return { hubs: new Set(hubs), near: new Set(near), edges: new Set(ties), hot: new Set(route), route, changes };
}

function tieFocus(model: Model, idA: string, idB: string, nodeShown: Uint8Array, edgeShown: Uint8Array): Focus | null {
  const a = model.indexById.get(idA);
  const b = model.indexById.get(idB);
  if (a === undefined || b === undefined) return null;
  nodeShown[a] = 1;
  nodeShown[b] = 1;
  const hot = new Set(
    model
      .edgesOf(a)
      .filter((i) => otherEnd(model.edges[i]!, a) === b)
      .slice(0, 1),
  );
  for (const i of hot) edgeShown[i] = 1;
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

function communityFocus(
  model: Model,
  choice: Choice,
  index: number,
  nodeShown: Uint8Array,
  edgeShown: Uint8Array,
): Focus {
  const members = (model.members[index] ?? []).filter((node) => fits(model, choice, node));
  const added = members.slice(0, MEMBERS).filter((node) => !nodeShown[node]);
  for (const node of added) nodeShown[node] = 1;
  for (const i of tiesOf(model, choice, nodeShown, added)) edgeShown[i] = 1;
  const near = new Set((model.members[index] ?? []).filter((node) => nodeShown[node]));
  return { hubs: new Set(), near, edges: inside(model, index, indexesOf(edgeShown)), hot: new Set() };
}

function around(model: Model, node: number, edgeShown: Uint8Array): Focus {
  const edges = model.edgesOf(node).filter((i) => edgeShown[i]);
  const near = new Set([node, ...edges.map((i) => otherEnd(model.edges[i]!, node))]);
  return { hubs: new Set([node]), near, edges: new Set(edges), hot: new Set() };
}

const inside = (model: Model, community: number, edges: readonly number[]): Set<number> =>
  new Set(
    edges.filter((i) => {
      const { source, target } = model.edges[i]!;
      return model.nodes[source]!.community === community && model.nodes[target]!.community === community;
    }),
  );

/** Cost: O(drawn names and ties). */
export function withHover(model: Model, picture: Picture, hover: Hover): View {
  return { picture, focus: hover ? hoverFocus(model, picture, hover) : picture.selected };
}

function hoverFocus(model: Model, picture: Picture, hover: NonNullable<Hover>): Focus {
  const { selected, edgeShown } = picture;
  if (hover.kind === "tie") return tieHover(model, picture, hover.a, hover.b);
  if (hover.kind === "node") {
    if (!selected) return { ...around(model, hover.node, edgeShown), hubs: new Set() };
    const between = model
      .edgesOf(hover.node)
      .filter((i) => edgeShown[i] && selected.hubs.has(otherEnd(model.edges[i]!, hover.node)));
    return { ...selected, near: new Set([...selected.near, hover.node]), hot: new Set([...selected.hot, ...between]) };
  }
  if (selected) return selected;
  const meant =
    hover.kind === "type"
      ? picture.nodes.filter((node) => model.nodes[node]!.type === hover.type)
      : (model.members[hover.index] ?? []);
  const edges = hover.kind === "community" ? inside(model, hover.index, picture.edges) : new Set<number>();
  return { hubs: new Set(), near: new Set(meant), edges, hot: new Set() };
}

function tieHover(model: Model, { selected, edgeShown }: Picture, a: number, b: number): Focus {
  const hot = new Set(model.edgesOf(a).filter((i) => edgeShown[i] && otherEnd(model.edges[i]!, a) === b));
  return {
    hubs: selected?.hubs ?? new Set(),
    near: new Set([...(selected?.near ?? []), a, b]),
    edges: selected?.edges ?? hot,
    hot: new Set([...(selected?.hot ?? []), ...hot]),
  };
}
