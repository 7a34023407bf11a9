// A person's decisions → the project as they leave it. Pure. The lines are those of `wenmai build --decisions`, replayed in
// their order; without any the model is the very same one, so taking a decision back restores what was.
//
// Names keep their numbers: who is merged away or hidden stands empty in its place, who is split off comes at the end. Counts
// of whoever is touched are made anew from the articles, as the build makes them; what only the build knows (in how many
// articles a sentence names both, significance) is left open. `apart` binds the build's rules and changes nothing here.
import type { ById, Choice, Scope } from "../../../src/entities/resolve/decisions.ts";
import type { EntityType, Layer, SiteNode } from "../data.ts";
import { incidenceSteps } from "../incidence.ts";
import { indexModel, type Model, type Tie } from "../model.ts";
import { countArticles } from "../slice.ts";
import { gradually } from "../work.ts";
import { retie } from "./retie.ts";

export interface Corrected {
  readonly model: Model;
  /** Numbers of the decisions that found nothing to act on, or a name that somebody has. */
  readonly idle: readonly number[];
  /** Whose an original mention is now: its number; -1 when hidden, undefined when the graph never had it. */
  readonly identify: (entity: string, article: number) => number | undefined;
}

interface Move {
  readonly from: number;
  /** -1: hidden. */
  readonly to: number;
  readonly holds: (article: number) => boolean;
}

interface Work {
  id: string;
  type: EntityType;
  name: string;
  aliases: Set<string>;
  mentions: number;
  readonly origin: number;
  in: Map<Layer, Set<number>>;
  gone: boolean;
  touched: boolean;
}

export function correct(base: Model, choices: readonly Choice[]): Corrected {
  if (choices.length === 0) return { model: base, idle: [], identify: (entity) => base.indexById.get(entity) };
  const works = base.nodes.map(toWork);
  const moves: Move[] = [];
  const former = new Map<string, number>();
  const idle = choices.flatMap((choice, i) => (apply(base, works, moves, former, choice) ? [] : [i]));
  const identify = (entity: string, article: number): number | undefined => {
    const first = base.indexById.get(entity);
    if (first === undefined) return undefined;
    return moves.reduce((at, move) => (at === move.from && move.holds(article) ? move.to : at), first);
  };
  return { model: rebuild(base, works, former), idle, identify };
}

function toWork({ id, type, name, aliases, mentions, in: lists }: SiteNode, origin: number): Work {
  const within = new Map(Object.entries(lists).map(([layer, list]) => [layer as Layer, new Set(list)]));
  return { id, type, name, aliases: new Set(aliases), mentions, origin, in: within, gone: false, touched: false };
}

const find = (works: readonly Work[], former: ReadonlyMap<string, number>, id: string): number => {
  const now = works.findIndex((work) => !work.gone && work.id === id);
  const then = former.get(id) ?? -1;
  return now >= 0 ? now : then >= 0 && !works[then]!.gone ? then : -1;
};

/** Whether somebody is called so, or is printed so: what the build's rules joined is an alias here. */
const isNamed = (works: readonly Work[], former: ReadonlyMap<string, number>, { id, type, name }: ById): boolean =>
  find(works, former, id) >= 0 || works.some((work) => !work.gone && work.type === type && work.aliases.has(name));

/** Whether the decision found what it speaks of. */
function apply(base: Model, works: Work[], moves: Move[], former: Map<string, number>, choice: Choice): boolean {
  if (choice.kind === "apart") return isNamed(works, former, choice.of) && isNamed(works, former, choice.to);
  const at = find(works, former, choice.of.id);
  if (at < 0) return false;
  const work = works[at]!;
  const always = (): boolean => true;
  if (choice.kind === "hide") {
    Object.assign(work, { in: new Map(), gone: true, touched: true });
    moves.push({ from: at, to: -1, holds: always });
    return true;
  }
  const target = find(works, former, choice.to.id);
  if (choice.kind === "merge" && target >= 0) {
    if (target === at) return false;
    mergeInto(works[target]!, work);
    former.set(work.id, target);
    moves.push({ from: at, to: target, holds: always });
    return true;
  }
  if (choice.kind === "split") return split(base, works, moves, at, target, choice.to, choice.scopes);
  // A new name that somebody has would be a merge, which is another decision.
  if (target >= 0) return false;
  former.set(work.id, at);
  if (choice.to.name !== work.name) work.aliases.add(work.name);
  work.aliases.delete(choice.to.name);
  Object.assign(work, { id: choice.to.id, type: choice.to.type, name: choice.to.name });
  return true;
}

