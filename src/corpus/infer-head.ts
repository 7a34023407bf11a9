// The running head: the line that a paper prints at the head or foot of each page and that says nothing else.
//
//   江城日报 2026年3月10日 第四版 · 滨海晚报 · A04版 2026年3月10日 星期二 责编 张三
import { PAPER_KIND } from "./papers.ts";

/** What a running head names, as printed, without blanks; null what it does not. At least one is not null. */
export interface RunningHead {
  readonly paper: string | null;
  readonly date: string | null;
  readonly page: string | null;
}

const N = "[0-9〇○零一二三四五六七八九十]";
const NAMES = "\\p{Script=Han}(?: ?\\p{Script=Han}){1,3}(?!\\p{Script=Han})";
const SECTION =
  "要闻|综合|时政|本地|国内|国际|民生|文化|体育|经济|社会|教育|健康|副刊|专版|专题|广告|理论|评论|财经|文艺|生活|科技";
/** What stands in a running head, tried in this order; 江城日报 comes last, since its place may be any word. */
const PARTS: readonly (readonly ["date" | "page" | "paper" | "other", RegExp])[] = [
  ["date", new RegExp(`${N}{4} ?(?:年|[-/.]) ?${N}{1,3} ?(?:月|[-/.]) ?${N}{1,3} ?(?:日|(?!${N}))`, "uy")],
  ["other", /[(（]?(?:星期|礼拜|周)[一二三四五六日天][)）]?/uy],
  [
    "other",
    new RegExp(`农历[\\p{Script=Han}]{4,12}(?!\\p{Script=Han})|总?第 ?${N}{1,6} ?期|今[日天] ?${N}{1,3} ?版`, "uy"),
  ],
  ["page", new RegExp(`第 ?[A-Z]?${N}{1,3} ?版|[A-Z]?[0-9]{1,3} ?版|[A-Z][0-9]{1,2}(?![0-9A-Z])`, "uy")],
  [
    "other",
    new RegExp(
      `(?:本版)?(?:责任编辑|责编|编辑|版式(?:设计)?|美编|校对|组版|审核)[:：]? ?${NAMES}(?:[ 、,，]${NAMES}){0,3}`,
      "uy",
    ),
  ],
  ["other", new RegExp(`(?:${SECTION})(?:新闻)?(?!\\p{Script=Han})`, "uy")],
  ["paper", new RegExp(`\\p{Script=Han}{1,5}?${PAPER_KIND}(?!社|\\p{Script=Han}{0,3}(?:讯|电|记者|通讯员))`, "uy")],
];
const BETWEEN = /[\s·•|｜/、,，:：—-]*/uy;
/** Words of a headline or a request that ends in a paper's name. */
const NO_NAME = /^(?:本|该|各|我|此|登上|走进|做客|刊发|点赞|聚焦|致|征订|订阅)|^[日晚早晨时]报$/u;
const LONGEST = 80;
/** The blank between characters that are each set apart: 江 城 日 报. */
const SPACED_OUT = /(?<=(?:^|\s)\p{Script=Han})\s+(?=\p{Script=Han}(?:\s|$))/gu;

/** In: one printed line, heading marks taken off. Null where anything else stands in it. Cost: O(length), at once for long lines. */
export function runningHead(line: string): RunningHead | null {
  if (line.length > LONGEST) return null;
  const words = line.trim().normalize("NFKC").replace(SPACED_OUT, "").replace(/\s+/gu, " ");
  return partsOf(words) ?? partsOf(words.replaceAll(" ", ""));
}

function partsOf(line: string): RunningHead | null {
  const head: { paper: string | null; date: string | null; page: string | null } = {
    paper: null,
    date: null,
    page: null,
  };
  let at = matchAt(BETWEEN, line, 0).length;
  while (at < line.length) {
    const [kind, part] = partAt(line, at);
    if (part === "") return null;
    if (kind !== "other") {
      // A second name or day is no running head's.
      if (head[kind] !== null || (kind === "paper" && NO_NAME.test(part))) return null;
      head[kind] = part.replaceAll(" ", "");
    }
    at += part.length;
    at += matchAt(BETWEEN, line, at).length;
  }
  return head.paper !== null || head.date !== null || head.page !== null ? head : null;
}

/** The first of the parts that stands at an offset; "" where none does. */
function partAt(line: string, at: number): readonly [kind: (typeof PARTS)[number][0], part: string] {
  for (const [kind, pattern] of PARTS) {
    const part = matchAt(pattern, line, at);
    if (part !== "") return [kind, part];
  }
  return ["other", ""];
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}
