// What makes a name of a phrase before a program's head, by the head's class (data/gazetteer/program-heads.tsv).
import type { AnchorKind } from "./program-walk.ts";

/** What is done with programs of a class: 实施 a plan, 举办 an event, 获得 an award. */
export type Family = "policy" | "event" | "award";

export interface Policy {
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
  /** The same behind the number of its holding or edition (第五届水晶节). */
  readonly numbered: number;
  /** Whether a phrase without an anchor is a name where something governs it: its fewest units in front of the head. */
  readonly bare: number;
  /** The same where a verb of its family governs it (实施高标准农田建设工程). */
  readonly framed: number;
  readonly family: Family;
  /** How sure a name behind an anchor is. */
  readonly score: number;
}

const all: ReadonlySet<AnchorKind> = new Set(["place", "agency", "program", "cluster", "number", "opener", "quote"]);
const without = (...kinds: AnchorKind[]): ReadonlySet<AnchorKind> =>
  new Set([...all].filter((kind) => !kinds.includes(kind)));
const NEVER = Number.POSITIVE_INFINITY;

const EVENT: Policy = {
  anchors: all,
  verbs: false,
  stopAtAgency: false,
  joints: true,
  middle: 2,
  numbered: 2,
  bare: NEVER,
  framed: 4,
  family: "event",
  score: 0.8,
};
const PLAN: Policy = {
  anchors: without("agency"),
  verbs: true,
  stopAtAgency: true,
  joints: true,
  middle: 4,
  numbered: 4,
  bare: NEVER,
  framed: 4,
  family: "policy",
  score: 0.8,
};
const AWARD: Policy = { ...EVENT, stopAtAgency: true, framed: 2, family: "award" };

export const POLICIES: Readonly<Record<string, Policy>> = {
  event: EVENT,
  /** Names by themselves: 奥运会. */
  games: { ...EVENT, middle: 0, numbered: 0, framed: NEVER },
  "event-weak": { ...EVENT, middle: 3 },
  drill: { ...EVENT, middle: 4, numbered: 3, framed: NEVER, score: 0.7 },
  meeting: { ...EVENT, verbs: true, middle: 4, numbered: 4, bare: 6, framed: 6 },
  course: { ...EVENT, verbs: true, middle: 4, numbered: 4, framed: 6 },
  plan: PLAN,
  scheme: { ...PLAN, numbered: 2, framed: 5, score: 0.74 },
  /** By the year or edition of what is listed. */
  list: { ...PLAN, anchors: new Set(["number"]), framed: NEVER },
  trial: { ...PLAN, framed: 4, score: 0.7 },
  battle: { ...PLAN, bare: 4, framed: 3, score: 0.7 },
  campaign: { ...PLAN, bare: 4, framed: 3 },
  action: {
    ...PLAN,
    anchors: new Set(["quote", "number", "cluster", "opener", "place"]),
    middle: 4,
    bare: 5,
    framed: 4,
  },
  education: {
    ...PLAN,
    anchors: new Set(["quote", "program", "opener"]),
    verbs: false,
    joints: false,
    bare: 2,
    framed: 2,
  },
  work: { ...PLAN, anchors: new Set(["place", "cluster", "quote", "number", "program"]), framed: 3 },
  award: AWARD,
  fund: { ...AWARD, anchors: new Set(["quote", "place"]), joints: false, middle: 4, numbered: 4 },
  community: { ...EVENT, anchors: without("number", "quote"), joints: false, framed: NEVER, family: "policy" },
  agreement: { ...EVENT, stopAtAgency: true, framed: NEVER, family: "policy" },
};

