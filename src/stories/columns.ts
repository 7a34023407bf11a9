// The printings of a story laid over one another, column by column.
//
//     column   0 1 2 3 4 5 6 7          A unit of the text: an offset in the printing's normal form
//     A        绿 色 转 型 文 脉 赓 续      LOST: the printing goes on round the column and has nothing in it
//     B        绿 色 转 型 文 脉 磨 续      ABSENT: the printing does not have this part of the text
//     C        -  -  转 型 文 脉 · 续
//
// The longest printing is laid first, then the next longest against all that lies there already; what it has more goes
// between as new columns, so that a passage that the first one lacks is compared too. So n printings take n − 1
// alignments instead of one for each pair, and every unit stands in one column: pairwise alignments contradict each
// other, and would have to be reconciled.
import { alignTexts, type Edit, editsOf, type Stretch, stretchesOf } from "./align.ts";

export const LOST = -1;
export const ABSENT = -2;

/** `units[p][column]`: offset in the normal form of printing p, LOST or ABSENT. Columns are in reading order. */
export interface Columns {
  readonly length: number;
  readonly units: readonly Int32Array[];
}

/** Units in common below which a stretch is taken for chance. */
const LEAST_SHARED = 12;
/** More units than this in the place of others, and in the place of none, are another wording, not damage. */
const LONGEST_REPLACED = 4;
const LONGEST_LOST = 2;

/** In: normal forms. Out: columns, `units` in the order of `texts`. Cost: one alignment a text. */
export function layColumns(texts: readonly string[]): Columns {
  const order = texts.map((_, index) => index).sort((a, b) => texts[b]!.length - texts[a]!.length || a - b);
  let ground = "";
  let laid: { index: number; units: Int32Array }[] = [];
  for (const index of order) {
    const text = texts[index]!;
    const steps = stepsOf(ground, text);
    laid = [
      ...laid.map((one) => ({ index: one.index, units: spread(one.units, steps) })),
      { index, units: Int32Array.from(steps, ({ unit }) => unit) },
    ];
    ground = steps.map(({ column, unit }) => (column === null ? text[unit]! : ground[column]!)).join("");
  }
  const units: Int32Array[] = [];
  for (const one of laid) units[one.index] = one.units;
  return { length: ground.length, units };
}

/** One column after a text was laid on the ground. */
interface Step {
  /** The ground's column, null for a new one. */
  readonly column: number | null;
  /** The text's unit in it, LOST or ABSENT. */
  readonly unit: number;
  /** Whether a new column is a small thing that those who go on round it have lost. */
  readonly small: boolean;
}

function stepsOf(ground: string, text: string): Step[] {
  const alignment = alignTexts(ground, text);
  const shared = stretchesOf(alignment).filter(({ matched }) => matched >= LEAST_SHARED);
  const steps: Step[] = [];
  let [column, unit] = [0, 0];
  const skip = (toColumn: number, toUnit: number): void => {
    for (; column < toColumn; column++) steps.push({ column, unit: ABSENT, small: false });
    for (; unit < toUnit; unit++) steps.push({ column: null, unit, small: false });
  };
  const edits = editsOf(alignment, ground.length, text.length);
  let next = 0;
  for (const [index, stretch] of shared.entries()) {
    skip(stretch.a[0], stretch.b[0]);
    while (next < edits.length && isBefore(edits[next]!, stretch)) next++;
    for (; next < edits.length && isInside(edits[next]!, stretch); next++) {
      addEdit(steps, edits[next]!);
      [column, unit] = [edits[next]!.a[1], edits[next]!.b[1]];
    }
    // Units that go on alike, and were aligned with others further on.
    const end = shared[index + 1] ?? { a: [ground.length], b: [text.length] };
    while (column < end.a[0]! && unit < end.b[0]! && ground[column] === text[unit])
      steps.push({ column: column++, unit: unit++, small: false });
  }
  skip(ground.length, text.length);
  settleGaps(steps, ground, text);
  return steps;
}

/**
 * Moves what is lost or too many as far to the right as the same units allow: of 长长 and 长 either of the two may be
 * the one too many, and all printings must say the same one.
 */
function settleGaps(steps: Step[], ground: string, text: string): void {
  for (let start = 0, at = 0; at < steps.length; at++) {
    const { column, unit, small } = steps[at]!;
    const isLost = column !== null && unit === LOST;
    const isMore = column === null && small;
    if (isLost || isMore) {
      const first = steps[start]!;
      const goesOn = at > start && (first.column === null) === isMore;
      if (!goesOn) start = at;
      continue;
    }
    const gap = steps[start]!;
    const isMatch = column !== null && unit >= 0 && ground[column] === text[unit];
    if (start < at && isMatch && gap.column !== null && ground[gap.column] === ground[column]) {
      steps[start++] = { ...gap, unit };
      steps[at] = { column, unit: LOST, small: false };
    } else if (start < at && isMatch && gap.column === null && text[gap.unit] === text[unit]) {
      steps[start++] = { column, unit: gap.unit, small: false };
      steps[at] = { column: null, unit, small: true };
    } else start = at + 1;
  }
}

const isBefore = ({ a, b }: Edit, stretch: Stretch): boolean => a[0] < stretch.a[0] || b[0] < stretch.b[0];
const isInside = ({ a, b }: Edit, stretch: Stretch): boolean => a[1] <= stretch.a[1] && b[1] <= stretch.b[1];

function addEdit(steps: Step[], { a, b }: Edit): void {
  const [width, length] = [a[1] - a[0], b[1] - b[0]];
  const longest = Math.min(width, length) === 0 ? LONGEST_LOST : LONGEST_REPLACED;
  const isOther = Math.max(width, length) > longest && width !== length;
  const pairs = isOther ? 0 : Math.min(width, length);
  for (let i = 0; i < pairs; i++) steps.push({ column: a[0] + i, unit: b[0] + i, small: false });
  for (let i = pairs; i < width; i++) steps.push({ column: a[0] + i, unit: isOther ? ABSENT : LOST, small: false });
  for (let i = pairs; i < length; i++) steps.push({ column: null, unit: b[0] + i, small: !isOther });
}

/** The units of a text that was laid before, with the new columns between. */
function spread(units: Int32Array, steps: readonly Step[]): Int32Array {
  const out = new Int32Array(steps.length);
  let last = ABSENT;
  let at = 0;
  steps.forEach(({ column, small }, i) => {
    if (column !== null) {
      last = units[column]!;
      at = column + 1;
      out[i] = last;
    } else out[i] = small && last !== ABSENT && (units[at] ?? ABSENT) !== ABSENT ? LOST : ABSENT;
  });
  return out;
}
