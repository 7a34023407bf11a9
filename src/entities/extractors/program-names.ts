// Programs by their head word: what a 论坛, a 规划, a 专项行动 is called stands in front of it. The table
// data/gazetteer/program-heads.tsv lists the heads by class; a class (program-classes.ts) says what makes a name of a phrase:
// an anchor that opens it, or what governs it.
import type { Span } from "../../lib/span.ts";
import type { Candidate, Frame } from "../candidates.ts";
import type { Context } from "../context.ts";
import type { Resources } from "../resources.ts";
import { isAction } from "./bodies.ts";
import {
  goesOn,
  isEmpty,
  isEmptyFramed,
  isFramed,
  isFramedBehind,
  isNone,
  POLICIES,
  type Policy,
} from "./program-classes.ts";
import { type Anchor, type AnchorKind, endsOf, type Walk, walkLeft } from "./program-walk.ts";

const NONE: Anchor = { start: -1, end: -1, kind: "place" };
const KNOWN: ReadonlySet<AnchorKind> = new Set(["place", "agency", "program", "cluster", "quote"]);

const withoutBrackets = (words: string): string => words.replace(/[(][^()]*[)]/g, "");

/** Units of a name between its first anchor and its head, known names counted as two more. */
function middleOf(context: Context, anchor: Anchor, head: number, policy: Policy): number {
  const middle = withoutBrackets(context.text.slice(anchor.end, head));
  // 海南自由贸易港|建设|总体方案 says enough; 海南|建设|工程 does not.
  const isPlan = policy === POLICIES.plan && KNOWN.has(anchor.kind) && /^(?:建设|发展)$/.test(middle);
  const own = isEmpty(middle) && !isPlan ? 0 : middle.length;
  return own + (anchor.kind === "program" ? 4 : KNOWN.has(anchor.kind) ? 2 : 0);
}

/** A body's year is not the program's: 国家数据局|2025年…试点. */
const isDatedBody = (text: string, first: Anchor, second: Anchor | undefined): boolean =>
  first.kind === "agency" && second?.start === first.end && /^(?:19|20)\d\d/.test(text.slice(second.start, second.end));

/** 沪滇“…”助学金: a proper word right in front of a quotation belongs to the name. */
function withProperWord(context: Context, start: number, floor: number): number {
  const token = context.tokens[context.tokenAt[start - 1] ?? -1];
  return token &&
    token.end === start &&
    token.start >= floor &&
    /^(?:x|nr|nrt|nz|ns|j)$/.test(token.tag) &&
    !/[的了在]$/.test(token.word) &&
    token.word.length > 1
    ? token.start
    : start;
}

/** Where a name may begin, what says so, and how surely. */
interface Beginning {
  readonly start: number;
  readonly frame: Frame | null;
  readonly score: number;
}

/** 西海岸新区|调研|城市更新行动: the place or body does something. */
const acts = ({ tokens, tokenAt }: Context, end: number): boolean => {
  const token = tokens[tokenAt[end] ?? -1];
  return token?.start === end && isAction(token.word);
};

const numberOf = ({ text }: Context, { start, end }: Anchor): string => text.slice(start, end);

/** At the first anchor of those that open names of the class. */
function anchored(context: Context, walk: Walk, head: number, policy: Policy): Beginning | null {
  const allowed = walk.anchors.filter((anchor) => policy.anchors.has(anchor.kind)).sort((a, b) => a.start - b.start);
  const first = isDatedBody(context.text, allowed[0] ?? NONE, allowed[1]) ? allowed[1] : allowed[0];
  if (!first || acts(context, first.end)) return null;
  const least = first.kind === "number" ? policy.numbered : policy.middle;
  if (middleOf(context, first, head, policy) < least)
    return bodysMeeting(context.text.slice(first.start, head), first, head, policy);
  const start = first.kind === "quote" ? withProperWord(context, first.start, walk.start) : first.start;
  // 第四次|中欧高层对话: a number of its holding leaves little doubt.
  const isNumbered = allowed.some((anchor) => anchor.kind === "number" && /[届次]/.test(numberOf(context, anchor)));
  return { start, frame: null, score: isNumbered ? policy.score + 0.08 : policy.score };
}

