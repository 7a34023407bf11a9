// How far a program's name reaches to the left of its head: 第三届“一带一路”国际合作高峰 | 论坛.
//
// The walk goes left from the head over what names hold: words, known names, numbers, quotations, brackets, dashes. It stops
// at what governs a name (出席, 印发, 在, 的, a mark, a person). On its way it notes anchors: what may open a name and says
// that there is one (a place, 第三届, 2025年, 全国, a quotation). A name begins at an anchor, or at the stop.
import type { Token } from "../../text/index.ts";
import type { Candidate } from "../candidates.ts";
import { type Context, wordsOf } from "../context.ts";
import { mayStandInVerb } from "./bodies.ts";

export type AnchorKind = "place" | "agency" | "program" | "cluster" | "number" | "opener" | "quote";

export interface Anchor {
  readonly start: number;
  readonly end: number;
  readonly kind: AnchorKind;
}

/** Why the walk ended: a governing verb or preposition, a mark or line's end, an agency, anything else. */
export type Stop = "governed" | "mark" | "agency" | "other";

export interface Walk {
  /** Where the name may begin at the earliest. */
  readonly start: number;
  readonly stop: Stop;
  /** By start, the last found first in the text. */
  readonly anchors: readonly Anchor[];
}

export interface WalkOptions {
  /** Verbs may stand in the name (提振消费专项行动). */
  readonly verbs: boolean;
  /** A body in front is whose the program is, no part of its name (公安部开展…, 国务院行动计划). */
  readonly stopAtAgency: boolean;
  /** 和 may stand in the name, where only one of its sides has an anchor. */
  readonly joints: boolean;
}

const MAX_UNITS = 34;
const OPENER =
  /(?:全国|国际|世界|全球|亚洲|亚太|欧洲|非洲|国家|中央|中华|海峡两岸|两岸|环球|中外|丝绸之路|海上丝绸之路|“一带一路”|一带一路|(?:中|美|俄|日|英|法|德|韩|朝|印|欧|越|巴|伊|澳|沪|港|京|台|非|阿|拉)(?:[美俄日英法德韩朝印欧越巴伊澳沪港京台非阿拉塞匈哈吉塔乌蒙泰老柬缅马新菲意西葡瑞荷比希埃南苏沙阿]))$/;
const NUMBER =
  /(?:第[一二三四五六七八九十百零〇\d]+(?:届|次|期|批|轮|版)|首届|’\d\d|[一二三四五六七八九]?十[一二三四五六七八九]?届|(?<!\d)(?:19|20)\d\d(?:[—-]+(?:19|20)\d\d)?(?:年度|年|赛季)?(?:[—-]+(?:19|20)\d\d年)?|“?十[三四五]五”?(?:时期)?)$/;
const PHASE = /^[一二三四五六]期$/;
const MARK = /[^\u3400-\u9fffA-Za-z0-9+±]/;

/** Known names by their end: the longest of each. */
export function endsOf(found: readonly Candidate[]): ReadonlyMap<number, Candidate> {
  const ends = new Map<number, Candidate>();
  for (const candidate of found) {
    // 我国三北工程: whose it is said to be is no part of a name.
    if (candidate.rule === "local-short-form" && candidate.type === "place") continue;
    const other = ends.get(candidate.end);
    if (!other || other.start > candidate.start) ends.set(candidate.end, candidate);
  }
  return ends;
}

const kindOf = ({ type }: Candidate): AnchorKind | null =>
  type === "person" ? null : type === "city_cluster" ? "cluster" : type;

const openOf: Readonly<Record<string, string>> = { "”": "“", ")": "(", "》": "《", "〉": "〈", "’": "‘" };

/** Where the quotation or bracket that ends at `end` opens, or -1 when it is long or crosses a line. */
function opening(text: string, end: number): number {
  const close = text[end - 1]!;
  const at = text.lastIndexOf(openOf[close]!, end - 2);
  const limit = close === ")" ? 14 : close === "》" ? 40 : 26;
  if (at < 0 || end - at > limit || text.slice(at, end).includes("\n")) return -1;
  return at;
}

/** 和, 与, 暨, 、 inside a name. */
const JOINTS = new Set(["和", "与", "暨", "及", "、"]);

interface State {
  readonly from: number;
  at: number;
  joint: boolean;
  /** Where the first verb ends that stands in the name only if a number opens it. */
  doubt: number | null;
  readonly anchors: Anchor[];
}

type Step = number | Stop;

function markStep(context: Context, { at, anchors }: State, ends: ReadonlyMap<number, Candidate>): Step {
  const { text } = context;
  const char = text[at - 1]!;
  if (openOf[char]) {
    const open = opening(text, at);
    if (open < 0) return "mark";
    if (char !== ")") anchors.push({ start: open, end: at, kind: "quote" });
    return open;
  }
  if (char === "·") return at - 1;
  if (/[—-]/.test(char)) {
    if (/[—-]/.test(text[at - 2] ?? "")) return "mark";
    const before = ends.get(at - 1);
    return (before && kindOf(before) !== null) || /[\d\u3400-\u9fff]/.test(text[at - 2] ?? "") ? at - 1 : "mark";
  }
  return "mark";
}

