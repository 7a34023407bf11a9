// Which of the spans that may be names are names: of those that do not overlap, the set from which most is expected.
//
//     新加坡巴林银行期货公司       agency .58 │ place 新加坡 .41 and agency 巴林银行期货公司 .40
//
// A span counts its probability less what it must have at least (minimum Bayes risk, Goodman 1996): a name whose border or
// company is in doubt is found where the likeliest chain of tags would leave it out.
import type { RatedSpan } from "./confidence.ts";
import { markOf } from "./marks.ts";
import { TAGGED_TYPES } from "./tags.ts";

/** A name must be about as likely; chosen on blocks that nothing was trained on, where it gives CLUENER .7 F, the others .1. */
const LIKELY = 0.45;
/** What need not be looked at for the choice; halves of a name with and without its marks may add up. */
export const POSSIBLE = 0.2;

/** By start. In: any spans of a line of `length`. Cost: O(length + spans). */
export function chosenSpans(spans: readonly RatedSpan[], length: number): RatedSpan[] {
  const byEnd = spans.filter(({ share }) => share > LIKELY).sort((a, b) => a.end - b.end);
  const most = new Float64Array(length + 1);
  const last: (RatedSpan | null)[] = [null];
  for (let end = 1, i = 0; end <= length; end++) {
    most[end] = most[end - 1]!;
    last[end] = null;
    for (; i < byEnd.length && byEnd[i]!.end === end; i++) {
      const span = byEnd[i]!;
      const sum = most[span.start]! + span.share - LIKELY;
      if (sum <= most[end]!) continue;
      most[end] = sum;
      last[end] = span;
    }
  }
  const out: RatedSpan[] = [];
  for (let end = length; end > 0; ) {
    const span = last[end]!;
    if (span) out.push(span);
    end = span ? span.start : end - 1;
  }
  return out.reverse();
}

/**
 * No name holds one mark of a pair alone: where the other one stands just outside, it is taken in (红双喜”公司 behind “,
 * 英国《金融时报 before 》). In and out: by start, end, type; spans that become one add up.
 */
export function withWholeMarks(spans: readonly RatedSpan[], units: Uint16Array, length: number): RatedSpan[] {
  if (!spans.some((span) => widened(span, units, length) !== span)) return [...spans];
  const whole = new Map<string, RatedSpan>();
  for (const span of spans) {
    const { start, end, type, share } = widened(span, units, length);
    const key = `${start} ${end} ${type}`;
    whole.set(key, { start, end, type, share: share + (whole.get(key)?.share ?? 0) });
  }
  return [...whole.values()].sort(
    (a, b) => a.start - b.start || a.end - b.end || TAGGED_TYPES.indexOf(a.type) - TAGGED_TYPES.indexOf(b.type),
  );
}

const open: number[] = [];

function widened(span: RatedSpan, units: Uint16Array, length: number): RatedSpan {
  open.length = 0;
  let { start, end } = span;
  for (let i = start; i < span.end; i++) {
    const mark = markOf(units[i]!);
    if (mark > 0) open.push(mark);
    else if (mark < 0 && open.at(-1) === -mark) open.pop();
    else if (mark < 0 && start === span.start && start > 0 && markOf(units[start - 1]!) === -mark) start--;
  }
  if (open.length > 0 && end < length && markOf(units[end]!) === -open.at(-1)!) end++;
  return start === span.start && end === span.end ? span : { ...span, start, end };
}
