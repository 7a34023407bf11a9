// Bodies whose tail is proof enough, or that stand beside a place in a set way: companies, media, teams, numbered meetings.
import type { Candidate } from "../candidates.ts";
import { type Context, wordsOf } from "../context.ts";

/** Company names and the like close with a tail that is proof enough; the head is whatever noun stands in front. */
const STRONG = /(?:有限责任公司|股份有限公司|有限公司|股份公司|证券|日报社|晚报社)/g;

export function withoutHead(context: Context): Candidate[] {
  const out: Candidate[] = [];
  for (const match of context.text.matchAll(STRONG)) {
    const end = match.index + match[0].length;
    const start = leftEdge(context, match.index);
    if (match.index - start < 2) continue;
    // 应该遵循|证券: a trade's word closes a name only behind a name.
    if (match[0] === "证券" && !behindName(context, match.index)) continue;
    out.push({ start, end, type: "agency", name: null, score: 0.7, extractor: "patterns", rule: null });
  }
  return out;
}

function behindName(context: Context, at: number): boolean {
  const token = context.tokens[context.tokenAt[at - 1]!]!;
  return /^(x|nz|nr|ns|nt)/.test(token.tag) && token.word.length === 2;
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

/** 拉萨融媒讯, 云南网记者: a place and a medium before a word of reporting, however jieba cuts them. */
export function media(context: Context, found: readonly Candidate[]): Candidate[] {
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

/** 中国女排, 韩国队: a place and its team. */
export function sportsTeams(context: Context, found: readonly Candidate[]): Candidate[] {
  const out: Candidate[] = [];
  for (const place of found) {
    if (place.type !== "place" || !/^(country|province|city)$/.test(place.kind ?? "")) continue;
    const match =
      /^(?:国家)?(?:男子|女子|男|女|青年)?(?:足球|足|篮球|篮|排球|排|乒乓球|乒乓|羽毛球|游泳|跳水|体操|射击|举重|田径|花样游泳)?队(?![员伍长友列形])/.exec(
        context.text.slice(place.end, place.end + 10),
      );
    const length = match?.[0].length ?? sponsorsTeam(context, place.end);
    if (length > 0)
      out.push({
        start: place.start,
        end: place.end + length,
        type: "agency",
        name: null,
        score: 0.75,
        extractor: "patterns",
        rule: null,
      });
  }
  return out;
}

/** 武汉|雅琪|队: between a place and 队 one word of two or three units that jieba holds for a name or none. */
function sponsorsTeam(context: Context, from: number): number {
  const token = context.tokens[context.tokenAt[from]!];
  if (token?.start !== from || !/^(x|nz|nr|nrt)$/.test(token.tag) || !/^[\u3400-\u9fff]{2,4}$/.test(token.word))
    return 0;
  if (/^.{2,3}队$/.test(token.word)) return token.word.length;
  return context.tokens[context.tokenAt[token.end]!]?.word === "队" ? token.word.length + 1 : 0;
}

/** 摩托罗拉公司, 同仁医院: a word that is a name, nouns of a trade, and a tail; the first word decides. */
export function properCompanies(context: Context): Candidate[] {
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
      /^[从在到向对驻赴由与和于往离是将被把让其各全本该每两三多大小新老这那此某一]/.test(name.word)
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
  /^(公司|集团公司|总公司|有限公司|药厂|学院|学校|幼儿园|杂志社|通讯社|律师事务所|会计师事务所|研究所|研究中心|乐团|剧团|艺术团|集团|出版社|医院|大学|银行|中学|小学|研究院|电视台|报社|协会|基金会|股份|实业|俱乐部|合作社)$/;
const TRADE =
  /^(汽车|保险|电子|科技|食品|药业|医药|能源|电力|石油|化工|钢铁|纺织|航空|物流|投资|地产|文化|传媒|旅游|农业|生物|信息|技术|通信|机械|建筑|建设|环保|教育|儿童|妇产|职业|技术|艺术|慈善|公益)$/;
const NO_NAME =
  /(三甲|二级|公立|民营|上市|央企|国企|国有|私营|外资|合资|分|子|母|总|龙头|头部|知名|定点|重点|高等|示范|希望|专业|一流|双一流|部属|省属|市属|区属|科创|初创|乡镇|村办|本土|跨国|平台|互联网)$/;
