// What of a project is drawn while nothing is selected: the first names, and the ties among them that can be seen.
// Pure. A small project is drawn whole; of a large one only as much as an eye can take in, and the ledger says so.
import type { Names, Sure } from "./address.ts";
import type { EntityType } from "./data.ts";
import { type Model, otherEnd, type Tie, TYPES, telling } from "./model.ts";

export interface Choice {
  readonly without: ReadonlySet<EntityType>;
  readonly bylines: boolean;
  readonly names: Names;
  readonly allTies: boolean;
  /** Least stories of a tie, and of a name; 1 by default. */
  readonly least?: number;
  readonly known?: number;
  readonly sure?: Sure;
  /** 1 for every name that a filter of the reader's own leaves in. */
  readonly match?: Uint8Array | null;
  /** The ties that it leaves in; null where it asks nothing of them. */
  readonly matchTies?: ReadonlySet<Tie> | null;
}

export interface Drawn {
  /** 1 for every node that is drawn. */
  readonly nodes: Uint8Array;
  /** Edges that are drawn, ascending. */
  readonly edges: readonly number[];
  /** Chosen for the whole map, what zooming in adds not counted. */
  readonly names: number;
  readonly ties: number;
  /** Names that the filters leave to choose from. */
  readonly possible: number;
  /** Whether ties of the backbone among the drawn names are left out. */
  readonly thinned: boolean;
  /** What zooming in adds. */
  readonly zoomed: { readonly names: number; readonly ties: number };
  /** Stories of the middle one of the chosen ties: what is thick is thick against it. */
  readonly usual: number;
}

/** A part of the map, in the data's own coordinates, and how many names have room in it. */
export interface Part {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
  readonly most: number;
}

export const MOST: Record<Names, number> = { "300": 300, "1000": 1000, all: Number.POSITIVE_INFINITY };

/** Of N names, each type has its first N / 25 at least: 12 of 300. */
const FLOOR = 25;
/** More backbone ties than this for each name cannot be told apart; then each name keeps its most telling ones. */
const TOO_MANY = 3;
const KEEP = 2;

/** Whether the filters leave a name in. */
export const fits = (model: Model, choice: Choice, node: number): boolean => {
  const one = model.nodes[node]!;
  return (
    !choice.without.has(one.type) &&
    (one.in.content !== undefined || (choice.bylines && one.articles > 0)) &&
    one.stories >= (choice.known ?? 1) &&
    (!choice.match || choice.match[node] === 1)
  );
};

/** Whether the filters leave a tie in, its names aside. Ties of bylines and mastheads are not tested for chance. */
export function tieFits(choice: Choice, tie: Tie): boolean {
  if (tie.layer !== "content" && !choice.bylines) return false;
  if (tie.stories < (choice.least ?? 1)) return false;
  if (choice.matchTies && !choice.matchTies.has(tie)) return false;
  if (!choice.sure || choice.sure === "any") return true;
  const chance = choice.sure === "clear" ? tie.q : tie.p;
  return chance !== null && chance <= 0.05;
}

// Whether a tie may be drawn at all: its layer and the types of both ends are wanted.
const allowed = (model: Model, choice: Choice, edge: Tie): boolean =>
  tieFits(choice, edge) && fits(model, choice, edge.source) && fits(model, choice, edge.target);

/** The first names by rank, and of each type the first few, so that none is missing. In order of rank. */
export function chooseNames(model: Model, choice: Choice): { names: readonly number[]; possible: number } {
  const eligible = model.ranked.filter((node) => fits(model, choice, node));
  const most = MOST[choice.names];
  if (eligible.length <= most) return { names: eligible, possible: eligible.length };
  const taken = new Set<number>();
  const floor = Math.floor(most / FLOOR);
  const room = new Map(TYPES.map((type) => [type, floor]));
  // Who stands in bylines alone ranks behind all others, and whoever asks for them wants to see some.
  let others = floor;
  for (const node of eligible) {
    const { type, in: within } = model.nodes[node]!;
    const left = room.get(type) ?? 0;
    if (left > 0) {
      room.set(type, left - 1);
      taken.add(node);
    }
    if (!within.content && others-- > 0) taken.add(node);
  }
  for (const node of eligible) {
    if (taken.size >= most) break;
    taken.add(node);
  }
  return { names: eligible.filter((node) => taken.has(node)), possible: eligible.length };
}