/** Whether what governs a name ends at `at`: 印发, 全面|实施 and 巩固|拓展, however jieba cuts them. */
function governed({ text, wordStart, resources }: Context, at: number, word: string): boolean {
  const verbs = resources.words.get("program-verb");
  if (!verbs) return false;
  if (verbs.has(word)) return true;
  for (let length = 2; length <= 6 && length <= at; length++)
    if ((length < word.length || wordStart[at - length]) && verbs.has(text.slice(at - length, at))) return true;
  return false;
}

/** Times and numbers that names hold: 冬季运动会, 中秋晚会. */
const TIMES_IN_NAMES =
  /^(?:新时代|世纪|未来|[千万百三四五双]|[一二三四五六]期|[春夏秋冬]季|新年|新春|迎春|春节|元宵|中秋|国庆|端午|七夕|重阳|五四|五一)/;
/** Titles that say whose meeting it is. */
const ROLES_IN_NAMES =
  /^(?:代表|青年|学生|大学生|中学生|教师|工人|农民|专家|学者|院士|科学家|艺术家|设计师|工程师|主持人|志愿者|企业家|总理|部长|元首|首脑|领导人|领袖|外长|议长|议员|市长|运动员|演员|作家|诗人|记者|职工|委员长|律师|医师|消防员|残疾人)$/;

function wordStep(context: Context, state: State, token: Token, options: WalkOptions): Step {
  const { at } = state;
  const start = token.start;
  const word = context.text.slice(start, at);
  if (word === "之") return start;
  if (word === "再" && /^(?:就业|制造|生|利用)/.test(context.text.slice(at, at + 2))) return start;
  if (word === "可" && context.text.startsWith("持续", at)) return start;
  if (governed(context, at, word) || wordsOf(context, "stop").has(word)) return "governed";
  if (ROLES_IN_NAMES.test(word)) return start;
  if (/^[pcudryeo]/.test(token.tag) && !/^(?:uv|ad)/.test(token.tag))
    return token.tag.startsWith("p") ? "governed" : "other";
  if (/^(?:t|m|q|mq)$/.test(token.tag) && !TIMES_IN_NAMES.test(word)) return "other";
  if (wordsOf(context, "title").has(word)) return "other";
  if (/^v$/.test(token.tag) && !options.verbs && !mayStandInVerb(word)) {
    // 第四届北斗规模|应用|国际峰会: a verb stands in the name where a number opens it.
    if (state.anchors.some(({ kind }) => kind === "number")) return "governed";
    state.doubt ??= at;
  }
  return start;
}

function step(context: Context, state: State, ends: ReadonlyMap<number, Candidate>, options: WalkOptions): Step {
  const { text, tokens, tokenAt } = context;
  const { at, anchors } = state;
  // 南水北调东线|一期|北延应急供水工程
  if (PHASE.test(text.slice(at - 2, at))) return at - 2;
  const number = NUMBER.exec(text.slice(Math.max(0, at - 16), at));
  if (number) {
    const start = at - number[0].length;
    anchors.push({ start, end: at, kind: "number" });
    return start;
  }
  const joint = JOINTS.has(text[at - 1]!);
  if (!joint && MARK.test(text[at - 1]!)) return markStep(context, state, ends);
  const known = ends.get(at);
  if (known) {
    const kind = kindOf(known);
    if (kind === null) return "other";
    if (kind === "agency" && options.stopAtAgency) return "agency";
    anchors.push({ start: known.start, end: at, kind });
    return known.start;
  }
  const opener = OPENER.exec(text.slice(Math.max(0, at - 7), at));
  if (opener && context.wordStart[at - opener[0].length]) {
    anchors.push({ start: at - opener[0].length, end: at, kind: "opener" });
    return at - opener[0].length;
  }
  const token = tokens[tokenAt[at - 1]!]!;
  if (joint && token.word.length === 1) {
    // 招商推介暨“山海行”交流大会 is one name; behind a whole name 暨 begins another.
    if (endsName(context, at - 1, ends)) return "governed";
    if (token.word === "暨") return at - 1;
    // A second name begins behind the joint: 十四届全国人大一次会议和全国政协十四届一次会议.
    if (anchors.length > 0 || state.joint || !options.joints || at === state.from) return "governed";
    state.joint = true;
    return at - 1;
  }
  return wordStep(context, state, token, options);
}

/** Whether a program or a body, or a head of programs, ends at `at`: what stands before is a name of its own. */
function endsName({ text, resources }: Context, at: number, ends: ReadonlyMap<number, Candidate>): boolean {
  if (/^(?:program|agency)$/.test(ends.get(at)?.type ?? "")) return true;
  for (let length = 2; length <= 5; length++) if (resources.programHeads.get(text.slice(at - length, at))) return true;
  return false;
}

/** Walks left from `from`, the start of a head. Cost: O(units walked). */
export function walkLeft(
  context: Context,
  from: number,
  ends: ReadonlyMap<number, Candidate>,
  options: WalkOptions,
): Walk {
  const state: State = { from, at: from, joint: false, doubt: null, anchors: [] };
  let stop: Stop = "mark";
  while (state.at > 0 && from - state.at < MAX_UNITS) {
    const next = step(context, state, ends, options);
    if (typeof next !== "number") {
      stop = next;
      break;
    }
    state.at = next;
  }
  const { doubt, anchors } = state;
  if (doubt === null || (anchors.at(-1)?.kind === "number" && anchors.at(-1)!.start === state.at))
    return { start: state.at, stop, anchors };
  return { start: doubt, stop: "governed", anchors: anchors.filter(({ start }) => start >= doubt) };
}
