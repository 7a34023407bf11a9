// Where a name that has begun with a known head (a place, 市, a known body) ends: the walk over words that a name may
// hold, up to the last word that closes one (局, 指挥部, 博览会, 村).
//
//   江苏省 | 援藏 前方 指挥部 | 总指挥        head, words, tail; stops at a title, a verb, a preposition, a mark

import type { Token } from "../../text/index.ts";
import { type Context, wordsOf } from "../context.ts";
import type { EntityType } from "../types.ts";

/** Verbs that stand inside names of bodies; others end the walk. */
const VERBS_IN_NAMES = new Set(
  "作战 援藏 援疆 援青 驻 发展 改革 应急 救援 保护 研发 创新 建设 开发 投资 控股 监管 管理 监督 执法 服务 教育 培训 体育 测绘 勘察 勘测 设计 规划 研究 运输 物流 销售 贸易 合作 联合 促进 志愿 扶贫 帮扶 就业 保障 交易 发行 出版 传播 传媒 广播 电影 环保 防灾 减灾 救灾 防治 防控 防火 灭火 防汛 抗旱 抗日 抗战 战斗 指挥 侦察 检验 检测 检疫 认证 检察 审计 统计 调查 巡视 巡察 督查 督导 采购 招标 筹备 纪念活动 组织 招商 引资 招商引资 卫生 康复 护理 养老 育幼 托育 援助 交流 学习 推广 推进 领导 协调 会商 观测 预警 预报 纪念 试验 实验 融合 转化 孵化 示范 展示 展览 制造 加工 生产 种植 养殖 育种 繁育 维修 租赁 担保 评估 评价 鉴定 仲裁 调解 救助 捐献 安置 持续 安全 消防 登记 接待 联络 统战 宣传 教学 驾驶 航行 飞行 登山 游泳 滑雪 恢复 重建 治理 整治 救治 招待 疏解 接续 复兴 支援 可信 守护 登陆 通信 导航 探测 遥感 计算 供电 供水 排水 供热 输变电 发电 炼油 养护 试点 理论学习 学习 扩大 退役 保健 采油 勘探 钻探 接种 免疫 表演 演艺 演出 举重 射击 攀岩 潜水 推介 洽谈 签约 展销 拍卖 招聘 竞赛 比武 评选 巡演 会演 汇演".split(
    " ",
  ),
);
/** Titles that say whose a body is: 学生路消防救援站, 院士工作站, 工人文化宫. */
const WHOSE = new Set(
  "记者 学生 教师 工人 职工 农民 志愿者 专家 老人 院士 患者 企业家 航天员 消费者 运动员 作家 律师 代表 医师 艺术家 人大代表".split(
    " ",
  ),
);
/** 和 inside 人力资源和社会保障局: after these words only. */
const BEFORE_AND =
  /(人力资源|文化|住房|发展|工业|经济|自然资源|林业|教育|粮食|科学|广播电视|卫生|农业|退役军人|精神|宣传|机关|民族|规划|商务|交通)$/;
/** Words that no name holds though their tags would let them in. */
const NEVER_INSIDE = new Set(
  "通报 公开 发布 发表 公布 公告 召开 举行 举办 消息 最新 大量 遭到 获 获得 表示 近日 日前 今天 昨天 今年 去年 明年 当天 位于 提供 作出 自办 主办 承办 协办 所属 共同 同时 先后 支持 开展 愿 记者 方面 境内 现有 新增 新 新一届 首个 首次 首家 首批 预计 全长 全面 系统 会同 愿同 会见 援引 一线 企业 沿线 沿岸 附近 期间 目前 多个 统揽 会议研究 并报 四大 五大 三大 两大 部分 众多 三面 仪式 精品 片单".split(
    " ",
  ),
);
/** Verbs that are the predicate when they stand right behind the head: 福建建设…示范区. */
const NOT_FIRST = new Set(
  "建设 保护 推进 推广 组织 扩大 守护 治理 加工 生产 展示 恢复 重建 管理 监督 开发 制造 推动".split(" "),
);
/** Verbs that behind any known name say what it does: 西海岸新区调研…行动; 建设 is not one (海南自由贸易港建设总体方案). */
const ACTIONS = new Set(
  "调研 考察 视察 检查 部署 启动 实施 参与 参加 推出 加快 深化 打造 落实 开启 出台 谋划 强化 完善 探索 助力 对接 融入 聚焦 布局 总结 解读".split(
    " ",
  ),
);
/** Whether a word behind a body or a place is what it does, no part of a longer name. */
export const isAction = (word: string): boolean => ACTIONS.has(word);
/** Whether a verb may stand in a name. */
export const mayStandInVerb = (word: string): boolean => VERBS_IN_NAMES.has(word);
const MAX_UNITS = 26;
const NAME_TAG = /^(n|vn|j|b|s|f|m|q|eng|a|an|ad|l|i|t|zg|g|k|h|nz|x|tg|mq|ng)/;

