// Page references that are known by where they stand: "03版" under a teaser's headline, or at the page's head; "(紧接第4版)"
// behind a text that goes on there, or before one that comes from there.
import { runningHead } from "../../corpus/index.ts";
import { withoutBlanks } from "../../text/index.ts";
import { type Block, TERMINAL, withLines } from "../page/blocks.ts";
import { cutLine, isBlank, type Line } from "../page/lines.ts";
import { jumpFrom, pageAlone } from "../page/patterns.ts";
import type { Role } from "../page/role.ts";

/** A teaser has hardly more words below its headline. */
const TEASER_TEXT = 150;
/** A headline's line may be taken for text at first. */
const LINE = 24;
const isHead = (role: Role | undefined): boolean => role === "heading" || role === "label";
const FREE: readonly Role[] = ["text", "heading", "stray", "byline"];

/** A page's number alone below a headline, or below the few words under one, points there; beside furniture it is the page's own. */
export function markPointers(blocks: readonly Block[], roles: Role[]): void {
  blocks.forEach((block, k) => {
    if (!FREE.includes(roles[k]!) || pageAlone(block.squeezed) === null) return;
    if (roles[k - 1] === "furniture" || roles[k + 1] === "furniture") return;
    const above = roles[k - 1] === "text" ? blocks[k - 1]!.squeezed : null;
    const isLine = roles[k - 1] === "heading" || (above !== null && above.length <= LINE && !/[。，；：]/u.test(above));
    if (isLine || endsTeaser(blocks, roles, k)) roles[k] = "jump-to";
  });
}

/** Whether a few words under a headline end above a block: one paragraph, which a scan may have broken. */
function endsTeaser(blocks: readonly Block[], roles: readonly Role[], at: number): boolean {
  let length = 0;
  for (let k = at - 1; k >= 0 && length <= TEASER_TEXT; k--) {
    if (roles[k] !== "text") return k < at - 1 && isHead(roles[k]);
    if (k < at - 1 && TERMINAL.test(blocks[k]!.squeezed.slice(-8))) return false;
    length += blocks[k]!.squeezed.length;
  }
  return false;
}

const FRAMED = `[(（【[]\\s*%\\s*第?\\s*[A-Z]?[\\d０-９一二三四五六七八九十]{1,3}\\s*[版页]\\s*[)）】\\]]`;
const framed = (verb: string): RegExp => new RegExp(FRAMED.replace("%", `(?:${verb})`), "u");
const INNER_TO = framed("下转|下接|紧转|续转|转");
const INNER_FROM = framed("上接|续接");
const POINTER_HEAD = new RegExp(`^${framed("\\p{Script=Han}{0,5}见").source}`, "u");

/**
 * Parts what a scan printed in one line with a jump line: words behind "(下转第2版)", words before "(上接第1版)", a headline
 * behind it. In: blocks as numbered. Out: blocks numbered anew. Cost: O(length).
 */
export function partAtJumps(blocks: readonly Block[]): readonly Block[] {
  let parted: Block[] | null = null;
  blocks.forEach((block, k) => {
    const parts = PAGE_WORD.test(block.squeezed) ? partsOf(block) : [block];
    if (parts.length > 1) parted ??= blocks.slice(0, k);
    if (parted) for (const part of parts) parted.push({ ...part, index: parted.length });
  });
  return parted ?? blocks;
}
const PAGE_WORD = /[版页]/u;

/** The block cut behind and before jump lines: what is behind a cut is no marked heading, what is before one fills no column. */
function partsOf(block: Block): Block[] {
  const parts: Block[] = [];
  let own: Line[] = [];
  block.lines.forEach((line, i) => {
    const [first, ...others] = cutLine(line, cutsOf(line.text, own.length > 0, i + 1 < block.lines.length));
    own.push(first!);
    for (const other of others) {
      parts.push({ ...withLines(block, own, parts.length === 0 ? block.level : 0), fillsColumn: false });
      own = [other];
    }
  });
  return parts.length === 0 ? [block] : [...parts, withLines(block, own)];
}