/** What governs a program of a family, right in front of its name. */
const FRAMES: Readonly<Record<Family, RegExp>> = {
  policy:
    /(?:实施|启动|推进|开展|落实|制定|制订|印发|出台|发布|修订|编制|公布|推出|发起|设立|组织|参与|参加|加入|纳入|列入|部署|通过|审议|签署|批准|贯彻|执行|打好|打赢|打响|依据|依照|违反|修改|实行|推动|抓好|做好|抓实|建设|深化|完善|谋划|组织|助力|依托|支持|推行|颁布|施行|提出|开启|完成|加大|加快)(?:好|了)?$/,
  event:
    /(?:举办|举行|召开|出席|参加|承办|主办|协办|亮相|参展|举办好|办好|组织|开展|参与|启动|观看|推出|迎来|赴|在)(?:好|了)?$/,
  award: /(?:获得|荣获|获评|获颁|授予|颁发|颁授|设立|评选|入选|夺得|摘得|斩获|赢得|荣膺|揭晓|获|颁)(?:了|过)?$/,
};

/** What is said of programs behind their names: …计划|的实施, …行动|启动. */
const BEHIND: Readonly<Record<Family, RegExp>> = {
  policy: /^(?:的?实施|启动|以来|自\d|正式(?:启动|实施|发布)|印发|出台|全面启动|全面实施|落地见效)/,
  event:
    /^(?:在[\u3400-\u9fff]{1,8}(?:举行|召开|举办|开幕)|(?:今天|昨天|昨日|今日|近日|日前)?(?:[(][^()]{2,10}[)])?(?:开幕|闭幕|落幕|举行|召开|启幕|开赛|收官))/,
  award: /^(?:揭晓|颁奖|评选|获得者|得主|颁发|获奖)/,
};

export const isFramedBehind = (behind: string, family: Family): boolean => BEHIND[family].test(behind);

export const isFramed = (before: string, family: Family): boolean => FRAMES[family].test(before);

/** What makes another word of a head: 工程师, 大会堂, 会议室, 规划建设. */
const GOES_ON =
  /^(?:工程(?:师|体系|院|部|学|机械|技术|建设|项目|质量|施工|设计|公司|大学|总|局|兵|车|款|量|造价)|大会(?:堂|议|代表|战)|会议(?:室|厅|桌|中心|纪要|长|费|秘书|主席|员)|论坛报|规划(?:建设|布局|编制|设计|局|师|院|馆|展|委|了|着|自然|和自然|区)|计划(?:经济|生育|单列|到|于|在|用|投|将|年|今|明|未来|下|继续|进一步|\d)|方案(?:的比选|设计)|奖(?:项|励|金|牌|杯|学|章|状|惩|品|赏|补)|条例(?:草|修)|展(?:开|示|览|现|望|商|台|馆|会|区|出|品|演|厅|销)|公约(?:数|里)|条约(?:国|组)|对话(?:框|者)|会议(?:员)|行动(?:计划|方案|者|力|上|自由|不便|迅速)|宣言书|峰会路|马拉松式|全会(?:员)|试点(?:城市|地区|单位|工作|省|县|企业|范围|经验))/;
const MAY_GO_ON = /(?:工程|大会|会议|论坛|规划|计划|方案|奖|条例|展|公约|条约|对话|行动|宣言|峰会|马拉松|全会|试点)$/;
/** Words in front of a head that say nothing: 国际|多边|会议. */
const EMPTY =
  /^(?:重要|重大|重点|大型|主题|系列|有关|相关|多边|双边|国内|国际|全国|全国性|全党|全省|全市|全军|全区|党内|机关|部队|新一轮|这一|集中学习|学习|理论学习|中心组|世界|高级别|主场|视频|专题|年度|各类|一系列|综合|特别|紧急|首次|专门|内部|工作|全体|例行|联合|正式|非正式|高端|高层|顶级|水利|水电|建设|改造|民生|惠民|基础设施|公共|生态|市场|大型体育|体育|冰雪|大众|群众|职业|国家级|省级|市级|最高|一等|二等|三等|特等|优秀|行业|学术|之间|有关部门|地区|区域|国家|基层|沿线|当地|多个|成功|方面|部分|部|市民|青年|第三方|合作|机制|机制性|圆桌|常委会|主席团|发展|战略|和|愿景|总体|中长期|改扩建|加固|修缮|整治|扩建|新建|在建|[一二两三四五六七八九十]+[个项大批处场])+$/;