export interface Tail {
  readonly end: number;
  readonly type: EntityType;
  /** Length of the tail word in units. */
  readonly length: number;
  readonly word: string;
}

const TAIL_TYPES: readonly (readonly [kind: string, type: EntityType])[] = [
  ["agency-tail", "agency"],
  ["place-tail", "place"],
];
/** One-unit tails close a name only as the end of a longer word: 商务厅, 公安局, 钢铁厂. */
const NOT_AFTER: Record<string, RegExp> = {
  委: /^(编委|党委|纪委|常委|评委|居委|业委)$/,
  局: /^(格局|布局|大局|全局|时局|结局|当局|政局|危局|开局|变局|新局|棋局|战局)$/,
  厅: /^(客厅|大厅|餐厅|展厅|音乐厅|歌厅)$/,
  署: /(?:部署|签署)$/,
  办: /^(举办|主办|承办|协办|兴办|创办|筹办|办|开办|申办|督办|合办|停办|严办|民办|公办|代办|交办)$/,
  站: /^(站|网站|车站|充电站|加油站|换电站|基站|驿站|水站|电站|首站)$/,
  路: /^(路|道路|公路|铁路|线路|一路|出路|思路|丝路|马路|网路|水路|之路|新路|高速公路|通路|老路|半路|上路)$/,
  街: /^(街|大街|步行街)$/,
  村: /^(村|农村|乡村|新村|山村|全村|行政村|自然村|渔村|古村|城中村|驻村|进村|各村|两村)$/,
  镇: /^(镇|城镇|乡镇|小镇|古镇|集镇|重镇|村镇|市镇|特色小镇)$/,
  乡: /^(乡|城乡|家乡|故乡|老乡|下乡|返乡|水乡|同乡|他乡|侨乡)$/,
  山: /^(山|江山|矿山|高山|火山|深山|登山|大山|上山|金山银山|雪山|青山|爬山|荒山|冰山)$/,
  河: /^(河|江河|大河|银河|山河|冰河|母亲河|内河|运河|护城河)$/,
  江: /^(江|沿江|跨江|大江|临江|长江)$/,
  湖: /^(湖|江湖|大湖|人工湖)$/,
  港: /^(港|海港|空港|香港|自由港|自贸港|自由贸易港|贸易港|枢纽港|母港|良港|到港|赴港|中心港|陆港|国际陆港|离港|开港|回港)$/,
  岛: /^(岛|海岛|小岛|全岛|半岛|登岛|离岛|群岛|无人岛)$/,
  峰: /^(峰|高峰|山峰|顶峰|洪峰|尖峰|错峰|群峰)$/,
  岭: /^(岭|山岭)$/,
  湾: /^(湾|海湾|港湾)$/,
  寺: /^寺$/,
  屯: /./,
  寨: /^(寨|村寨|山寨|苗寨)$/,
  巷: /^(巷|街巷|小巷|大街小巷)$/,
};
/** Tails that a head may bear at once: 拉萨火车站, 河北省政府. Others need a name between. */
const DIRECT =
  /^(代表团|体育代表团|金管局|新闻社|电视公司|广播公司|航空公司|石油公司|交易所|证交所|工商局|公安分局|教育局|卫生局|文化局|财政局|农业局|林业局|水利局|环保局|规划局|交通局|体育局|城管局|法学院|医学院|工学院|师范大学|医科大学|农业大学|理工大学|工业大学|交通大学|师范学院|职业技术学院|一中|二中|中学|小学|商会|商务厅|水利厅|教育厅|财政厅|政府|人民政府|党委|人大|政协|人大常委会|省委|市委|县委|区委|州委|委|党组|纪委|监委|纪委监委|公安局|警察局|公安厅|法院|检察院|人民法院|人民检察院|妇联|总工会|团委|工商联|青联|科协|文联|气象局|气象台|税务局|海关|军区|军分区|武警|大使馆|使馆|总领馆|总领事馆|议会|国会|众议院|参议院|外交部|国防部|财政部|卫生部|能源部|内政部|司法部|农业部|教育部|交通部|国土安全部|劳工部|国务院|最高法院|共产党|军队|证券|银行|日报|晚报|日报社|晚报社|电视台|广播电视台|广播台|融媒体中心|融媒|大学|机场|国际机场|火车站|高铁站|汽车站|港|站|会展中心|国际会展中心|博物馆|陈列馆|纪念馆|旧址|司令部|图书馆|美术馆|体育馆|科技馆|大剧院|大桥|奥体中心|体育中心|高新区|经开区|经济技术开发区|高新技术产业开发区|自贸区|自贸试验区|自由贸易试验区|综合保税区|新区|总部|人民医院|中医院|中医医院|红十字会|残联|侨联|作协|国家队|女排|峰会|论坛|奥运会|冬奥会|亚运会|亚冬会|全运会|大运会|宣言|电影节|马拉松|世界杯|国际电影节|发展论坛|高新技术开发区|海事局|边检站|消防救援支队|消防救援大队|消防救援总队|供电公司)$/;

