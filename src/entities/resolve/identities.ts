// Who is who while rules and decisions speak: every id that was read stands for itself until something joins it to
// another, gives it another name, or takes some of its articles away.
//
//     read                        after merge 市教委 → 教育委员会      after rename 教育委员会 → 市教育委员会
//     agency:市教委      ●         ● ─┐                             ● ─┐
//     agency:教育委员会   ○         ○ ◄┘                             ○ ◄┘   now called agency:市教育委员会
//
// An id that nobody bears any more leads to whoever it became (`former`); one that somebody bears means that one.
import { compareCodePoints } from "../../lib/order.ts";
import type { EntityType } from "../types.ts";

export interface Identity {
  readonly id: string;
  readonly type: EntityType;
  /** The canonical name; of a homonym `person:李晨(泉州)` it is 李晨. */
  readonly name: string;
  readonly hidden: boolean;
}

interface Node {
  id: string;
  name: string;
  hidden: boolean;
  parent: Node | null;
}

export interface Identities {
  /** Who an id leads to now: who bears it, or what a former one became; null when nothing has or had it. */
  get(id: string): Identity | null;
  /** What the mentions that were read as `id` are now, those of one article where that article was told apart. */
  readAs(id: string, article?: string): Identity;
  /** All that was read as one of these ids is `to` from now on. Both must exist. */
  merge(of: string, to: string): void;
  /** Gives an entity another id; one that exists under that id takes it in. Returns whether it did. */
  rename(of: string, to: string, name: string): boolean;
  /** Mentions in an article that were read as `id` belong to `to`, which is made when new, with this name. */
  assign(id: string, article: string, to: string, name?: string): void;
  hide(of: string): void;
  /** The ids whose mentions an entity holds, assignments by article aside; sorted. */
  readsOf(id: string): string[];
  /** Every read id that is not itself any more. */
  changes(): Map<string, Identity>;
  /** Every assignment by article that says other than `changes`: by article, then id. */
  assignments(): { readonly id: string; readonly article: string; readonly as: Identity }[];
  /** Ids that nobody bears any more → who they became; hidden ones, former or not → null. */
  former(): Map<string, string | null>;
}

const typeOf = (id: string): EntityType => id.slice(0, id.indexOf(":")) as EntityType;
export const nameOfId = (id: string): string => id.slice(id.indexOf(":") + 1);

/** In: whether an id was read anywhere. */
export function createIdentities(wasRead: (id: string) => boolean): Identities {
  const reads = new Map<string, Node>();
  const borne = new Map<string, Node>();
  const formerly = new Map<string, Node>();
  const assigned = new Map<string, { readonly id: string; readonly article: string; readonly node: Node }>();

  const rootOf = (node: Node): Node => {
    let at = node;
    while (at.parent) at = at.parent;
    return at;
  };
  const made = (id: string, name: string): Node => {
    const node = { id, name, hidden: false, parent: null };
    borne.set(id, node);
    return node;
  };
  const read = (id: string): Node => {
    let node = reads.get(id);
    if (!node) {
      node = made(id, nameOfId(id));
      reads.set(id, node);
    }
    return node;
  };
  /** Who bears an id. An id that was read and never touched is made here. */
  const bearer = (id: string): Node | null =>
    borne.get(id) ?? (!reads.has(id) && !formerly.has(id) && wasRead(id) ? read(id) : null);
  const find = (id: string): Node | null => bearer(id) ?? (formerly.has(id) ? rootOf(formerly.get(id)!) : null);
  const leave = (node: Node): void => {
    borne.delete(node.id);
    formerly.set(node.id, node);
  };
  const join = (of: Node, to: Node): void => {
    if (of === to) return;
    leave(of);
    of.parent = to;
  };
  const identity = (node: Node): Identity => {
    const { id, name, hidden } = rootOf(node);
    return { id, type: typeOf(id), name, hidden };
  };
  const readAs = (id: string, article?: string): Node => {
    const own = article === undefined ? undefined : assigned.get(`${article}\n${id}`);
    return rootOf(own?.node ?? reads.get(id) ?? read(id));
  };
  const sorted = <T>(entries: Iterable<readonly [string, T]>): (readonly [string, T])[] =>
    [...entries].sort(([a], [b]) => compareCodePoints(a, b));

  return {
    get(id) {
      const node = find(id);
      return node && identity(node);
    },
    readAs: (id, article) => identity(readAs(id, article)),
    merge: (of, to) => join(find(of)!, find(to)!),
    rename(of, to, name) {
      const node = find(of)!;
      const other = bearer(to);
      if (other && other !== node) {
        join(node, other);
        return true;
      }
      leave(node);
      node.id = to;
      node.name = name;
      borne.set(to, node);
      return false;
    },
    assign(id, article, to, name = nameOfId(to)) {
      read(id);
      assigned.set(`${article}\n${id}`, { id, article, node: bearer(to) ?? made(to, name) });
    },
    hide(of) {
      find(of)!.hidden = true;
    },
    readsOf(id) {
      const node = find(id);
      return sorted([...reads].filter(([, one]) => rootOf(one) === node)).map(([one]) => one);
    },
    changes: () =>
      new Map(
        sorted(reads)
          .map(([id, node]) => [id, identity(node)] as const)
          .filter(([id, one]) => one.id !== id || one.hidden || one.name !== nameOfId(id)),
      ),
    assignments: () =>
      sorted(assigned)
        .map(([, { id, article, node }]) => ({ id, article, as: identity(node) }))
        .filter(({ id, as }) => as.id !== readAs(id).id),
    former: () =>
      new Map(
        sorted(
          [...formerly].filter(([id]) => !borne.has(id)).concat([...borne].filter(([, { hidden }]) => hidden)),
        ).map(([id, node]) => [id, rootOf(node).hidden ? null : rootOf(node).id] as const),
      ),
  };
}
