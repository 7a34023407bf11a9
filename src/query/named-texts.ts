// Texts that name an entity, or all of several, with the layer in which each counts.
import type { DatedPlaces } from "./mention-places.ts";

export interface NamedText {
  readonly sid: number;
  /** The least at which it names them; of several, the greatest of these: the layer in which it counts. */
  readonly depth: number;
  /** The earliest at which it names one, as 20250829; −1 where no page has a date. */
  readonly day: number;
}

/**
 * In: the places of one entity or several; `depth` of a layer, null for any. Out: by number, of one the texts that name it
 * in the layer, of several those that name all and count there. Cost: their mentions.
 */
export function textsNaming(places: readonly DatedPlaces[], depth: number | null): Map<number, NamedText> {
  const [first, ...others] = places.map((own) => namedIn(own, places.length === 1 ? depth : null));
  const texts = new Map<number, NamedText>();
  for (const [tid, one] of first!) {
    const all = [one, ...others.flatMap((named) => named.get(tid) ?? [])];
    if (all.length < places.length) continue;
    const text = all.reduce((a, b) => ({ sid: a.sid, depth: Math.max(a.depth, b.depth), day: earlier(a.day, b.day) }));
    if (depth === null || text.depth === depth) texts.set(tid, text);
  }
  return texts;
}

const earlier = (a: number, b: number): number => (a < 0 ? b : b < 0 ? a : Math.min(a, b));

/** The texts that name one entity; `wanted` depth alone, null for any. */
function namedIn({ tid, sid, depth, day }: DatedPlaces, wanted: number | null): Map<number, NamedText> {
  const texts = new Map<number, NamedText>();
  for (let i = 0; i < tid.length; i++) {
    if (wanted !== null && depth[i] !== wanted) continue;
    const known = texts.get(tid[i]!);
    if (known && known.depth <= depth[i]! && earlier(known.day, day[i]!) === known.day) continue;
    texts.set(tid[i]!, {
      sid: sid[i]!,
      depth: known ? Math.min(known.depth, depth[i]!) : depth[i]!,
      day: known ? earlier(known.day, day[i]!) : day[i]!,
    });
  }
  return texts;
}