/** 委 closes a name only in the words for such bodies. */
const COMMITTEE =
  /(发展改革|发改|卫健|卫生健康|国资|经信|政法|纪|党|工|教|建|农|科|民|网信|文明|省|市|县|区|州|旗|安|住建|城管|交通|商务|编)委$/;

function singleTail(context: Context, token: Token, word: string, type: EntityType): boolean {
  // 北庄|村: jieba cuts the tail off a name it does not know; acceptable() asks for that name.
  if (NOT_AFTER[word]?.test(token.word) && !(token.word === word && /^[村镇乡寨屯]$/.test(word))) return false;
  if (type !== "agency") return true;
  if (word === "委") return COMMITTEE.test(context.text.slice(Math.max(0, token.end - 5), token.end));
  if (/^[局厅署办]$/.test(word)) return token.word.length !== 2 || token.tag === "nt";
  return token.word.length >= 3;
}

function tailAt(context: Context, token: Token, from: number): Tail | null {
  let best: Tail | null = null;
  for (const [kind, type] of TAIL_TYPES)
    for (const word of suffixes(context.text, from, token.end)) {
      if (!wordsOf(context, kind).has(word)) continue;
      const length = word.length;
      if (length === 1 && !singleTail(context, token, word, type)) continue;
      if (best && best.length >= length) continue;
      best = { end: token.end, type, length, word };
    }
  return best;
}

function* suffixes(text: string, from: number, end: number): Generator<string> {
  for (let start = Math.max(from, end - 8); start < end; start++) yield text.slice(start, end);
}

/** 第42次, 500千伏, 一二九 may stand in a name; 一家, 三个, 29日 may not. */
function isOrdinal(context: Context, token: Token, before: Token | undefined): boolean {
  const { text } = context;
  if (/^\d+$/.test(token.word)) return !/^[日月时点分个名家余万亿多]/.test(text.slice(token.end, token.end + 1));
  if (token.word === "年") return before !== undefined && /^\d{4}$/.test(before.word);
  if (token.tag === "q") return before !== undefined && /(^第|[0-9])/.test(before.word);
  return /^第|[届次]$/.test(token.word) || token.word.length >= 3 || before?.word === "第";
}

/** Whether a word may stand inside a name. */
export function mayStandInside(context: Context, token: Token, before: Token | undefined): boolean {
  const { word, tag } = token;
  if (word === "和")
    return before !== undefined && BEFORE_AND.test(context.text.slice(Math.max(0, token.start - 6), token.start));
  if (word === "暨" || word === "·") return true;
  if (/[^\u3400-\u9fffA-Za-z0-9+]/.test(word) || NEVER_INSIDE.has(word)) return false;
  if (tag === "t" && !/年$/.test(word)) return false;
  if (/^[mq]$/.test(tag)) return isOrdinal(context, token, before);
  if (VERBS_IN_NAMES.has(word) || (word === "可" && context.text.startsWith("持续", token.end))) return true;
  if (wordsOf(context, "stop").has(word)) return false;
  if (wordsOf(context, "title").has(word) && !WHOSE.has(word)) return false;
  if (/^(v|p|c|d|u|r|y|e|o)/.test(tag) && !tag.startsWith("vn")) return false;
  return NAME_TAG.test(tag);
}

