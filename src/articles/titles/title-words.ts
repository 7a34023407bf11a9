// Whose words a heading has: a headline repeats names and nouns of its article, most of all of the first paragraph.
//
// Every pair of neighbouring characters of a heading speaks for or against each text by naive Bayes: how likely it is in the
// heading's own article, over how likely in another of this page. What many texts share says little, what one alone has much.
//
//     hit:  log(OWN / others)        miss: log((1 - OWN) / (1 - others))

/** How many of a headline's character pairs its article holds, and its first paragraph. Measured on composed pages. */
const OWN = 0.55;
const OWN_LEAD = 0.35;
/** Characters of a text that count as its lead. */
const LEAD = 160;
/** Added to counts: a pair that no other text of the page holds may yet be in one. */
const UNSEEN = 0.25;
const UNSEEN_TEXTS = 1.5;

/** More texts than these hold a pair that tells nothing. It also keeps pages of thousands of texts in time. */
const MOST_HOLDERS = 64;

/** Of some lines and some texts, row by row: line × texts + text. */
export interface WordTable {
  /** In nats; above 0 where the line's words speak for the text, and for the text's first paragraph. */
  readonly body: Float64Array;
  readonly lead: Float64Array;
  /** How many pairs of the line the text holds; how many pairs the line has. */
  readonly hits: Int32Array;
  readonly pairs: Int32Array;
}

/** Which texts hold which pair of characters of the page's headings. */
export interface WordIndex {
  /** Distinct pairs of each heading, as ids. */
  readonly pairs: readonly (readonly number[])[];
  /** For each id the texts that hold it, ascending: twice the text's number, and one more where its lead does. */
  readonly holders: readonly (readonly number[])[];
  readonly texts: number;
}

/** In: headings and texts without blanks. Cost: O(all lengths). */
export function wordIndex(headings: readonly string[], texts: readonly string[]): WordIndex {
  const ids = new Map<number, number>();
  const pairs = headings.map((heading) => pairsOf(heading, ids));
  const holders: number[][] = Array.from({ length: ids.size }, () => []);
  texts.forEach((text, t) => {
    for (let i = 0; i + 1 < text.length; i++) {
      const key = keyAt(text, i);
      const id = key === 0 ? undefined : ids.get(key);
      if (id === undefined) continue;
      const held = holders[id]!;
      if (held.length === 0 || held.at(-1)! >> 1 !== t) held.push(t * 2 + (i < LEAD ? 1 : 0));
    }
  });
  return { pairs, holders, texts: texts.length };
}

/** The table of lines [first, first + count) and some texts. Cost: O(pairs of the lines × their holders + table). */
export function wordTable(index: WordIndex, first: number, count: number, texts: readonly number[]): WordTable {
  const width = texts.length;
  const column = new Map(texts.map((text, c) => [text, c]));
  const table: WordTable = {
    body: new Float64Array(count * width),
    lead: new Float64Array(count * width),
    hits: new Int32Array(count * width),
    pairs: Int32Array.from({ length: count }, (_, k) => index.pairs[first + k]!.length),
  };
  for (let k = 0; k < count; k++)
    for (const id of index.pairs[first + k]!) addPair(table, k * width, width, index, id, column);
  return table;
}

/** One pair of a line: what it says where it is missed, for all texts, then what it says to those that hold it. */
function addPair(
  { body, lead, hits }: WordTable,
  row: number,
  width: number,
  { holders, texts }: WordIndex,
  id: number,
  column: ReadonlyMap<number, number>,
): void {
  const held = holders[id]!;
  if (held.length > MOST_HOLDERS) return;
  const others = texts - 1 + UNSEEN_TEXTS;
  const inLead = held.filter((holder) => holder % 2 === 1).length;
  const missed = ratio(OWN, 0, (held.length + UNSEEN) / others);
  const leadMissed = ratio(OWN_LEAD, 0, (inLead + UNSEEN) / others);
  for (let c = row; c < row + width; c++) {
    body[c]! += missed;
    lead[c]! += leadMissed;
  }
  const hit = ratio(OWN, 1, (held.length - 1 + UNSEEN) / others) - missed;
  const leadHit = ratio(OWN_LEAD, 1, (inLead - 1 + UNSEEN) / others) - leadMissed;
  for (const holder of held) {
    const c = column.get(holder >> 1);
    if (c === undefined) continue;
    body[row + c]! += hit;
    hits[row + c]!++;
    if (holder % 2 === 1) lead[row + c]! += leadHit;
  }
}

/** A pair that most texts hold says nothing either way. */
function ratio(own: number, hit: number, others: number): number {
  const other = Math.min(own, others);
  return hit === 1 ? Math.log(own / other) : Math.log((1 - own) / (1 - other));
}

/** Distinct pairs of a heading as ids, which are given out here. */
function pairsOf(heading: string, ids: Map<number, number>): number[] {
  const found = new Set<number>();
  for (let i = 0; i + 1 < heading.length; i++) {
    const key = keyAt(heading, i);
    if (key === 0) continue;
    const id = ids.get(key) ?? ids.size;
    ids.set(key, id);
    found.add(id);
  }
  return [...found];
}

/** The pair of units at an offset as an integer; 0 where one of them is a mark. */
function keyAt(text: string, at: number): number {
  const left = text.charCodeAt(at);
  const right = text.charCodeAt(at + 1);
  return isWord(left) && isWord(right) ? (left << 16) | right : 0;
}

/** A Chinese character, a letter or a digit of either width. */
const isWord = (unit: number): boolean =>
  (unit >= 0x3400 && unit <= 0x9fff) ||
  (unit >= 0x30 && unit <= 0x39) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0xff10 && unit <= 0xff19);