function mergeInto(target: Work, work: Work): void {
  for (const [layer, list] of work.in) target.in.set(layer, new Set([...(target.in.get(layer) ?? []), ...list]));
  for (const alias of [work.name, ...work.aliases]) if (alias !== target.name) target.aliases.add(alias);
  target.mentions += work.mentions;
  target.touched = true;
  Object.assign(work, { in: new Map(), gone: true, touched: true, mentions: 0 });
}

function split(
  base: Model,
  works: Work[],
  moves: Move[],
  at: number,
  known: number,
  to: { readonly id: string; readonly type: EntityType; readonly name: string },
  scopes: readonly Scope[],
): boolean {
  const holds = (article: number): boolean => scopes.some((scope) => isIn(base, article, scope));
  const work = works[at]!;
  const taken = new Map([...work.in].map(([layer, list]) => [layer, new Set([...list].filter(holds))]));
  const size = [...taken.values()].reduce((sum, list) => sum + list.size, 0);
  if (size === 0 || known === at) return false;
  const target = known >= 0 ? known : works.length;
  if (known < 0) {
    const { origin } = work;
    works.push({ ...to, aliases: new Set(), mentions: 0, origin, in: new Map(), gone: false, touched: true });
  }
  const other = works[target]!;
  for (const [layer, list] of taken) {
    other.in.set(layer, new Set([...(other.in.get(layer) ?? []), ...list]));
    work.in.set(layer, new Set([...work.in.get(layer)!].filter((article) => !list.has(article))));
  }
  // How often each is named only the build knows; at least once in each of its articles.
  other.mentions += size;
  work.mentions = Math.max(work.mentions - size, 0);
  work.touched = true;
  other.touched = true;
  moves.push({ from: at, to: target, holds });
  return true;
}

function isIn(base: Model, article: number, scope: Scope): boolean {
  const entry = base.articles[article]!;
  if (scope.kind === "paper") return entry.paper === scope.id;
  return scope.kind === "article" ? entry.article === scope.id : entry.page_id === scope.id;
}

function rebuild(base: Model, works: readonly Work[], former: ReadonlyMap<string, number>): Model {
  const nodes = works.map((work, i) => toNode(base, work, i));
  const touched = new Set(works.flatMap((work, i) => (work.touched ? [i] : [])));
  const edges: readonly Tie[] =
    touched.size === 0
      ? base.edges
      : retie(
          base,
          nodes,
          touched,
          works.map((work) => work.origin),
        );
  const renamed = new Map(base.nodes.map((node, i) => [node.name, works[i]!.gone ? node.name : works[i]!.name]));
  const sizes = new Map<number, number>();
  for (const { community } of nodes) if (community !== null) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  const there = nodes.filter((node) => node.articles > 0);
  const inContent = there.filter((node) => node.in.content).length;
  const { project, articles, counted } = base;
  const count = (of: readonly Tie[]): number => of.filter((tie) => tie.layer === "content").length;
  const before = base.nodes.filter((node) => node.in.content).length;
  const live = new Set(works.flatMap((work) => (work.gone ? [] : [work.id])));
  return indexModel({
    project: {
      ...project,
      counts: {
        ...project.counts,
        entities: project.counts.entities + there.length - base.nodes.length,
        edges: project.counts.edges + edges.length - base.edges.length,
      },
      content: {
        entities: project.content.entities + inContent - before,
        edges: project.content.edges + count(edges) - count(base.edges),
      },
    },
    nodes,
    edges,
    communities: base.communities.map((community, i) => ({
      ...community,
      name: community.name.map((name) => renamed.get(name) ?? name),
      size: sizes.get(i) ?? 0,
    })),
    articles,
    counted,
    scope: null,
    former: new Map([...former].filter(([id]) => !live.has(id))),
    incidence: gradually(() => incidenceSteps(nodes, edges, articles)),
  });
}

/** How far from its origin a name that was split off stands, in the data's units: beside it, not on it. */
const ASIDE = 22;

function toNode(base: Model, work: Work, i: number): SiteNode {
  const origin = base.nodes[work.origin]!;
  const same = i < base.nodes.length;
  const { id, type, name, aliases, mentions, touched, gone } = work;
  if (same && !touched && id === origin.id) return origin;
  const within: Partial<Record<Layer, readonly number[]>> = {};
  for (const [layer, list] of work.in) if (list.size > 0) within[layer] = [...list].sort((a, b) => a - b);
  const list = within.content ?? [...new Set(Object.values(within).flat())];
  return {
    ...origin,
    id,
    type,
    name,
    aliases: [...aliases],
    ...(name !== origin.name && { pinyin: "", initials: "" }),
    mentions,
    in: within,
    ...(touched && countArticles(list, base.articles)),
    x: same ? origin.x : origin.x + ASIDE,
    y: same ? origin.y : origin.y + ASIDE,
    community: gone ? null : origin.community,
  };
}