/** 中央全面依法治国委员会|会议: a body of a long name is what the meeting is called by. */
function bodysMeeting(words: string, body: Anchor, head: number, policy: Policy): Beginning | null {
  if (policy !== POLICIES.meeting || body.kind !== "agency" || body.end !== head || head - body.start < 6) return null;
  const many = /(?:委员会|常委会|议会|国会|杜马|理事会|董事会|党组|党委)$/.test(words);
  return { start: body.start, frame: null, score: many ? 0.4 : /(?:机制|小组|工作组)$/.test(words) ? 0.85 : 0.7 };
}

/** Where the walk stopped: behind a verb of the class's, or where anything governs what only names are called. */
function governed(context: Context, walk: Walk, head: Span, policy: Policy): Beginning | null {
  const [to, end] = head;
  const words = withoutBrackets(context.text.slice(walk.start, to)).replace(/^(?:(?:19|20)\d\d年?度?|年度)/, "");
  const { stop } = walk;
  // 今天(4月30日)|…行动启动
  const start = walk.start + (/^[(][^()]*[)]/.exec(context.text.slice(walk.start, to))?.[0].length ?? 0);
  if (stop === "other" || words.includes("、") || (policy === POLICIES.scheme && /[和与及]/.test(words))) return null;
  const before = context.text.slice(Math.max(0, start - 5), start);
  const behind = context.text.slice(end, end + 14);
  if ((stop === "governed" && isFramed(before, policy.family)) || isFramedBehind(behind, policy.family)) {
    if (words.length >= policy.framed && !isEmptyFramed(words))
      return { start, frame: "verb", score: policy.score - 0.05 };
  }
  return words.length >= policy.bare && walk.anchors.length === 0 && !isEmptyFramed(words)
    ? { start, frame: "bare", score: policy.score - 0.08 }
    : null;
}

/** Every beginning of a name; an anchor says more than a verb in front of it. */
function beginnings(context: Context, walk: Walk, [head, end]: Span, policy: Policy): Beginning[] {
  const first = anchored(context, walk, head, policy);
  const second = governed(context, walk, [head, end], policy);
  const out = [first, first?.start === second?.start ? null : second].filter((one) => one !== null);
  if (policy === POLICIES.games) return [...out, { start: head, frame: "bare", score: 0.75 }];
  const round = ROUND.exec(context.text.slice(out.at(-1)?.start ?? head, head));
  if (!round || out.length === 0) return out;
  const { start, frame, score } = out.at(-1)!;
  return [...out, { start: start + round[0].length, frame, score: score - 0.05 }];
}

/** What may stand in front of a name or open it: 新时代|兴边富民行动. */
const ROUND = /^(?:新时代|新一轮|新形势下)(?=.{4})/;

