// How a name is set on the map. Pure.

const NEVER_FIRST = /[”’）)》】、，。·…的]/;
const NEVER_LAST = /[“‘（(《【·]/;

let segmenter: Intl.Segmenter | undefined;

/** Offsets at which a name may be broken: between words, never before a closing mark or after an opening one. */
function breaks(name: string): number[] {
  segmenter ??= new Intl.Segmenter("zh", { granularity: "word" });
  return [...segmenter.segment(name)]
    .map((part) => part.index)
    .filter((i) => i > 1 && i < name.length - 1 && !NEVER_FIRST.test(name[i]!) && !NEVER_LAST.test(name[i - 1]!));
}

/**
 * Lines of a name: one to `most` characters (two Latin letters count as one), two balanced lines to 24; beyond that its head and its tail (the tail tells one
 * meeting from the next) in two lines.
 */
export function labelLines(name: string, most = 9): string[] {
  const chars = [...name];
  const wide = chars.reduce((sum, char) => sum + (char.charCodeAt(0) < 0x2e80 ? 0.55 : 1), 0);
  if (wide <= most) return [name];
  const text = chars.length > 24 ? [...chars.slice(0, 12), "…", ...chars.slice(-8)].join("") : name;
  const middle = text.length / 2;
  const cut = breaks(text).sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle) || a - b)[0] ?? Math.ceil(middle);
  return [text.slice(0, cut).trimEnd(), text.slice(cut).trimStart()];
}

/** A name within a sentence: whole to 24 characters, then its head and its tail. */
export function clip(name: string): string {
  const chars = [...name];
  return chars.length > 24 ? [...chars.slice(0, 14), "…", ...chars.slice(-8)].join("") : name;
}
