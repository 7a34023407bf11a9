// Programs by their head word: what a 论坛, a 规划, a 专项行动 is called stands in front of it. The table
// data/gazetteer/program-heads.tsv lists the heads by class; a class says what makes a name of a phrase.
import type { Candidate } from "../candidates.ts";
import type { Context } from "../context.ts";
import type { Resources } from "../resources.ts";
import { type Anchor, type AnchorKind, endsOf, type Walk, walkLeft } from "./program-walk.ts";

interface Policy {
  /** Anchors that open a name of this class. */
  readonly anchors: ReadonlySet<AnchorKind>;
  /** Verbs may stand in the name (提振消费专项行动). */
  readonly verbs: boolean;
  /** A body in front is whose the program is, no part of its name. */
  readonly stopAtAgency: boolean;
  /** 和 may stand in the name. */
  readonly joints: boolean;
  /** Fewest units between an anchor and the head; a known place, body or program counts as two. */
  readonly middle: number;
  /** Whether a phrase without an anchor is a name where something governs it: its fewest units in front of the head. */
  readonly bare: number;
}

const all: ReadonlySet<AnchorKind> = new Set(["place", "agency", "program", "cluster", "number", "opener", "quote"]);
const without = (...kinds: AnchorKind[]): ReadonlySet<AnchorKind> =>
  new Set([...all].filter((kind) => !kinds.includes(kind)));
const NEVER = Number.POSITIVE_INFINITY;

const POLICIES: Readonly<Record<string, Policy>> = {
  event: { anchors: all, verbs: false, stopAtAgency: false, joints: true, middle: 2, bare: NEVER },
  "event-weak": { anchors: all, verbs: false, stopAtAgency: false, joints: true, middle: 3, bare: NEVER },
  meeting: { anchors: all, verbs: true, stopAtAgency: false, joints: true, middle: 4, bare: 6 },
  plan: { anchors: without("agency"), verbs: true, stopAtAgency: true, joints: true, middle: 4, bare: NEVER },
  campaign: { anchors: without("agency"), verbs: true, stopAtAgency: true, joints: true, middle: 4, bare: 4 },
  action: {
    anchors: new Set(["quote", "number", "cluster"]),
    verbs: true,
    stopAtAgency: true,
    joints: true,
    middle: 6,
    bare: 6,
  },
  education: {
    anchors: new Set(["quote", "program", "opener"]),
    verbs: false,
    stopAtAgency: true,
    joints: false,
    middle: 4,
    bare: 2,
  },
  work: {
    anchors: new Set(["place", "cluster", "quote"]),
    verbs: true,
    stopAtAgency: true,
    joints: true,
    middle: 4,
    bare: NEVER,
  },
  award: { anchors: all, verbs: false, stopAtAgency: true, joints: true, middle: 2, bare: NEVER },
  fund: {
    anchors: new Set(["quote", "place"]),
    verbs: false,
    stopAtAgency: true,
    joints: false,
    middle: 4,
    bare: NEVER,
  },
  community: {
    anchors: without("number", "quote"),
    verbs: false,
    stopAtAgency: false,
    joints: false,
    middle: 2,
    bare: NEVER,
  },
  agreement: { anchors: all, verbs: false, stopAtAgency: true, joints: true, middle: 2, bare: NEVER },
};

/** What makes another word of a head: 工程师, 大会堂, 会议室, 规划建设. */
const GOES_ON =
  /^(?:工程(?:师|院|部|学|机械|技术|建设|项目|质量|施工|设计|公司|大学|总|局|兵|车|款|量|造价)|大会(?:堂|议|代表|战)|会议(?:室|厅|桌|中心|纪要|长|费|秘书|主席|员)|论坛报|规划(?:建设|布局|编制|设计|局|师|院|馆|展|委|了|着|自然|和自然|区)|计划(?:经济|生育|单列)|奖(?:项|励|金|牌|杯|学|章|状|惩|品|赏|补)|条例(?:草|修)|展(?:开|示|览|现|望|商|台|馆|会|区|出|品|演|厅|销)|公约(?:数|里)|条约(?:国|组)|对话(?:框|者)|会议(?:员)|行动(?:计划|方案)|宣言书|峰会路|马拉松式|全会(?:员)|试点(?:城市|地区|单位|工作))/;
/** Words in front of a head that say nothing: 国际|多边|会议. */
const EMPTY =
  /^(?:重要|重大|重点|大型|主题|系列|有关|相关|多边|双边|国内|国际|全国|全国性|全党|全省|全市|全军|全区|党内|机关|部队|新一轮|这一|集中学习|学习|理论学习|中心组|世界|高级别|主场|视频|专题|年度|各类|一系列|综合|特别|紧急|首次|专门|内部|工作|全体|例行|联合|正式|非正式|高端|高层|顶级|水利|水电|建设|改造|民生|惠民|基础设施|公共|生态|市场|大型体育|体育|冰雪|大众|群众|职业|国家级|省级|市级|最高|一等|二等|三等|特等|优秀|行业|学术|之间|内部|有关部门|地区|区域|国家|基层|沿线|当地|多个|方面|部分|部|市民|青年|第三方|合作|机制|机制性|圆桌|常委会|主席团|发展|战略|和|愿景|总体|中长期|改扩建|改造|加固|修缮|整治|扩建|新建|在建|[一二两三四五六七八九十]+[个项大批处场])+$/;