/**
 * The tails reachable from `from` (the end of a head that began at `start`), in order of position; each closes a possible name.
 */
export function tailsFrom(context: Context, from: number): Tail[] {
  const { tokens, tokenAt, text } = context;
  const tails: Tail[] = [];
  let index = tokenAt[from] ?? -1;
  if (index < 0) return tails;
  if (tokens[index]!.start < from) index = splitInside(context, from, tails);
  let joined = false;
  for (; index >= 0 && index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.end - from > MAX_UNITS) break;
    if (NEVER_INSIDE.has(token.word) || (token.start === from && (NOT_FIRST.has(token.word) || isAction(token.word))))
      break;
    const tail = tailAt(context, token, from);
    // 减贫和可持续发展论坛: behind a free 和 only an event may end.
    if (tail && acceptable(text, from, tail) && (!joined || (tail.type === "program" && tail.length >= 2)))
      tails.push(tail);
    if (token.word === "暨") joined = true;
    if (
      token.word === "和" &&
      token.start > from &&
      /^(n|vn|x|j)$/.test(tokens[index - 1]!.tag) &&
      !/^(ns|nr)/.test(tokens[index + 1]?.tag ?? "ns")
    ) {
      joined ||= !mayStandInside(context, token, tokens[index - 1]);
      continue;
    }
    if (!mayStandInside(context, token, tokens[index - 1]) && !tail) {
      const after = quoted(context, token, from);
      if (after < 0) break;
      index = tokenAt[after - 1]!;
    }
  }
  return tails;
}

/** A head may end inside a word (京 | 市委 in one): the rest of the word is looked at as a tail, then the walk goes on. */
function splitInside(context: Context, from: number, tails: Tail[]): number {
  const index = context.tokenAt[from]!;
  const token = context.tokens[index]!;
  const rest = context.text.slice(from, token.end);
  const inside = { ...token, word: token.word, start: from };
  const tail = tailAt(context, inside, from);
  if (!tail || tail.length !== rest.length || !DIRECT.test(rest)) return -1;
  tails.push(tail);
  return index + 1;
}

/** The end of a short quotation inside a name (“苏州情·林周行”援助交流发展大会), or -1. */
function quoted(context: Context, token: Token, from: number): number {
  if (token.word !== "“" || token.start === from) return -1;
  const close = context.text.indexOf("”", token.start);
  return close > 0 && close - token.start < 14 && !context.text.slice(token.start, close).includes("\n")
    ? close + 1
    : -1;
}

function acceptable(text: string, from: number, tail: Tail): boolean {
  const middle = text.slice(from, tail.end - tail.length);
  if (middle === "") return DIRECT.test(tail.word);
  if (/^[内外]$/.test(middle)) return false;
  if (/^(各|全|的|及|等|有关|相关|多家|首家|部分|主要|这个|一个|两个|个)/.test(middle)) return false;
  // 伦敦市中心, 市区中心: a middle, not a centre.
  if (/(^|[市城区])$/.test(middle) && tail.word === "中心") return false;
  // What a city is to become is no body: 国际科技创新中心.
  if (
    /^(国际|全国|区域|世界|全球)?(综合性)?(科技|科技创新|金融|消费|航运|贸易|经济|科创|科学)$/.test(middle) &&
    /中心$/.test(tail.word)
  )
    return false;
  if (tail.type === "program" && tail.length < 3 && middle.length < 2) return false;
  return !/(各级|有关|相关|全体|多个|一些|主要|所有|各个|个|家|名|位|所|座|条|处|批|项)$/.test(middle);
}

/** The end of a body named after a local head (市 + 委, 自治区 + 商务厅), or null. */
export function bodyEnd(context: Context, from: number, head: string): number | null {
  const tails = tailsFrom(context, from).filter((tail) => tail.type === "agency");
  const last = tails.at(-1);
  if (!last) return null;
  const body = context.text.slice(from, last.end);
  if (head === "区" && /^(域|块)/.test(body)) return null;
  return /^(公司|集团|企业|大学|学校|银行)$/.test(body) ? null : last.end;
}
