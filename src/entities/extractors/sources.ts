// Media where a report names its source: in front of 讯, 电 and 消息 at the head of a text, a line or a bracket, behind 据 and
// 来源, in book marks before what only a medium does.
//
//   大河网 | 洛阳 | 电(记者 …        腾讯体育 | 1月14日 | 北京 | 讯(记者 …        来源:大众网        《国家利益》杂志报道
import type { Candidate } from "../candidates.ts";
import type { Context } from "../context.ts";
import type { Name } from "../resources.ts";
import type { Extractor } from "./extractor.ts";

/** What a medium's name closes with. */
const TAIL =
  "(?:网(?!络|站|友|民|上|格|点)|在线|热线|之窗|之声|报(?!道|告|名|社)|报社|周刊|电视台|电台|广播台|卫视|通讯社|社(?!会|区)|融媒|融媒体中心|频道|客户端|新闻)";
const NAME = `[\\u3400-\\u9fffA-Za-z0-9·]{1,12}?${TAIL}(?:[\\u3400-\\u9fff]{2,4}频道)?`;
/** Portals, whose parts are named by a field: 腾讯体育. */
const PORTAL =
  "(?:腾讯|新浪|搜狐|网易|凤凰|和讯)(?:网|财经|体育|科技|娱乐|汽车|房产|教育|新闻|银行|证券|基金|读书|军事|健康|旅游|游戏)";
const DATE = "(?:\\d{4}年)?(?:\\d{1,2}月\\d{1,2}日|\\d{1,2}日)";
const PLACE = "[\\u3400-\\u9fff]{2,6}";

