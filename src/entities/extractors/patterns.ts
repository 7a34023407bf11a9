// Names by their parts: a head that is known (a place, a body, 全国, 第三届) and a tail that closes a name. The tail says
// the type: 局 a body, 村 a place, 博览会 a program.

import { tagWords } from "../../text/index.ts";
import type { Candidate } from "../candidates.ts";
import { type Context, wordsOf } from "../context.ts";
import type { EntityType } from "../types.ts";
import { type Tail, tailsFrom } from "./bodies.ts";
import type { Extractor } from "./extractor.ts";

interface Head {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

/** Words that open the name of an event or a national body though they are no names. */
const OPENERS =
  /(?:(?:19|20)\d\d年?)?(?:第[一二三四五六七八九十百零\d]+届|首届|全国|全省|全市|国际|世界|亚洲|全球|国家|中央|中国)/g;

function heads(context: Context, found: readonly Candidate[]): Head[] {
  const out: Head[] = [];
  for (const c of found) {
    if (c.type === "person" || c.extractor === "patterns" || /^我/.test(context.text.slice(c.start, c.end))) continue;
    if (
      c.type === "program" &&
      !/周年$|峰会$|论坛$|博览会$|大会$|运动会$/.test(c.name ?? context.text.slice(c.start, c.end))
    )
      continue;
    out.push({ start: c.start, end: c.end, kind: c.type === "place" ? (c.kind ?? "small") : c.type });
  }
  for (const match of context.text.matchAll(OPENERS)) {
    // 国家数据局: where a known name begins, its first word opens nothing.
    const end = match.index + match[0].length;
    if (!context.wordStart[match.index] || found.some((c) => c.start === match.index && c.end > end)) continue;
    out.push({ start: match.index, end, kind: "opener" });
  }
  // 一二九师陈列馆: a numbered unit.
  for (const match of context.text.matchAll(/第?[一二三四五六七八九〇零]{2,4}[师旅团军]/g))
    out.push({ start: match.index, end: match.index + match[0].length, kind: "unit" });
  return out;
}

/** A year or 第…届 in front belongs to an event's name: 2025年拉萨首届国际文化旅游博览会. */
function withYear(text: string, start: number): number {
  const match = /((?:19|20)\d\d年?|第[一二三四五六七八九十百零\d]+届|首届)$/.exec(
    text.slice(Math.max(0, start - 12), start),
  );
  return match ? start - match[0].length : start;
}

function accept(head: Head, tail: Tail, middle: string): boolean {
  if (
    /^(?:工程|行动|计划|倡议)$/.test(tail.word) &&
    (head.kind === "agency" || /军事|作战|地面|所谓|一系列|重点$/.test(middle))
  )
    return false;
  if (head.kind === "unit") return tail.length >= 3 && middle === "";
  if (head.kind === "program") return tail.length >= 3 && tail.type !== "place";
  if (head.kind === "opener")
    return tail.type === "agency"
      ? isNational(middle, tail.word)
      : tail.type === "program" && tail.length >= 2 && middle.length + tail.length >= 4;
  if (head.kind === "country" && tail.type === "place" && tail.length === 1) return false;
  if (head.kind === "continent" && tail.type !== "program") return false;
  if (head.kind === "agency" || head.kind === "city_cluster") {
    if (tail.type === "place") return tail.length >= 3;
    if (tail.type === "agency") return tail.length >= 2 || middle.length >= 1;
  }
  return true;
}

/** 全国农村卫生协会, 国家信息中心: what is national by its name; 国家重点实验室 is many. */
function isNational(middle: string, tail: string): boolean {
  if (/^(重点|区域|级|大型|工程|技术|示范|产业|首批)/.test(middle) || middle.length < 2) return false;
  return (
    /^(协会|学会|研究会|联合会|总局|管理局|委员会|基金会|促进会)$/.test(tail) ||
    (tail === "中心" && middle.length <= 4 && !/创新|科技|医学|卫生|制造|金融|消费|航运|贸易/.test(middle))
  );
}

function fromHead(context: Context, head: Head): Candidate[] {
  const { text } = context;
  const best = new Map<EntityType, Tail>();
  for (const tail of tailsFrom(context, head.end)) {
    const middle = text.slice(head.end, tail.end - tail.length);
    if (accept(head, tail, middle)) best.set(tail.type, tail);
  }
  let last: Tail | null = null;
  for (const tail of best.values()) {
    // 水利厅河湖: a river's or a village's one unit does not close what a body's tail has closed before.
    if (tail.type === "place" && tail.length === 1 && best.has("agency")) continue;
    if (!last || tail.end > last.end) last = tail;
  }
  if (!last || endsInKnownPlace(context, head, last)) return [];
  const dated = head.kind === "agency" && /^(?:19|20)\d\d年/.test(text.slice(head.end, head.end + 5));
  const own = dated ? head.end : head.start;
  const start = last.type === "program" || head.kind === "program" ? withYear(text, own) : own;
  const kind = last.type === "place" ? { kind: "small" } : {};
  return [
    { start, end: last.end, type: last.type, name: null, score: 0.75, extractor: "patterns", rule: null, ...kind },
  ];
}

/** 宁波舟山: one unit of a known place's name is no tail. */
function endsInKnownPlace(context: Context, head: Head, tail: Tail): boolean {
  if (tail.type !== "place" || tail.length > 1) return false;
  for (let start = Math.max(head.end, tail.end - 4); start <= tail.end - 2; start++)
    if (
      context.resources.forms
        .get(context.text.slice(start, tail.end))
        ?.some((name) => name.type === "place" && name.kind !== "river" && name.kind !== "mountain")
    )
      return true;
  return false;
}

/** Company names and the like close with a tail that is proof enough; the head is whatever noun stands in front. */
const STRONG = /(?:有限责任公司|股份有限公司|有限公司|股份公司|证券|日报社|晚报社)/g;

function withoutHead(context: Context): Candidate[] {
  const out: Candidate[] = [];
  for (const match of context.text.matchAll(STRONG)) {
    const end = match.index + match[0].length;
    const start = leftEdge(context, match.index);
    if (match.index - start < 2) continue;
    out.push({ start, end, type: "agency", name: null, score: 0.7, extractor: "patterns", rule: null });
  }
  return out;
}

/** Walks left over nouns. */
function leftEdge(context: Context, from: number): number {
  let start = from;
  for (let index = (context.tokenAt[from] ?? 0) - (context.wordStart[from] ? 1 : 0); index >= 0; index--) {
    const token = context.tokens[index]!;
    if (!/^[\u3400-\u9fffA-Za-z0-9()]+$/.test(token.word) || from - token.start > 20) break;
    if (
      /^(p|c|d|u|r|y)/.test(token.tag) ||
      wordsOf(context, "stop").has(token.word) ||
      wordsOf(context, "title").has(token.word)
    )
      break;
    if (token.tag === "v" && token.word.length > 1 && from - token.start > 8) break;
    if (
      /^(走进|来到|前往|成立|入股|收购|建设|创办|联合|位于|记者|企业|公司|落户|引进|投资|加入|进入|家|名|向)$/.test(
        token.word,
      )
    )
      break;
    start = token.start;
  }
  return start;
}

/** Small places without a head: 赤岸村, 砚池街道, 清漳河. One or two words that are no common nouns, after a border. */
function smallPlaces(context: Context): Candidate[] {
  const out: Candidate[] = [];
  const { tokens } = context;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    const tail = placeTail(context, token.word);
    if (!tail) continue;
    let start = token.start;
    if (token.word === tail) {
      const before = tokens[index - 1];
      if (!before || !/^(ns|nr|nrt|nrfg|nz|x)$/.test(before.tag) || !/^[\u3400-\u9fff]{2,4}$/.test(before.word))
        continue;
      start = before.start;
    } else if (!/^(ns|nz|x|nr|nrt|nrfg)$/.test(token.tag)) continue;
    // jieba glues prepositions to words it does not know: 从雄安, 驻雄安.
    while (
      /[从在到向对驻赴由与和于往离至去入距自即为是将被把让]/.test(context.text[start]!) &&
      token.end - start > tail.length + 1
    )
      start++;
    const name = context.text.slice(start, token.end);
    if (context.resources.forms.get(name) || isCommonMiddle(name.slice(0, name.length - tail.length))) continue;
    if (name.length - tail.length < 1 || name.length < 3 || name.length > 8) continue;
    if (
      wordsOf(context, "generic-place").has(name) ||
      /^[各全本该每两数多大小新老这那此某一]/.test(name) ||
      /[的了和在]/.test(name)
    )
      continue;
    out.push({
      start,
      end: token.end,
      type: "place",
      name: null,
      score: 0.6,
      extractor: "patterns",
      rule: null,
      kind: "small",
    });
  }
  return out;
}

