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

/** In nats; above 0 where the line's words speak for the text. Row by row: line × texts + text. */
export interface WordEvidence {
  readonly body: Float64Array;
  readonly lead: Float64Array;
  /** How many pairs of the line the text holds, in the same order; how many pairs the line has. */
  readonly hits: Int32Array;
  readonly pairs: Int32Array;
}

/** In: headings and texts without blanks. Cost: O(all lengths + headings × texts). */
export function wordEvidence(headings: readonly string[], texts: readonly string[]): WordEvidence {
  const ids = new Map<number, number>();
  const pairs = headings.map((heading) => pairsOf(heading, ids));
  const held = texts.map((text) => heldPairs(text, ids));
  const inBody = new Int32Array(ids.size);
  const inLead = new Int32Array(ids.size);
  for (const marks of held) {
    for (let id = 0; id < ids.size; id++) {
      if (marks[id]! > 0) inBody[id]!++;
      if (marks[id] === IN_LEAD) inLead[id]!++;
    }
  }
  const body = new Float64Array(headings.length * texts.length);
  const lead = new Float64Array(headings.length * texts.length);
  const hits = new Int32Array(headings.length * texts.length);
  const others = texts.length - 1 + UNSEEN_TEXTS;
  pairs.forEach((line, k) => {
    held.forEach((marks, t) => {
      let [bodySum, leadSum, hitSum] = [0, 0, 0];
      for (const id of line) {
        const [hit, leadHit] = [marks[id]! > 0 ? 1 : 0, marks[id] === IN_LEAD ? 1 : 0];
        hitSum += hit;
        bodySum += ratio(OWN, hit, (inBody[id]! - hit + UNSEEN) / others);
        leadSum += ratio(OWN_LEAD, leadHit, (inLead[id]! - leadHit + UNSEEN) / others);
      }
      body[k * texts.length + t] = bodySum;
      lead[k * texts.length + t] = leadSum;
      hits[k * texts.length + t] = hitSum;
    });
  });
  return { body, lead, hits, pairs: Int32Array.from(pairs, (line) => line.length) };
}

const ratio = (own: number, hit: number, other: number): number =>
  hit === 1 ? Math.log(own / other) : Math.log((1 - own) / (1 - Math.min(0.95, other)));

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

const IN_BODY = 1;
const IN_LEAD = 2;

function heldPairs(text: string, ids: ReadonlyMap<number, number>): Uint8Array {
  const marks = new Uint8Array(ids.size);
  for (let i = 0; i + 1 < text.length; i++) {
    const key = keyAt(text, i);
    const id = key === 0 ? undefined : ids.get(key);
    if (id !== undefined && marks[id] === 0) marks[id] = i < LEAD ? IN_LEAD : IN_BODY;
  }
  return marks;
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
