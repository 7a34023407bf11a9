// Columns of briefs: short items under a mark or under short headlines, each an article of its own.
//
//   简讯                        ◂ the column's name: furniture
//   ▲ 10日,…开幕。              ◂ an article
//   ▲ 新华社东京3月9日电 …      ◂ an article
//   ■城东新桥通车               ◂ or with a headline each
//   3月9日,…
import { type Block, TERMINAL } from "./blocks.ts";
import { BRIEFS_LABEL, bulletOf, isCredit, leadOf } from "./patterns.ts";
import type { Role } from "./role.ts";

/** An item has hardly more, or fewer, characters. */
const LONGEST = 420;
const SHORTEST = 16;
/** What may stand between two items. */
const ASIDE: readonly Role[] = ["furniture", "caption", "credit", "note", "jump-to", "agency"];
/** News opens with its day; an item of a list within an article rarely does. */
const DAY = /[\d０-９]{1,2}日|日前|近日|今天|昨[日天]|今[日年]|目前|当地时间/u;
const OPENING = 40;
/** A table of years is one article's. */
const YEAR = /^[\d０-９]{4}年/u;
const LIST_NAME = /大事记|链接|背景|回顾|名单|亮点|历程|年表|荣誉|简介|提示|问答/u;

/** Indexes of the blocks that are items. A column's name becomes furniture. */
export function markItems(blocks: readonly Block[], roles: Role[]): ReadonlySet<number> {
  const items = new Set<number>();
  blocks.forEach((block, k) => {
    if (block.squeezed.length > 10 || roles[k] === "furniture" || !BRIEFS_LABEL.test(block.squeezed)) return;
    roles[k] = "furniture";
  });
  for (let k = 0; k < blocks.length; k++) {
    const mark = items.has(k) ? "" : markOf(blocks, roles, k);
    if (mark === "") continue;
    const run = runFrom(blocks, roles, k, mark);
    if (!isColumn(blocks, run)) continue;
    for (const index of run) {
      items.add(index);
      roles[index] = "text";
    }
  }
  for (let k = 0; k < blocks.length; k++) {
    const texts = items.has(k) ? [] : headedFrom(blocks, roles, k);
    for (const index of texts) items.add(index);
    if (texts.length > 0) k = texts.at(-1)!;
  }
  return items;
}

const MOST_HEADS = 3;
const isHead = ({ squeezed }: Block, role: Role): boolean =>
  role === "heading" || (role === "text" && squeezed.length <= 30 && !/[，。：；]/u.test(squeezed));
const isParagraph = ({ squeezed }: Block, role: Role): boolean =>
  role === "text" && squeezed.length >= SHORTEST && squeezed.length <= LONGEST && TERMINAL.test(squeezed.slice(-8));

/**
 * The paragraphs of headlines and single paragraphs in turn from a block on: under a column's name two, under one mark
 * three that are news. An article with marked headings has several paragraphs under some of them.
 */
function headedFrom(blocks: readonly Block[], roles: readonly Role[], first: number): number[] {
  const named = BRIEFS_LABEL.test(blocks[first - 1]?.squeezed ?? "");
  const mark = bulletOf(blocks[first]!.squeezed);
  if ((!named && mark === "") || roles[first] === "byline" || !isHead(blocks[first]!, roles[first]!)) return [];
  const texts: number[] = [];
  for (let k = first; k < blocks.length; ) {
    let body = k;
    while (body < blocks.length && body - k < MOST_HEADS && isHead(blocks[body]!, roles[body]!)) body++;
    if (body === k || body === blocks.length || bulletOf(blocks[k]!.squeezed) !== mark) break;
    if (!isParagraph(blocks[body]!, roles[body]!)) break;
    const next = body + 1;
    // A second paragraph: this was the last item, or no item.
    if (next < blocks.length && roles[next] === "text" && !isHead(blocks[next]!, "text")) {
      if (named) texts.push(body);
      break;
    }
    texts.push(body);
    k = next;
  }
  const news = texts.filter((k) => isNews(blocks[k]!.squeezed.slice(0, OPENING)));
  return texts.length >= (named ? 2 : 3) && news.length * 2 >= texts.length ? texts : [];
}

const isNews = (head: string): boolean => DAY.test(head) || leadOf(head) !== "";

/** A triangle opens captions too: those have their photographer. */
function markOf(blocks: readonly Block[], roles: readonly Role[], k: number): string {
  const { squeezed, level } = blocks[k]!;
  const role = roles[k]!;
  if (level > 0 || squeezed.length < SHORTEST || squeezed.length > LONGEST) return "";
  if (role === "caption" && (roles[k + 1] === "credit" || isCredit(squeezed))) return "";
  return role === "text" || role === "heading" || role === "caption" ? bulletOf(squeezed) : "";
}

/** Blocks under the same mark from here on, with nothing but other pieces of the page's furniture between. */
function runFrom(blocks: readonly Block[], roles: readonly Role[], first: number, mark: string): number[] {
  const run = [first];
  for (let k = first + 1; k < blocks.length; k++) {
    if (markOf(blocks, roles, k) === mark) run.push(k);
    else if (!ASIDE.includes(roles[k]!)) break;
  }
  return run;
}

/** Under a column's name two are enough. Without one, a list inside an article looks alike: it stands below a colon, and opens with no day. */
function isColumn(blocks: readonly Block[], run: readonly number[]): boolean {
  const finished = run.filter((k) => TERMINAL.test(blocks[k]!.squeezed.slice(-8))).length;
  if (run.length < 2 || finished < run.length - 1) return false;
  const above = blocks[run[0]! - 1]?.squeezed ?? "";
  if (BRIEFS_LABEL.test(above)) return true;
  if (/[：:]$/u.test(above) || run.length < 3) return false;
  if (above.length <= 24 && LIST_NAME.test(above)) return false;
  if (run.filter((k) => YEAR.test(blocks[k]!.squeezed.slice(1, 6))).length * 2 >= run.length) return false;
  if (isChronicle(run.map((k) => blocks[k]!.squeezed.slice(1)))) return false;
  const news = run.filter((k) => isNews(blocks[k]!.squeezed.slice(1, OPENING)));
  return news.length * 2 >= run.length;
}

/** Short lines that each open with a later day are the course of one matter, in one article. */
function isChronicle(items: readonly string[]): boolean {
  if (items.some((item) => item.length > LONGEST_ENTRY)) return false;
  const days = items.map((item) => {
    const [, month, day] = DATE_HEAD.exec(item.slice(0, 16).normalize("NFKC")) ?? [];
    return 31 * Number(month) + Number(day);
  });
  return days.every((day, k) => (k === 0 ? day > 0 : day > days[k - 1]!));
}
const LONGEST_ENTRY = 70;
const DATE_HEAD = /^(?:\d{4}年)?(\d{1,2})月(\d{1,2})日/u;