/** Whether the words in front of a tail are common ones: 城市|社区, 绿水青|山. */
function isCommonMiddle(middle: string): boolean {
  const long = tagWords(middle).filter((token) => token.word.length >= 2);
  return long.length > 0 && long.every((token) => /^(n|vn|v|a|ad|b|d|m|q|f|j|l|i|s|t|nz)$/.test(token.tag));
}

function placeTail(context: Context, word: string): string | null {
  for (let length = Math.min(6, word.length); length >= 1; length--) {
    const tail = word.slice(-length);
    if (
      wordsOf(context, "place-tail").has(tail) &&
      !/^(组|站|塔|海|江|谷|沟|港|路|街|峰|湾|基地|花园|小区|园区|景区|流域|酒店|广场|公园|大厦|大楼|国道|省道|屯|寨|宫|庙|园区|遗址|湿地|草原|沙漠|水库|码头|口岸|港口|隧道|大道|半岛)$/.test(
        tail,
      )
    )
      return tail;
  }
  return null;
}

export const patternsExtractor: Extractor = {
  name: "patterns",
  summary: "head + words + tail: 江苏省援藏前方指挥部, 涉县赤岸村, 2025年拉萨首届国际文化旅游博览会",
  run: (context, found) => [
    ...heads(context, found).flatMap((head) => fromHead(context, head)),
    ...withoutHead(context),
    ...smallPlaces(context),
    ...openClusters(context, found),
    ...media(context, found),
    ...sportsTeams(context, found),
    ...properCompanies(context),
    ...numberedMeetings(context, found),
  ],
};

