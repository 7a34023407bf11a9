// Page references that are known by where they stand: "03版" under a teaser's headline, or at the page's head; "(紧接第4版)"
// behind a text that goes on there, or before one that comes from there.
import { runningHead } from "../corpus/index.ts";
import type { Block } from "./blocks.ts";
import { jumpFrom, pageAlone } from "./patterns.ts";
import type { Role } from "./role.ts";

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
    const isTeaser = above !== null && above.length <= TEASER_TEXT && isHead(roles[k - 2]);
    if (isLine || isTeaser) roles[k] = "jump-to";
  });
}

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
  roles[k + 1] === "jump-from" ||
  (roles[k - 1] === "text" && !(roles[k + 1] === "text" && /[。！？”]$/u.test(blocks[k - 1]!.squeezed)));

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