/** Actions that no plan sets: 军事|行动, 救援|行动. */
const NO_CAMPAIGN =
  /(?:军事|地面|救援|搜救|打击|执法|抓捕|维和|袭击|进攻|空袭|反攻|撤离|抗议|罢工|报复|敌对|侵略|作战|联合|共同|集体|实际|具体|一致|紧急|有限|特别|应对|防御|反恐|移民|人道主义|单边|干预|扶贫|治理|国际|政治|外交|气候|其|的)$/;
/** What a work is for, not what it is called: 深中通道|关键控制性|工程. */
const NO_WORK =
  /(?:控制性|关键|节点|骨干|承包|重点|重大|水利|枢纽交通|交通枢纽|标志性|示范性|示范|专项|系统|民生|惠民|主体|配套|后续|基础|安装|管网|四个|两个|三个|多个|一批|等)$/;
const NONE: Anchor = { start: -1, end: -1, kind: "place" };
const KNOWN: ReadonlySet<AnchorKind> = new Set(["place", "agency", "program", "cluster", "quote"]);

/** Units of a name between its first anchor and its head, known names counted as two more. */
function middleOf(context: Context, anchor: Anchor, head: number, policy: Policy): number {
  const middle = context.text.slice(anchor.end, head).replace(/[(][^()]*[)]/g, "");
  // 海南自由贸易港|建设|总体方案 says enough; 海南|建设|工程 does not.
  const isPlan = policy === POLICIES.plan && KNOWN.has(anchor.kind) && /^(?:建设|发展)$/.test(middle);
  const own = EMPTY.test(middle) && !isPlan ? 0 : middle.length;
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
    token.word.length > 1
    ? token.start
    : start;
}

function beginning(context: Context, walk: Walk, head: number, policy: Policy): number | null {
  const allowed = walk.anchors.filter((anchor) => policy.anchors.has(anchor.kind)).sort((a, b) => a.start - b.start);
  const first = isDatedBody(context.text, allowed[0] ?? NONE, allowed[1]) ? allowed[1] : allowed[0];
  if (first) {
    if (middleOf(context, first, head, policy) < policy.middle) return null;
    return first.kind === "quote" ? withProperWord(context, first.start, walk.start) : first.start;
  }
  const words = context.text.slice(walk.start, head).replace(/[(][^()]*[)]/g, "");
  return walk.stop !== "other" &&
    walk.anchors.length === 0 &&
    words.length >= policy.bare &&
    !EMPTY.test(words) &&
    !words.includes("、")
    ? walk.start
    : null;
}

/** Names by head. `found`: what is known of the text, overlapping. Cost: O(length) and a walk for each head. */
export function programNames(context: Context, found: readonly Candidate[]): Candidate[] {
  const { text, resources } = context;
  const ends = endsOf(found);
  const out: Candidate[] = [];
  let last = -1;
  for (const { start, end, values } of resources.programHeads.all(text)) {
    // Of heads that share a beginning the longest, which comes first.
    if (start === last || goesOn(text, start, end) || crossesWord(context, end)) continue;
    last = start;
    const policy = POLICIES[values[0]!]!;
    // 国民代表大会 is a body; its numbered meetings are found by their number.
    if (/(?:代表|人民|国民)$/.test(text.slice(start - 2, start)) && text.startsWith("大会", start)) continue;
    if (/^[节杯]$/.test(text.slice(start, end)) && !isFeast(text, start)) continue;
    if (values[0] === "work" && NO_WORK.test(text.slice(start - 5, start))) continue;
    if (values[0] === "action" && NO_CAMPAIGN.test(text.slice(start - 4, start))) continue;
    const walk = walkLeft(context, start, ends, policy);
    if (/代表大会$/.test(text.slice(start, end)) && !walk.anchors.some(({ kind }) => kind === "number")) continue;
    const begin = beginning(context, walk, start, policy);
    if (begin === null || begin === start) continue;
    out.push({
      start: begin,
      end,
      type: "program",
      name: /(?:部署|推进|动员|总结|表彰)会议$/.test(text.slice(start, end)) ? text.slice(begin, end - 1) : null,
      score: walk.anchors.length > 0 ? 0.8 : 0.72,
      extractor: "programs",
      rule: null,
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
    if (!number || !isEvent(resources, name)) continue;
    const from = start - number[0].length;
    const whole = `${number[0]}${name}`;
    out.push({ start: from, end, type, name: whole, score: 0.9, extractor: "programs", rule: "short-form" });
  }
  return out;
}
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

/** 广大|会员国: a word that jieba knows goes on behind the head. */
function crossesWord({ text, tokens, tokenAt, wordStart }: Context, end: number): boolean {
  if (wordStart[end] !== 0 || /^(?:[上中后前]|目标|期间)/.test(text.slice(end, end + 2))) return false;
  return !/^(?:x|nr|nrt)$/.test(tokens[tokenAt[end - 1]!]!.tag);
}

/** Whether the text makes another word of the head at `start`. */
function goesOn(text: string, start: number, end: number): boolean {
  const head = text.slice(start, end);
  const tail = /(?:工程|大会|会议|论坛|规划|计划|奖|条例|展|公约|条约|对话|行动|宣言|峰会|马拉松|全会|试点)$/.exec(
    head,
  );
  return tail !== null && GOES_ON.test(text.slice(end - tail[0].length, end + 3));
}