/** X城市群, X都市圈 …: from a known place only (推动长江经济带 shows why). */
function openClusters(context: Context, found: readonly Candidate[]): Candidate[] {
  const out: Candidate[] = [];
  for (const place of found) {
    if (place.type !== "place") continue;
    const match = /^(?:[\u3400-\u9fff—-]{0,6}?)(城市群|都市圈|经济圈|城市圈|双城经济圈)/.exec(
      context.text.slice(place.end, place.end + 12),
    );
    if (!match || /[的和与及等在是建]/.test(match[0])) continue;
    out.push({
      start: place.start,
      end: place.end + match[0].length,
      type: "city_cluster",
      name: null,
      score: 0.8,
      extractor: "patterns",
      rule: null,
    });
  }
  return out;
}

/** 拉萨融媒讯, 云南网记者: a place and a medium before a word of reporting, however jieba cuts them. */
function media(context: Context, found: readonly Candidate[]): Candidate[] {
  const out: Candidate[] = [];
  for (const place of found) {
    if (place.type !== "place") continue;
    const match = /^(?:融媒|日报|晚报|广播电视台|电视台|融媒体中心)(?=讯|记者|客户端|全媒体|首席|见习|通讯员)/.exec(
      context.text.slice(place.end, place.end + 10),
    );
    if (match)
      out.push({
        start: place.start,
        end: place.end + match[0].length,
        type: "agency",
        name: null,
        score: 0.93,
        extractor: "patterns",
        rule: null,
      });
  }
  for (const match of context.text.matchAll(/“([\u3400-\u9fff]{2,5})发布”/g))
    if (context.resources.forms.get(match[1]!)?.some((name) => name.type === "place"))
      out.push({
        start: match.index + 1,
        end: match.index + match[0].length - 1,
        type: "agency",
        name: null,
        score: 0.85,
        extractor: "patterns",
        rule: null,
      });
  return out;
}

