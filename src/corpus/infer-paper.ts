// Which paper a page belongs to, from what the paper prints of itself.
//
// In: the page's text. Out: the name with the printed words that tell it, or the reason why none is sure.
// A page names many papers; only its own prints itself in the imprint (拉萨日报社出版), the masthead, the list of its
// channels (河北日报客户端、微博、微信) and the opening of its reports (咸宁日报讯). A source (据《西藏日报》), a reprint and 本报
// say nothing. Each way of printing has a weight; the paper with most weight wins if it has at least `SURE` and no other has as much.
import { compareCodePoints } from "../lib/order.ts";
import { runningHead } from "./infer-head.ts";
import { isNationalPaper, PAPER_KIND } from "./papers.ts";

export interface Inference {
  /** The value, or null where nothing sure tells it. */
  readonly value: string | null;
  /** The printed words, or why there is no value. */
  readonly evidence: string;
}

const SURE = 2;
const NAME = `(?:\\p{Script=Han}{1,7}?${PAPER_KIND})`;
const EDGE = "(?:(?<!\\p{Script=Han})|(?<=主管|主办|机关报))";

interface Clue {
  readonly weight: number;
  readonly pattern: RegExp;
  /** Most units the line may have, blanks and marks of layout aside. */
  readonly longest: number;
  /** Counts only among the first and last lines of the page. */
  readonly atEdge?: boolean;
}

/** On lines without layout marks; group 1 is the name. */
const CLUES: readonly Clue[] = [
  {
    weight: 4,
    longest: 60,
    pattern: new RegExp(`${EDGE}(${NAME})社?(?:有限(?:责任)?公司|编辑部)?(?:编辑)? ?出版(?!社)`, "u"),
  },
  { weight: 4, longest: 60, pattern: new RegExp(`(?:出版|编辑|主办)(?:单位)?[:：] ?(${NAME})社?`, "u") },
  {
    weight: 3,
    longest: 40,
    pattern: new RegExp(`${EDGE}(${NAME})社 ?(?:主办|承办|编辑|印刷|地址|社址|电话|版权所有)`, "u"),
  },
  {
    weight: 3,
    longest: 30,
    pattern: new RegExp(
      `^(?![(（])(?:.*${EDGE})?(${NAME}) ?(?:官方)?(?:客户端|微信|微博|抖音|视频号|数字报|官网|公众号)`,
      "u",
    ),
  },
  {
    weight: 3,
    longest: 50,
    pattern: new RegExp(
      `${EDGE}(${NAME})(?:社)?(?=.*(?:星期[一二三四五六日天]|农历|今日\\d+版|国内统一|CN\\d|邮发代号|总?第\\d+期))`,
      "u",
    ),
  },
  {
    weight: 3,
    longest: 50,
    pattern: new RegExp(`(?:星期[一二三四五六日天]|农历|今日\\d+版|总?第\\d+期).*?${EDGE}(${NAME})$`, "u"),
  },
  { weight: 2, longest: 10, pattern: new RegExp(`^(${NAME})$`, "u"), atEdge: true },
  { weight: 1, longest: 10, pattern: new RegExp(`^(${NAME})$`, "u") },
  { weight: 2, longest: 1000, pattern: new RegExp(`^(${NAME})讯`, "u") },
  {
    weight: 1,
    longest: 1000,
    pattern: new RegExp(`^[(（]?(${NAME}) ?(?:全媒体|融媒体?)?(?:首席)?(?:记者|通讯员)`, "u"),
  },
];

/** A line that passes on what another paper said: 据…报道, 来源, 转载, 原载; and a name in book marks is always cited. */
const CITED = /据|来源|转自|转载|原载|摘自|刊于|刊载|报道[:：]|综合|合作|友情/u;
const LAYOUT = /[\s\p{So}#*_|>◆●■□○▲△▼★☆◎]+/gu;
/** The blank between characters that are each set apart: 青 河 日 报. */
const SPACED_OUT = /(?<=(?:^| )\p{Script=Han}) (?=\p{Script=Han}(?: |$))/gu;
/** Non-blank lines at the head and at the foot of the page where a masthead stands. */
const EDGE_LINES = 12;

/** Pure. Cost: O(length). */
export function inferPaper(text: string): Inference {
  const lines = text.split(/\r\n|[\n\r\f]/u).filter((line) => line.trim() !== "");
  const weights = new Map<string, { weight: number; evidence: string[] }>();
  for (const [index, printed] of lines.entries()) {
    const atEdge = index < EDGE_LINES || index >= lines.length - EDGE_LINES;
    const line = printed.slice(0, 200).replace(LAYOUT, " ").trim().replace(SPACED_OUT, "");
    // A blank ends a name; only where no name is found so is a blank taken for the scan's.
    const clue =
      (atEdge ? headClue(line) : null) ??
      strongestClue(line, atEdge) ??
      strongestClue(line.replaceAll(" ", ""), atEdge);
    if (!clue) continue;
    const found = weights.get(clue.name) ?? { weight: 0, evidence: [] };
    found.weight += clue.weight;
    if (found.evidence.length < 3) found.evidence.push(line.slice(0, 40));
    weights.set(clue.name, found);
  }
  const ranked = [...weights].sort((a, b) => b[1].weight - a[1].weight || compareCodePoints(a[0], b[0]));
  const [first, second] = ranked;
  if (!first) return { value: null, evidence: "the page prints no masthead, imprint or channel of a paper" };
  if (first[1].weight < SURE || first[1].weight === second?.[1].weight)
    return { value: null, evidence: `${ranked.map(([name]) => name).join(", ")} named, none surely as the page's own` };
  return { value: first[0], evidence: first[1].evidence.map((line) => `“${line}”`).join(", ") };
}

/** A running head that names the paper and, beside it, the day or the page. */
function headClue(line: string): { name: string; weight: number } | null {
  const head = line.includes("报") ? runningHead(line) : null;
  const name = head && (head.date ?? head.page) !== null ? ownName(head.paper ?? undefined) : null;
  return name ? { name, weight: 3 } : null;
}

function strongestClue(line: string, atEdge: boolean): { name: string; weight: number } | null {
  if (!line.includes("报") || CITED.test(line.slice(0, 60))) return null;
  for (const { weight, longest, pattern, atEdge: edgeOnly } of CLUES) {
    if (line.length > longest || (edgeOnly && !atEdge)) continue;
    const name = ownName(pattern.exec(line)?.[1]);
    // A national paper's reporter or wire on a page is a reprint; its masthead is its own.
    if (name && (weight >= 2 || !isNationalPaper(name))) return { name, weight };
  }
  return null;
}

/** 中共拉萨市委机关报拉萨日报 → 拉萨日报; 本报, 该报 and a bare 日报 are no names. */
function ownName(found: string | undefined): string | null {
  const name = found?.replace(/^.*(?:主管|主办|机关报|由|的|和|与|及|在|出版|版|下载|关注|扫码)(?=.{4})/u, "") ?? "";
  return name.length < 3 || /^(?:本|该|各|我|此|党|大|小|今日|每日|电子)(?:日|晚|早|晨)?报/u.test(name) ? null : name;
}