/** Names by head. `found`: what is known of the text, overlapping. Cost: O(length) and a walk for each head. */
export function programNames(context: Context, found: readonly Candidate[]): Candidate[] {
  const { text, resources } = context;
  const ends = endsOf(found);
  const out: Candidate[] = [];
  let last = -1;
  for (const { start, end, values } of resources.programHeads.all(text)) {
    // Of heads that share a beginning the longest, which comes first.
    if (start === last || goesOn(text, start, end) || crossesWord(context, end) || opensHead(context, end)) continue;
    last = start;
    const kind = values[0]!;
    const policy = POLICIES[kind]!;
    // 国民代表大会 is a body; its numbered meetings are found by their number.
    if (/(?:代表|人民|国民)$/.test(text.slice(start - 2, start)) && text.startsWith("大会", start)) continue;
    if (/^[节杯]$/.test(text.slice(start, end)) && !isFeast(text, start)) continue;
    if (isNone(kind, text.slice(start, end), text.slice(start - 5, start))) continue;
    const walk = walkLeft(context, start, ends, policy);
    if (/代表大会$/.test(text.slice(start, end)) && !walk.anchors.some((anchor) => anchor.kind === "number")) continue;
    for (const { start: begin, frame, score } of beginnings(context, walk, [start, end], policy))
      if (begin !== start || kind === "games")
        out.push({
          start: begin,
          end,
          type: "program",
          name: /(?:部署|推进|动员|总结|表彰)会议$/.test(text.slice(start, end)) ? text.slice(begin, end - 1) : null,
          score,
          extractor: "programs",
          rule: null,
          ...(frame ? { frame } : {}),
        });
  }
  return out;
}

/** 第六届|进博会, 2025|世界人工智能大会: a known event with the number or year of its holding. */
export function heldEvents(context: Context, found: readonly Candidate[]): Candidate[] {
  const { text, resources } = context;
  const out: Candidate[] = [];
  for (const { type, extractor, start, end, name } of found) {
    if (type !== "program" || extractor !== "gazetteer" || name === null) continue;
    const number = HOLDING.exec(text.slice(Math.max(0, start - 8), start));
    const sitting = SITTING.exec(text.slice(end, end + 16));
    if ((!number && !sitting) || !isEvent(resources, name)) continue;
    const from = start - (number?.[0].length ?? 0);
    const to = end + (sitting?.[0].length ?? 0);
    const whole = `${number?.[0] ?? ""}${name}${sitting?.[0] ?? ""}`;
    out.push({ start: from, end: to, type, name: whole, score: 0.9, extractor: "programs", rule: "short-form" });
  }
  return out;
}
/** 博鳌亚洲论坛|2024年年会: which of its meetings. */
const SITTING =
  /^(?:(?:19|20)\d\d年?|第[一二三四五六七八九十百\d]+[届次])?(?:年会|部长级会议|外长会|外长会议|全体会议|高官会|高级官员会议|领导人会议|峰会|领导人非正式会议)/;
const HOLDING = /(?:第[一二三四五六七八九十百\d]+[届次]|首届|(?<!\d)(?:19|20)\d\d年?)$/;

function isEvent(resources: Resources, name: string): boolean {
  for (let length = Math.min(8, name.length); length >= 2; length--) {
    const kind = resources.programHeads.get(name.slice(-length))?.[0];
    if (kind !== undefined) return kind.startsWith("event");
  }
  return false;
}

/** 龙虾节, 振兴杯; 季节, 春节 and 奖杯 are no public events, nor is the festival's 节目. */
const isFeast = (text: string, at: number): boolean =>
  !/[季环情调细春音关礼时使过青年佳端午秋阳明元宵国庆圣诞双两三五六妇女儿童劳动建军教师植树古尔邦开斋清泼一二八奖水酒茶举干银金铜捧夺]/.test(
    text[at - 1] ?? "",
  ) && !/[约能日目点省奏水假气俗令减育流选制拍子中具里节]/.test(text[at + 1] ?? "");

/** 中关村论坛|年会: the next word is the head. */
const opensHead = ({ text, resources }: Context, end: number): boolean =>
  [2, 3, 4].some((length) => resources.programHeads.get(text.slice(end, end + length))?.[0]?.startsWith("event"));

/** 广大|会员国: a word that jieba knows goes on behind the head. */
function crossesWord({ text, tokens, tokenAt, wordStart }: Context, end: number): boolean {
  if (wordStart[end] !== 0 || /^(?:[上中后前]|目标|期间)/.test(text.slice(end, end + 2))) return false;
  return !/^(?:x|nr|nrt)$/.test(tokens[tokenAt[end - 1]!]!.tag);
}
