// Which short lines are headings, by what stands around them. A headline broken over lines, a bare headline on a page whose
// scanner marked others, and the few words of a sentence that a column's foot left behind look alike; the words tell them
// apart. A run of such lines is a heading unless it reads on from the unfinished text above, or on into the text below.
import type { Span } from "../../lib/span.ts";
import { headOf, type LanguageModel, logRatio, tailOf, withoutBlanks } from "../../text/index.ts";
import { unopenedMarks } from "../sense/cohesion.ts";
import { headlineScore } from "../sense/opening-model.ts";
import type { SegmentModels } from "../types.ts";
import { stopsMidSentence, withLines } from "./blocks.ts";
import { partHidden } from "./hidden.ts";
import { bulletOf, COLUMN_LABEL, leadOf, OPEN_LABEL } from "./patterns.ts";
import { HELD, heldShare, looksLikeHeading, type PageBlock } from "./roles.ts";
import { isVertical } from "./vertical.ts";

/** Log-ratio from which a line is taken to read on, in nats. */
const READS_ON = 2;
/** A headline has hardly more lines than these. */
const LONGEST_RUN = 24;
const LONGEST_LINE = 60;
const MOST_LINES = 4;

/**
 * The same lines, some with another role: a headline is parted from the text that it was glued to, and each of its lines is a
 * block of its own, because neighbouring lines may be of different articles. Cost: a few look-ups a short block.
 */
export function markHeadings(blocks: readonly PageBlock[], models: SegmentModels): PageBlock[] {
  const model = models.characters;
  const marked = blocks.flatMap((_, k) => partHeadline(withPlainRole(blocks, k, models), blocks[k - 1], model));
  const hasMarks = blocks.filter((block) => block.level > 0).length >= 2;
  for (let first = 0; first < marked.length; ) {
    let end = first;
    while (end < marked.length && end - first < LONGEST_RUN && mayBeHeading(marked[end]!)) end++;
    if (end > first) judgeRun(marked, [first, end], hasMarks, model);
    first = Math.max(end, first + 1);
  }
  return partHidden(marked, models)
    .flatMap(linesOfHeading)
    .map((block, index) => (block.index === index ? block : { ...block, index }));
}

function linesOfHeading(block: PageBlock): PageBlock[] {
  if (block.role !== "heading" || block.lines.length === 1 || isVertical(block.lines)) return [block];
  return block.lines.map((line, k) => withLines(block, [line], k === 0 ? block.level : 0));
}

const SENTENCE_MARK = /[，。；：,;:]/u;
/** A headline as broad as its column was taken for the text's first lines: it does not read on, and the text repeats its words. */
function partHeadline(block: PageBlock, above: PageBlock | undefined, model: LanguageModel): PageBlock[] {
  const { lines, role, lead, level } = block;
  if (role !== "text" || lead || level > 0 || lines.length < 3 || SENTENCE_MARK.test(lines[0]!.text)) return [block];
  if (above?.role === "text" && stopsMidSentence(above.squeezed)) return [block];
  let words = "";
  for (let k = 1; k <= 3 && k < lines.length - 1 && !SENTENCE_MARK.test(lines[k - 1]!.text); k++) {
    words += withoutBlanks(lines[k - 1]!.text);
    if (words.length < 7 || !looksLikeHeading(words)) continue;
    const below = withoutBlanks(lines[k]!.text);
    if (logRatio(model, tailOf(model, words), headOf(model, below)) > 0) continue;
    if (heldShare(words, block.squeezed.slice(words.length, words.length + 160)) < HELD) continue;
    const text = withLines(block, lines.slice(k), 0);
    const start = leadOf(text.squeezed.slice(0, 80)) !== "";
    return [
      { ...withLines(block, lines.slice(0, k), 0), role: "heading", to: null, from: null, fillsColumn: false },
      { ...text, lead: start },
    ];
  }
  return [block];
}