/** Ascending offsets. `above`, `below`: other lines of the block stand there. */
function cutsOf(text: string, above: boolean, below: boolean): number[] {
  const cuts: number[] = [];
  let from = 0;
  for (let at = cutIn(text, above || below); at > 0; at = cutIn(text.slice(from), below)) {
    from += at;
    while (isBlank(text[from]!)) from++;
    cuts.push(from);
  }
  return cuts;
}

/** Where a line is two; 0 where it is one. `long`: other lines of its block stand around it. */
function cutIn(text: string, long: boolean): number {
  if (!PAGE_WORD.test(text)) return 0;
  const to = INNER_TO.exec(text) ?? POINTER_HEAD.exec(text);
  if (to && isRest(text.slice(to.index + to[0].length))) return to.index + to[0].length;
  const from = INNER_FROM.exec(text);
  if (from && from.index >= 2) return from.index;
  const head = long ? null : jumpFrom(withoutBlanks(text.slice(0, LINE)));
  if (!head) return 0;
  let at = 0;
  for (let left = head.length; left > 0; at++) if (text[at]!.trim() !== "") left--;
  const rest = withoutBlanks(text.slice(at));
  return rest.length >= 4 && rest.length <= LONGEST_HEAD && !/[，。；：、]|[！？”]$/u.test(rest) ? at : 0;
}
const isRest = (text: string): boolean => /^[^)）】\]>＞①-⑳⑴-⒇]*\p{Script=Han}{2}/u.test(text);
const LONGEST_HEAD = 36;

/** "紧接" stands at both ends of a text: the page's own number tells which, else whether the text above is unfinished. */
export function markJumps(blocks: readonly Block[], roles: Role[]): void {
  let own: number | null | undefined;
  blocks.forEach((block, k) => {
    if (roles[k] !== "jump-from") return;
    const jump = jumpFrom(block.squeezed);
    if (!jump || jump.verb === "上接") return;
    own ??= ownNumber(blocks, roles);
    const other = numberIn(jump.page);
    if (own !== null && other !== null && other !== own) roles[k] = other > own ? "jump-to" : "jump-from";
    else if (endsBelow(blocks, roles, k)) roles[k] = "jump-to";
  });
}

const endsBelow = (blocks: readonly Block[], roles: readonly Role[], k: number): boolean =>
  !MAY_GO_ON.includes(roles[k + 1]) ||
  (roles[k - 1] === "text" && !(roles[k + 1] === "text" && /[。！？”]$/u.test(blocks[k - 1]!.squeezed)));

/** What may stand below the jump line of a text that comes from elsewhere: its words, its headline, its writers. */
const MAY_GO_ON: readonly (Role | undefined)[] = ["text", "numbered", "heading", "label", "byline", "agency"];

/** The page's own number, where its running head names it. */
function ownNumber(blocks: readonly Block[], roles: readonly Role[]): number | null {
  for (let k = 0; k < blocks.length; k++) {
    if (roles[k] !== "furniture") continue;
    const head = runningHead(blocks[k]!.lines.map((line) => line.text).join(" "));
    const number = head?.page ? numberIn(head.page) : null;
    if (number !== null) return number;
  }
  return null;
}

const DIGITS = "〇一二三四五六七八九";

/** "第A3版", "三版" → 3; null where no number is read. */
function numberIn(page: string): number | null {
  const text = page.normalize("NFKC");
  const arabic = /\d+/u.exec(text);
  if (arabic) return Number(arabic[0]);
  const han = /[一二三四五六七八九十]+/u.exec(text)?.[0];
  if (!han) return null;
  const [tens, ones] = han.includes("十") ? han.split("十") : ["", han];
  const value = (digit: string | undefined): number => (digit ? DIGITS.indexOf(digit) : 0);
  return (han.includes("十") ? (tens ? value(tens) : 1) * 10 : 0) + value(ones);
}