/** The same where only a verb in front says that there is a name: 实施|分阶段|计划, 推进|公共文化服务|项目. */
const EMPTY_FRAMED =
  /^(?:[金银铜]|[一二三四五六七八九十\d]+大|线上|线下|首脑|多种|各种|形式|成功|面对面|坦诚|友好|建设性|全领域|全方位|年度|一系列|一批|多项|多个|相应|具体|详细|统一|科学|有效|严格|全面|配套|实施|工作|近期|远期|中期|长期|短期|阶段性?|分阶段|应急|抢险|救援|处置|整改|解决|改进|优化|完善|生产|经营|经济|社会|经济社会|产业|行业|城市|城乡|农村|乡村|建设|改革|治理|整治|调整|教育|教学|科研|培训|培养|人才|项目|投资|融资|合作|交流|服务|保障|管理|技术|科技|安全|环境|生态|环保|民生|扶贫|帮扶|未来|长远|行动|政策|专项|系列|文艺|文化|体育|旅游|主题|宣传|国家|地方|部门|企业|单位|个人|家庭|和|及|与|等|新|大|小|重点|重大|基础|骨干|标志性|示范|试点|相关|有关|各类|各项|其他|上述|本|人均|首批|首个|更多|大量|许多|不少|有力|积极|任何|详尽|初步|具有|可行|切实可行|周密|针对性)+$/;
/** Actions that no plan sets: 军事|行动, 救援|行动. */
const NO_CAMPAIGN =
  /(?:军事|地面|救援|搜救|打击|执法|抓捕|维和|袭击|进攻|空袭|反攻|撤离|抗议|罢工|报复|敌对|侵略|作战|联合|共同|集体|实际|具体|一致|紧急|有限|特别|应对|防御|反恐|移民|人道主义|单边|干预|扶贫|治理|国际|政治|外交|气候|救灾|抢险|搜索|法律|务实|统一|搜捕|清剿|突袭|营救|围剿|清除|大规模|其|展开|的)$/;
/** What a work is for, not what it is called: 深中通道|关键控制性|工程. */
const NO_WORK =
  /(?:控制性|关键性|关键|节点|骨干|承包|重点|重大|水利|枢纽交通|交通枢纽|标志性|示范性|示范|专项|系统|民生|惠民|主体|配套|后续|基础|安装|管网|四个|两个|三个|多个|一批|等)$/;

/** Plans that are only what somebody is going to do: 作战|计划. */
const NO_SCHEME = /(?:作战|军事|进攻|袭击|撤军|停火|裁员|投资|生产|采购|收购|融资|上市|增持|减持|工作|旅行|核|的)$/;

/** Whether the text makes another word of the head from `start` to `end`. */
export function goesOn(text: string, start: number, end: number): boolean {
  const tail = MAY_GO_ON.exec(text.slice(start, end));
  return tail !== null && GOES_ON.test(text.slice(end - tail[0].length, end + 3));
}

export const isEmpty = (words: string): boolean => EMPTY.test(words);
/** The same behind a verb; 三个|专项招生计划 are several. */
export const isEmptyFramed = (words: string): boolean =>
  EMPTY.test(words) || EMPTY_FRAMED.test(words) || /^(?:[一二两三四五六七八九十]|\d+)[个项大批]/.test(words);

/** Whether what stands before a head of the class says that no program is meant. */
export function isNone(kind: string, head: string, before: string): boolean {
  if (kind === "scheme" && NO_SCHEME.test(before)) return true;
  // 亚冬会|比赛, 第三轮|比赛: which part of it.
  if (head === "比赛" && /(?:[轮场站局盘组级项会杯赛节]|部分)$/.test(before)) return true;
  return (kind === "work" && NO_WORK.test(before)) || (kind === "action" && NO_CAMPAIGN.test(before.slice(-4)));
}