/** What its form alone tells: a headline set on end, a column's name in its frame. */
function withPlainRole(blocks: readonly PageBlock[], k: number, models: SegmentModels): PageBlock {
  const model = models.characters;
  const block = blocks[k]!;
  if (isVertical(block.lines)) {
    const beside = [blocks[k - 1], blocks[k + 1]].some((other) => other !== undefined && isVertical(other.lines));
    return { ...block, role: beside || isWorded(block.squeezed, model) ? "heading" : "stray", lead: false };
  }
  if (isBriefsHead(blocks, k, models)) return { ...block, role: "heading", lead: false };
  const label =
    (block.role === "text" || block.role === "heading") &&
    COLUMN_LABEL.test(block.squeezed) &&
    !(OPEN_LABEL.test(block.squeezed) && goesOnBelow(blocks, k, model));
  return label ? { ...block, role: "label", lead: false } : block;
}

function goesOnBelow(blocks: readonly PageBlock[], k: number, model: LanguageModel): boolean {
  const { squeezed } = blocks[k]!;
  const below = blocks[k + 1];
  if (!below || below.level > 0 || (below.role !== "heading" && below.role !== "text")) return false;
  const text = blocks.slice(k + 1, k + 4).find(({ role }) => role === "text");
  if (text && heldShare(squeezed.slice(1), text.squeezed.slice(0, 160)) >= HELD) return true;
  return (
    below.squeezed.length <= LONGEST_LINE &&
    logRatio(model, tailOf(model, squeezed), headOf(model, below.squeezed)) > READS_ON
  );
}

/** What it says that the text below holds all of the words, in nats. */
const SHARED = 4;

/** A line whose first word closes a mark was taken for text. */
const mayGoOn = (block: PageBlock | undefined): boolean =>
  block?.role === "heading" ||
  (block?.role === "text" && block.lines.length === 1 && unopenedMarks(block.squeezed) !== "");

/** Lines of a brief's headline below its first. */
const MORE_LINES = 2;

/** A triangle points to a picture, or opens the headline of a brief, which sounds like one and has its text below. */
function isBriefsHead(blocks: readonly PageBlock[], k: number, { characters, openings }: SegmentModels): boolean {
  const { role, squeezed } = blocks[k]!;
  if (role !== "caption" || bulletOf(squeezed) === "" || squeezed.length > LONGEST_LINE) return false;
  let end = k + 1;
  while (end <= k + MORE_LINES && mayGoOn(blocks[end]) && blocks[end]!.cluster === blocks[k]!.cluster) end++;
  const below = blocks[end];
  if (below?.role !== "text" && !(below?.role === "agency" && end > k + 1)) return false;
  const words = blocks
    .slice(k, end)
    .map((block) => block.squeezed)
    .join("")
    .slice(1);
  if (!looksLikeHeading(words)) return false;
  const held = heldShare(words, below.squeezed.slice(0, 160));
  return below.lead || headlineScore(openings, characters, words) + SHARED * held > 1;
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
  (lines.length <= MOST_LINES || isVertical(lines)) &&
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
  while (top < bottom && isText(blocks[top - 1]) && readsOn(blocks[top - 1], blocks[top]!, model))
    setRole(blocks, top++, "text");
  while (bottom > top && isText(blocks[bottom]) && readsOn(blocks[bottom - 1], blocks[bottom], model))
    setRole(blocks, --bottom, "text");
  const run = blocks.slice(top, bottom);
  if (run.map((block) => block.squeezed).join("").length < 4) return;
  const alone = run.length === 1 && blocks[top - 1]?.role !== "heading" && blocks[bottom]?.role !== "heading";
  if (hasMarks && alone && run[0]!.role === "text") return;
  for (let k = top; k < bottom; k++) setRole(blocks, k, "heading");
}

const isText = (block: PageBlock | undefined): boolean => block?.role === "text";

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