/** Name, place or none, and date or none, in either order; groups 1 to 4. */
const DATELINE = new RegExp(`^((?:${PORTAL}|${NAME}))(${PLACE})??(${DATE})?(${PLACE})??(?:专)?(?:讯|电|消息|报道)`);
/** Behind a dateline without a date. */
const OPENING = /^(?:[(:,\n]|记者|通讯员|见习|特约|据)/;
/** 齐鲁网记者; (大众日报客户端记者. */
const REPORTER = new RegExp(`^((?:${PORTAL}|${NAME}))(?:见习|特约|首席|实习|全媒体)?(?:记者|通讯员)(?![站证协节])`);
/** 来源:大众网). */
const ORIGIN = new RegExp(`^((?:${PORTAL}|${NAME}))(?=[)\\n]|作者|编辑|发布|时间|日期|\\d|$)`);
/** 据扬州网报道,. */
const REPORTED = new RegExp(`^((?:${PORTAL}|${NAME}))(?:${DATE})?(?:报道|消息|讯|电)(?=[(:,]|称|说)`);
const HEADS: readonly (readonly [head: RegExp, forms: readonly RegExp[]])[] = [
  [/(?<=^|[\n([【〖。])/g, [DATELINE, REPORTER]],
  [/(?<=来源:)/g, [ORIGIN]],
  [/(?<=^|[^数票单占论])据/g, [REPORTED]],
];
/** What names no medium or no single one. */
const NO_MEDIUM =
  /^(?:本|该|各|当地|此间|有关|官方|国内|海外|境外|国外|外国|多家|一些|部分|其他|主流|几家|据|来自|记者|我|互联|全|综合)|(?:互联|官|内|外|公|因特|局域|电|城|物联|国|朋友|中国新闻社?)网$|联网$|(?<=.)[和与]|据|记者|接受|播报|本社|方新闻/;

/** 《X》 before what only a medium does; what no medium is called. */
const BOOK =
  /(?<!刊登|发表|题为|推出|播出|播放|的)《([^《》\n]{2,12})》(?:周刊|杂志|网站|撰文|刊文|发文|记者|社评|评论员|(?:日前|近日|昨日|今天|昨天)?(?:报道|援引|披露|刊登|刊载|刊发|发表(?:了)?(?:题|文章|署名|社论|评论)|称))/g;
const NO_BOOK =
  /(?:法|条例|意见|规定|办法|方案|规划|报告|公报|白皮书|纲要|通知|决定|公告|声明|协议|协定|条约|指南|标准|[书稿信诗记传集]|基层|联播|访谈|直播间?)$/;

const medium = (start: number, end: number): Candidate => ({
  start,
  end,
  type: "agency",
  name: null,
  score: 0.92,
  extractor: "sources",
  rule: null,
  certain: true,
});

/** What the gazetteer knows as a place by these words. */
const placeOf = ({ resources }: Context, words: string): Name | undefined =>
  resources.forms.get(words)?.find(({ type }) => type === "place");

/** The places of a dateline, or null where it is none: units between name and 讯 that are no place, nothing that opens a report. */
function datelinePlaces(context: Context, match: RegExpExecArray, start: number): Candidate[] | null {
  const [all, name, before = "", date = "", behind = ""] = match;
  const out: Candidate[] = [];
  for (const [words, at] of [
    [before, start + name!.length],
    [behind, start + name!.length + before.length + date.length],
  ] as const) {
    if (words === "") continue;
    const place = placeOf(context, words);
    if (!place) return null;
    const { name: full, kind, parents } = place;
    out.push({ ...medium(at, at + words.length), type: "place", name: full, kind, parents });
  }
  const end = start + all.length;
  const opens = date !== "" || context.blank[end] === 1 || OPENING.test(context.text.slice(end, end + 3));
  return opens ? out : null;
}

/** 据美国侨报网报道: behind a state's name the medium may begin; whose it is, others weigh. */
const opensWithState = ({ resources, text }: Context, start: number): boolean =>
  resources.forms.at(text, start).some(({ values }) => values.some(({ kind }) => kind === "country"));

function inFrames(context: Context): Candidate[] {
  const { text } = context;
  const out: Candidate[] = [];
  for (const [head, forms] of HEADS)
    for (const found of text.matchAll(head)) {
      const start = found.index + found[0].length;
      const window = text.slice(start, start + 40);
      for (const form of forms) {
        const match = form.exec(window);
        const name = match?.[1];
        if (!match || !name || NO_MEDIUM.test(name) || opensWithState(context, start)) continue;
        const places = form === DATELINE ? datelinePlaces(context, match, start) : [];
        if (places === null) continue;
        out.push(medium(start, start + name.length), ...places);
        break;
      }
    }
  return out;
}

function inBookMarks({ text }: Context): Candidate[] {
  return [...text.matchAll(BOOK)]
    .filter((match) => !NO_BOOK.test(match[1]!))
    .map((match) => medium(match.index + 1, match.index + 1 + match[1]!.length));
}

/** A medium's part by its field: 新浪财经频道, 总台央视综合频道, 中央人民广播电台中国之声. */
const CHANNEL =
  /(?:网易|新浪|搜狐|腾讯|凤凰网|新华网|人民网|光明网|中国网|央广网|(?:总台)?央视|中央电视台|(?:中央广播电视)?总台|中央人民广播电台|中国国际广播电台)(?:CCTV-?\d{0,2})?[\u3400-\u9fff]{2,6}?(?:频道|之声|资讯广播)/g;
const NO_CHANNEL = /[的和与在等各及多]|所属|旗下/;

const channels = ({ text }: Context): Candidate[] =>
  [...text.matchAll(CHANNEL)]
    .filter((match) => !NO_CHANNEL.test(match[0]))
    .map((match) => ({ ...medium(match.index, match.index + match[0].length), certain: false }));

const HEAD_SOURCE = new RegExp(
  `(?<=^|[\\n。])[【〖(]?((?:${PORTAL}|${NAME}))(?:${PLACE})??(?:${DATE})?(?:${PLACE})??(?:讯|电|消息)`,
  "g",
);

/** The medium that the first line with a dateline names as its source, or null. */
export function sourceOf({ text }: Context): string | null {
  for (const [, name] of text.matchAll(HEAD_SOURCE)) if (!NO_MEDIUM.test(name!)) return name!;
  return null;
}

export const sourcesExtractor: Extractor = {
  name: "sources",
  summary: "media that a report names as its source: 大河网洛阳电, 据扬州网报道, 《国家利益》杂志",
  run: (context) => [...inFrames(context), ...inBookMarks(context), ...channels(context)],
};
