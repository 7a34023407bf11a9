// Which words are offices, and where a title ends and begins in the text.
//
// The words are those of the gazetteer's kind "title" without callings, ranks, kin and the like, and a few that stand
// before names too rarely for that list. A title may carry what is said of its rank and time: 常务副市长, 前总统, 候任行政长官.
import type { Context } from "../../context.ts";
import { wordsOf } from "../../context.ts";

/** Of the gazetteer's titles those that nobody is appointed to: callings without a body, ranks, kin, the people of a report. */
const NO_OFFICES = new Set(
  (
    "专家 学者 博士 硕士 博士生 研究生 学生 同学 作家 诗人 画家 书法家 艺术家 导演 演员 歌手 主持人 编剧 记者 首席记者 见习记者 " +
    "实习记者 通讯员 特约记者 特约通讯员 摄影 编辑 责任编辑 责编 校对 评论员 队员 运动员 选手 裁判 球员 冠军 烈士 英雄 战士 士兵 战友 " +
    "中士 上士 少尉 中尉 上尉 少校 中校 上校 大校 少将 中将 上将 元帅 将军 村民 居民 市民 农民 农户 志愿者 工人 职工 员工 老板 店主 " +
    "企业家 劳动模范 劳模 传承人 非遗传承人 工匠 游客 旅客 观众 读者 顾客 消费者 患者 家长 妻子 丈夫 父亲 母亲 儿子 女儿 爷爷 奶奶 " +
    "大爷 大妈 大叔 阿姨 老人 女士 先生 同志 种植户 养殖户 带头人 致富带头人 历史学家 科学家 物理学家 考古学家 经济学家 分析师 " +
    "人大代表 政协委员"
  ).split(" "),
);

const MORE_OFFICES = (
  "国家主席 国家副主席 国务委员长 国务卿 副国务卿 署长 副署长 常务副部长 大臣 首席大臣 外相 防相 财长 防长 财政大臣 总检察长 执行秘书 特命全权大使 " +
  "临时代办 代办 高级专员 高级代表 常驻代表 名誉会长 首席运营官 首席财务官 总编 总监 副总监 成员 理事 常务理事 副秘书长 监事 主编 副主编 " +
  "支书 助理 院长助理 校长助理 主席团主席 最高领袖 埃米尔 首席部长 国务部长 政务司长 律政司司长 保安局局长 新闻秘书 总司令 总参谋长 " +
  "副总参谋长 部队长 舰长 机长 船长 编队指挥员 副县级干部 副参谋长 副政委 政治委员 执行副主席 执行董事 书记员 副总领事 督察长 领班 " +
  "列车长 乡村医生 村医 副团长 副主任委员 副总设计师 副总师 首席科学家 总教练 领队 常务委员 副巡视员 会长 行长 副行长 首席信息官 " +
  "副厂长 副场长 副园长 副组长 副处长 副台长 副总编 党支部书记 第一副总理 第一副总统 第一副主席 第一副部长 第一副议长 参议长"
).split(" ");

/** What may stand before a title and belongs to it. */
const MODIFIERS =
  /(?:常务|第一|执行|名誉|轮值|候任|当选|临时|代理|过渡|看守政府|特聘|客座|讲席|荣誉|终身|资深|时任|现任|新任|首任|前任|原|前|代|首席|高级|助理|兼|副)$/;

/** What of a title says that the office is no longer, not yet or only for a time held: part of the label. */
export const FORMER = /^(?:原|时任|曾任|前任|已故)$/;

/** Titles that several hold at once, so that a list of names after one bears it throughout. */
const SHARED =
  /^(?:副(?!书记长).+|(?:.*(?:委员|常委|成员|教授|院士|研究员|工程师|医师|医生|护士|教师|老师|讲师|理事|董事|监事|顾问|议员|民警|交警|律师|法官|检察官|代表|航天员|飞行员|消防员|技术员|讲解员)))$/;

export const isShared = (title: string): boolean => SHARED.test(title);

export interface Title {
  /** Of the title with its modifiers. */
  readonly start: number;
  readonly end: number;
  /** The word of the list: 市长 in 常务副市长 stands there as 常务副市长. */
  readonly core: string;
  readonly coreStart: number;
}

export type Titles = ReadonlySet<string>;

const built = new WeakMap<ReadonlySet<string>, Titles>();

/** The offices among the gazetteer's titles, and the further ones. Cached by the list. */
export function titlesOf(context: Context): Titles {
  const words = wordsOf(context, "title");
  let titles = built.get(words);
  if (!titles) {
    titles = new Set([...words].filter((word) => !NO_OFFICES.has(word)).concat(MORE_OFFICES));
    built.set(words, titles);
  }
  return titles;
}

/** Units of the longest title of the list. */
export const LONGEST_TITLE = 9;

/** The longest title that begins at `from` or behind it and ends at `end`, with its modifiers; null for none. */
export function titleBefore(context: Context, end: number, from: number): Title | null {
  const titles = titlesOf(context);
  for (let length = Math.min(LONGEST_TITLE, end - from); length >= 2; length--) {
    const core = context.text.slice(end - length, end);
    if (!titles.has(core)) continue;
    const { start } = modified(context.text, end - length);
    return { start: Math.max(start, from), end, core, coreStart: end - length };
  }
  return null;
}

function modified(text: string, coreStart: number): { start: number } {
  let start = coreStart;
  for (;;) {
    const match = MODIFIERS.exec(text.slice(Math.max(0, start - 4), start));
    if (!match || match[0] === "兼") return { start };
    start -= match[0].length;
  }
}

/** The longest title that begins at `start`, modifiers included; null for none. */
export function titleAfter(context: Context, start: number): Title | null {
  const titles = titlesOf(context);
  for (let length = LONGEST_TITLE + 5; length >= 2; length--) {
    const end = start + length;
    if (end > context.text.length) continue;
    for (let coreStart = start; end - coreStart >= 2; coreStart++) {
      const core = context.text.slice(coreStart, end);
      if (!titles.has(core)) continue;
      if (modified(context.text, coreStart).start <= start) return { start, end, core, coreStart };
    }
  }
  return null;
}