/** 上海合作组织成员国元首理事会第二十五次会议: a body and the number of its meeting. */
function numberedMeetings(context: Context, found: readonly Candidate[]): Candidate[] {
  const out: Candidate[] = [];
  for (const body of found) {
    if (body.type !== "agency") continue;
    const match = /^[\u3400-\u9fff]{0,10}?第[一二三四五六七八九十百\d]{1,4}次(?:全体)?(?:会议|会晤|峰会|代表大会)/.exec(
      context.text.slice(body.end, body.end + 26),
    );
    if (match && !/[的在和于出席举行召开]/.test(match[0].replace(/会议$/, "")))
      out.push({
        start: body.start,
        end: body.end + match[0].length,
        type: "program",
        name: null,
        score: 0.85,
        extractor: "patterns",
        rule: null,
      });
  }
  return out;
}

/** 中国女排, 韩国队: a place and its team. */
function sportsTeams(context: Context, found: readonly Candidate[]): Candidate[] {
  const out: Candidate[] = [];
  for (const place of found) {
    if (place.type !== "place" || !/^(country|province|city)$/.test(place.kind ?? "")) continue;
    const match =
      /^(?:国家)?(?:男子|女子|男|女|青年)?(?:足球|足|篮球|篮|排球|排|乒乓球|乒乓|羽毛球|游泳|跳水|体操|射击|举重|田径|花样游泳)?队(?![员伍长友列形])/.exec(
        context.text.slice(place.end, place.end + 10),
      );
    if (match)
      out.push({
        start: place.start,
        end: place.end + match[0].length,
        type: "agency",
        name: null,
        score: 0.75,
        extractor: "patterns",
        rule: null,
      });
  }
  return out;
}

/** 摩托罗拉公司, 同仁医院: a word that is a name, nouns of a trade, and a tail; the first word decides. */
function properCompanies(context: Context): Candidate[] {
  const out: Candidate[] = [];
  const { tokens } = context;
  for (let index = 1; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (!PROPER_TAIL.test(token.word)) continue;
    let first = index - 1;
    while (first > 0 && token.start - tokens[first]!.start < 8 && TRADE.test(tokens[first]!.word)) first--;
    const name = tokens[first]!;
    if (!/^(x|nz|nrt|nrfg|nr|eng)$/.test(name.tag) || !/^[\u3400-\u9fffA-Za-z]{2,6}$/.test(name.word)) continue;
    if (
      NO_NAME.test(name.word) ||
      /^[从在到向对驻赴由与和于往离是将被把让各全本该每两三多大小新老这那此某一]/.test(name.word)
    )
      continue;
    out.push({
      start: name.start,
      end: token.end,
      type: "agency",
      name: null,
      score: 0.62,
      extractor: "patterns",
      rule: null,
    });
  }
  return out;
}
const PROPER_TAIL =
  /^(公司|集团|出版社|医院|大学|银行|中学|小学|研究院|电视台|报社|协会|基金会|股份|实业|俱乐部|合作社)$/;
const TRADE =
  /^(汽车|保险|电子|科技|食品|药业|医药|能源|电力|石油|化工|钢铁|纺织|航空|物流|投资|地产|文化|传媒|旅游|农业|生物|信息|技术|通信|机械|建筑|建设|环保|教育|儿童|妇产|职业|技术|艺术|慈善|公益)$/;
const NO_NAME =
  /(三甲|二级|公立|民营|上市|央企|国企|国有|私营|外资|合资|分|子|母|总|龙头|头部|知名|定点|重点|高等|示范|希望|专业|一流|双一流|部属|省属|市属|区属|科创|初创|乡镇|村办|本土|跨国|平台|互联网)$/;
