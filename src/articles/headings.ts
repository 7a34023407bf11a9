// Which short lines are headings, by what stands around them. A headline broken over lines, a bare headline on a page whose
// scanner marked others, and the few words of a sentence that a column's foot left behind look alike; the words tell them
// apart. A run of such lines is a heading unless it reads on from the unfinished text above, or on into the text below.
import type { Span } from "../lib/span.ts";
import { headOf, type LanguageModel, logRatio, tailOf } from "../text/index.ts";
import { stopsMidSentence } from "./flow.ts";
import { COLUMN_LABEL } from "./patterns.ts";
import { looksLikeHeading, type PageBlock } from "./roles.ts";
import { isVertical } from "./vertical.ts";

/** Log-ratio from which a line is taken to read on, in nats. */
const READS_ON = 2;
/** A headline has hardly more lines than these. */
const LONGEST_RUN = 6;
const LONGEST_LINE = 40;

/** The same blocks, some with another role. Cost: a few look-ups a short block. */
export function markHeadings(blocks: readonly PageBlock[], model: LanguageModel): PageBlock[] {
  const marked = blocks.map((block) => withPlainRole(block, model));
  const hasMarks = blocks.filter((block) => block.level > 0).length >= 2;
  for (let first = 0; first < marked.length; ) {
    let end = first;
    while (end < marked.length && end - first < LONGEST_RUN && mayBeHeading(marked[end]!)) end++;
    if (end > first) judgeRun(marked, [first, end], hasMarks, model);
    first = Math.max(end, first + 1);
  }
  return marked;
}

/** What its form alone tells: a headline set on end, a column's name in its frame. */
function withPlainRole(block: PageBlock, model: LanguageModel): PageBlock {
  if (isVertical(block.lines))
    return { ...block, role: isWorded(block.squeezed, model) ? "heading" : "stray", lead: false };
  const label = (block.role === "text" || block.role === "heading") && COLUMN_LABEL.test(block.squeezed);
  return label ? { ...block, role: "label", lead: false } : block;
}

/** Whether a few characters read on from one to the next, as words do and what a scanner left of them does not. */
function isWorded(text: string, model: LanguageModel): boolean {
  if (text.length > 4) return true;
  let sum = 0;
  for (let at = 1; at < text.length; at++) sum += logRatio(model, tailOf(model, text, 0, at), headOf(model, text, at));
  return sum > READS_ON * (text.length - 1);
}

const mayBeHeading = ({ role, level, lead, lines, squeezed, to }: PageBlock): boolean =>
  (role === "heading" || role === "text") &&
  level === 0 &&
  !lead &&
  (to === null || role === "heading") &&
  lines.length <= 2 &&
  squeezed.length <= LONGEST_LINE &&
  (role === "heading" || !/[，,]/u.test(squeezed)) &&
  looksLikePart(squeezed);

/** A line of a headline may be shorter than a headline, and leave a bracket to the next line. */
const looksLikePart = (text: string): boolean =>
  looksLikeHeading(text) || (text.length >= 2 && text.length <= 16 && !/[，。；：:;,!！?？、]/u.test(text));

/**
 * Blocks [first, end): those at the edges that belong to the running text stay or become text, the others are headings.
 * Where the scanner marks headings, a bare line alone is one only below a marked one, whose words it goes on with.
 */
function judgeRun(blocks: PageBlock[], [first, end]: Span, hasMarks: boolean, model: LanguageModel): void {
  let top = first;
  let bottom = end;
  while (top < bottom && readsOn(blocks[top - 1], blocks[top]!, model)) setRole(blocks, top++, "text");
  while (bottom > top && readsOn(blocks[bottom - 1], blocks[bottom], model)) setRole(blocks, --bottom, "text");
  const run = blocks.slice(top, bottom);
  if (run.map((block) => block.squeezed).join("").length < 4) return;
  const alone = run.length === 1 && blocks[top - 1]?.role !== "heading";
  if (hasMarks && alone && run[0]!.role === "text") return;
  for (let k = top; k < bottom; k++) setRole(blocks, k, "heading");
}

function readsOn(above: PageBlock | undefined, below: PageBlock | undefined, model: LanguageModel): boolean {
  if (
    !above ||
    !below ||
    (above.role !== "text" && above.role !== "heading") ||
    (below.role !== "text" && below.role !== "heading")
  )
    return false;
  if (above.level > 0 || below.level > 0 || below.lead) return false;
  if (!stopsMidSentence(above.squeezed)) return false;
  return logRatio(model, tailOf(model, above.squeezed), headOf(model, below.squeezed)) > READS_ON;
}

function setRole(blocks: PageBlock[], k: number, role: "text" | "heading"): void {
  if (blocks[k]!.role !== role) blocks[k] = { ...blocks[k]!, role };
}
