// Longest-match lookup of known forms. Forms are indexed by their first two units; under each pair stand the lengths that
// occur, longest first, and a hash of the whole form decides. For names of 2 to 20 units this visits two or three
// candidates a position, needs no automaton in memory and no code beyond a map. (An Aho-Corasick package was tried: 50 s for
// 180,000 characters, against 10 ms here.)

export interface FormMatch<T> {
  readonly start: number;
  readonly end: number;
  readonly values: readonly T[];
}

export interface FormIndex<T> {
  /** What a form stands for; undefined when it is unknown. */
  get(form: string): readonly T[] | undefined;
  /** The forms that begin at `start`, longest first. */
  at(text: string, start: number): FormMatch<T>[];
  /** Every form with what it stands for, in the order in which they were handed in. */
  entries(): Iterable<readonly [form: string, values: readonly T[]]>;
  /** Every occurrence of every form, by start, longest first; they may overlap. Cost: O(length). */
  all(text: string): FormMatch<T>[];
}

const pairOf = (text: string, at: number): number => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);

/** A key's place in a table of 2^bits. */
const slotOf = (key: number, shift: number): number => Math.imul(key, 0x9e3779b1) >>> shift;
/** First pair, last unit and length of a form as one key: nearly all that share it are forms. */
const outline = (pair: number, last: number, length: number): number =>
  pair ^ Math.imul((last << 5) + length, 0x85ebca6b);
const NONE: readonly never[] = [];

/** Forms of one unit are found by `get` and `at` too. */
export function createFormIndex<T>(forms: ReadonlyMap<string, readonly T[]>): FormIndex<T> {
  const lengths = new Map<number, number[]>();
  // Most pairs of a text begin no form, and most that do go on otherwise: one byte each says so, without a string.
  const shift = Math.max(14, Math.min(24, Math.clz32(16 * forms.size)));
  const pairs = new Uint8Array(2 ** (32 - shift));
  const outlines = new Uint8Array(2 ** (32 - shift));
  const hasSingles = Array.from(forms.keys()).some((form) => form.length === 1);
  const singles = new Uint8Array(hasSingles ? 1 << 16 : 0);
  for (const form of forms.keys()) {
    if (form.length < 2) {
      if (form.length === 1) singles[form.charCodeAt(0)] = 1;
      continue;
    }
    const key = pairOf(form, 0);
    pairs[slotOf(key, shift)] = 1;
    outlines[slotOf(outline(key, form.charCodeAt(form.length - 1), form.length), shift)] = 1;
    const known = lengths.get(key);
    if (!known) lengths.set(key, [form.length]);
    else if (!known.includes(form.length)) known.push(form.length);
  }
  for (const known of lengths.values()) known.sort((a, b) => b - a);

  function addAt(text: string, start: number, found: FormMatch<T>[]): void {
    const pair = pairOf(text, start);
    if (start + 1 < text.length && pairs[slotOf(pair, shift)] === 1)
      for (const length of lengths.get(pair) ?? NONE) {
        const end = start + length;
        if (end > text.length) continue;
        if (outlines[slotOf(outline(pair, text.charCodeAt(end - 1), length), shift)] === 0) continue;
        const values = forms.get(text.slice(start, end));
        if (values) found.push({ start, end, values });
      }
    const one = singles[pair >>> 16] === 1 ? forms.get(text[start]!) : undefined;
    if (one) found.push({ start, end: start + 1, values: one });
  }

  function at(text: string, start: number): FormMatch<T>[] {
    const found: FormMatch<T>[] = [];
    if (start < text.length) addAt(text, start, found);
    return found;
  }

  function all(text: string): FormMatch<T>[] {
    const found: FormMatch<T>[] = [];
    for (let start = 0; start < text.length; start++) addAt(text, start, found);
    return found;
  }
  return { get: (form) => forms.get(form), at, all, entries: () => forms.entries() };
}