export function chooseDrawn(model: Model, choice: Choice): Drawn {
  const { names, possible } = chooseNames(model, choice);
  const nodes = new Uint8Array(model.nodes.length);
  for (const node of names) nodes[node] = 1;
  const wanted: number[] = [];
  /** Ties of the content layer that may be drawn, of the backbone or not. */
  const possibleTies: number[] = [];
  model.edges.forEach((edge, i) => {
    if (!nodes[edge.source] || !nodes[edge.target] || !tieFits(choice, edge)) return;
    if (edge.layer === "content") possibleTies.push(i);
    if (edge.layer === "content" ? choice.allTies || edge.backbone : choice.bylines && isCompany(model, choice, i))
      wanted.push(i);
  });
  const thinned = !choice.allTies && wanted.length > TOO_MANY * names.length;
  // The backbone holds together what is whole; where ties are left out it has to be mended.
  const mended =
    model.scope !== null || (choice.least ?? 1) > 1 || (choice.sure ?? "any") !== "any" || Boolean(choice.matchTies);
  const whole = choice.allTies || (!thinned && !mended && names.length === possible);
  const edges = whole ? wanted : connect(model, possibleTies, wanted, thinned);
  return {
    nodes,
    edges,
    names: names.length,
    ties: edges.length,
    possible,
    thinned,
    zoomed: { names: 0, ties: 0 },
    usual: middle(edges.map((i) => model.edges[i]!.stories)),
  };
}

const isCompany = (model: Model, choice: Choice, edge: number): boolean => choice.allTies || model.company.has(edge);

const middle = (values: number[]): number => Math.max(1, values.sort((a, b) => a - b)[values.length >> 1] ?? 1);

/**
 * Ties among the drawn names that keep together what is connected: a spanning forest of the most telling ties, of the
 * backbone where it can be. With it all of `wanted`; thinned: of those the most telling of every name only.
 */
function connect(model: Model, possible: readonly number[], wanted: readonly number[], thinned: boolean): number[] {
  const kept = new Set(thinned ? wanted.filter((i) => model.edges[i]!.layer !== "content") : wanted);
  const seen = new Uint32Array(model.nodes.length);
  const join = disjointSets(model.nodes.length);
  for (const i of tellingFirst(model, possible)) {
    const { source, target, backbone } = model.edges[i]!;
    const first = thinned && backbone && (seen[source]! < KEEP || seen[target]! < KEEP);
    seen[source]!++;
    seen[target]!++;
    if (join(source, target) || first) kept.add(i);
  }
  return [...kept].sort((a, b) => a - b);
}

/** Ties of the backbone first, then by `telling`, the most telling first. */
function tellingFirst(model: Model, ties: readonly number[]): Uint32Array {
  const value = new Float64Array(model.edges.length);
  for (const i of ties) value[i] = telling(model.edges[i]!) + (model.edges[i]!.backbone ? 1e6 : 0);
  return Uint32Array.from(ties).sort((a, b) => value[b]! - value[a]! || a - b);
}

/** Joins two sets; true if they were apart. */
function disjointSets(size: number): (a: number, b: number) => boolean {
  const parent = Uint32Array.from({ length: size }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  return (a, b) => {
    const [x, y] = [root(a), root(b)];
    parent[Math.max(x, y)] = Math.min(x, y);
    return x !== y;
  };
}

const isInside = (part: Part, { x, y }: { readonly x: number; readonly y: number }): boolean =>
  x >= part.left && x <= part.right && y >= part.bottom && y <= part.top;

/** What is drawn when the reader has come near a part: its first names as well, each with its most telling ties. */
export function zoomInto(model: Model, choice: Choice, base: Drawn, part: Part | null): Drawn {
  if (!part || base.names === base.possible) return base;
  const added: number[] = [];
  let room = part.most;
  for (const node of model.ranked) {
    if (room <= 0) break;
    if (!isInside(part, model.nodes[node]!) || !fits(model, choice, node)) continue;
    room--;
    if (!base.nodes[node]) added.push(node);
  }
  if (added.length === 0) return base;
  const nodes = base.nodes.slice();
  for (const node of added) nodes[node] = 1;
  // To names that are looked at, or the screen fills with lines that lead out of it; else to the whole map.
  const looked = nodes.map((flag, i) => (flag && isInside(part, model.nodes[i]!) ? 1 : 0));
  const ties = added.flatMap((node) => {
    const near = choice.allTies ? [] : tiesOf(model, choice, looked, [node]);
    return near.length > 0 ? near : tiesOf(model, choice, nodes, [node]);
  });
  const edges = [...new Set([...base.edges, ...ties])].sort((a, b) => a - b);
  return { ...base, nodes, edges, zoomed: { names: added.length, ties: edges.length - base.edges.length } };
}

/** The ties that bring `added` names into the picture: the most telling of each to what is drawn, or all. */
export function tiesOf(model: Model, choice: Choice, nodes: Uint8Array, added: readonly number[]): number[] {
  return added.flatMap((node) => {
    const list = model.edgesOf(node).filter((i) => {
      const edge = model.edges[i]!;
      return nodes[otherEnd(edge, node)] && allowed(model, choice, edge);
    });
    if (choice.allTies) return list;
    return list.sort((a, b) => telling(model.edges[b]!) - telling(model.edges[a]!) || a - b).slice(0, KEEP);
  });
}
