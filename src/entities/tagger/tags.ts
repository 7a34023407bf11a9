// Tags of characters, and the chains of tags that spell names.
//
//     中 国 政 府 说        B I E for the first, inner and last character of a name, S for a name of one character,
//     B  I  I  E  O        O outside: the scheme BIOES, one set of four for each type
//
// A tag is an integer: 0 is O, then B I E S of each type in the order of TAGGED_TYPES. Programs come last, so that the
// conventions that do not have them use the first thirteen tags.
import type { EntityType } from "../types.ts";

export const TAGGED_TYPES = ["person", "place", "agency", "program"] as const satisfies readonly EntityType[];
export type TaggedType = (typeof TAGGED_TYPES)[number];

/** Name of the convention of data/gold/GUIDE.md. */
export const GUIDE = "guide";

/** A name in a text: half-open, in whatever units the text is counted. */
export interface TaggedSpan {
  readonly start: number;
  readonly end: number;
  readonly type: TaggedType;
}

export const OUTSIDE = 0;
/** All tags; a convention uses the first `tagCount(types)` of them. */
export const TAGS = 1 + 4 * TAGGED_TYPES.length;
export const tagCount = (types: number): number => 1 + 4 * types;

const BEGIN = 1;
const INNER = 2;
const END = 3;
const SINGLE = 4;
/** B, I, E, S as 1 to 4; 0 for O. */
const partOf = (tag: number): number => (tag === OUTSIDE ? 0 : ((tag - 1) & 3) + 1);
export const typeOfTag = (tag: number): number => (tag - 1) >> 2;
const isClosed = (tag: number): boolean => tag === OUTSIDE || partOf(tag) >= END;
export const isOpening = (tag: number): boolean => partOf(tag) === BEGIN || partOf(tag) === SINGLE;
/** Whether a text may begin with the tag. */
export const mayBegin = (tag: number): boolean => tag === OUTSIDE || isOpening(tag);
/** Whether a text may end with the tag. */
export const mayEnd = isClosed;

/** Whether `to` may follow `from`: names that have begun go on in their own type until they end. */
export function mayFollow(from: number, to: number): boolean {
  if (isClosed(from)) return mayBegin(to);
  return !mayBegin(to) && typeOfTag(from) === typeOfTag(to);
}

/** The steps from tag to tag that are allowed, all tags of all types, ordered by (to, from). Those of fewer types are among them. */
export interface Steps {
  readonly from: Uint8Array;
  readonly to: Uint8Array;
}

/** The allowed steps among the first `tags` tags. */
export function stepsAmong(tags: number): Steps {
  const from: number[] = [];
  const to: number[] = [];
  for (let next = 0; next < tags; next++)
    for (let tag = 0; tag < tags; tag++)
      if (mayFollow(tag, next)) {
        from.push(tag);
        to.push(next);
      }
  return { from: Uint8Array.from(from), to: Uint8Array.from(to) };
}

/** Disjoint spans of a text of `length` units → its tags. */
export function tagsOf(spans: readonly TaggedSpan[], length: number): Uint8Array {
  const tags = new Uint8Array(length);
  for (const { start, end, type } of spans) {
    const first = 1 + 4 * TAGGED_TYPES.indexOf(type);
    tags.fill(first - 1 + INNER, start, end);
    tags[start] = first - 1 + (end - start === 1 ? SINGLE : BEGIN);
    if (end - start > 1) tags[end - 1] = first - 1 + END;
  }
  return tags;
}
