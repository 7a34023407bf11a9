// What tells of a person's days, beside the offices that relations/offices states: the calling and the place right before
// the name, as printed. And what an office says of identity.
//
//     赤岸村 | 村民 | 李晨        泉州晚报 | 记者 | 李晨        福建队 | 选手 | 李晨
//     body    title  person
//
// It is evidence of identity, no fact for readers: nothing but the calling may stand between body and name.
import { withoutBlanks } from "../../text/index.ts";
import type { Mention } from "../types.ts";

export interface Office {
  readonly article: string;
  /** `person:NAME`, as read. */
  readonly person: string;
  /** The agency or place as read, `TYPE:NAME`. */
  readonly body: string;
  /** Where the body's mention begins in the article's text; null where the words name it without one of its own. */
  readonly body_at: number | null;
  /** As printed, blanks removed. */
  readonly title: string;
}

/** Posts that fill a person's days, so that nobody holds two of them in two cities; by kind. */
const POSTS: Readonly<Record<string, string>> = {
  official:
    "书记 省长 市长 县长 区长 州长 盟长 旗长 镇长 乡长 村长 村主任 村支书 厅长 局长 处长 科长 主任 部长 秘书长 检察长 政委 站长 所长 司令员 专员",
  school: "校长 教师 老师 班主任 教导主任 园长",
  hospital: "医生 医师 护士 护士长 村医",
  student: "学生 同学 研究生 博士生 大学生 中学生 小学生",
  athlete: "选手 运动员 球员 队员 小将 老将 教练 主教练",
  reporter: "记者",
  resident:
    "村民 居民 市民 牧民 渔民 农民 社员 果农 茶农 菜农 棉农 种植户 养殖户 脱贫户 工人 职工 司机 店主 摊主 民警 交警 消防员 快递员 环卫工",
};

/** Heads of offices that one person holds at a time. */
const SOLE =
  "总统 总理 首相 国王 女王 大公 外长 防长 财长 外交大臣 国防大臣 财政大臣 议长 部长 省长 市长 县长 区长 州长 州委书记 市委书记 县委书记 书记 秘书长 局长 厅长 行长 总裁 首席执行官 董事长 总经理 校长 院长 社长 台长 主席";

const KIND = new Map(Object.entries(POSTS).flatMap(([kind, words]) => words.split(" ").map((word) => [word, kind])));
const ENDS = [...KIND.keys()].sort((a, b) => b.length - a.length);
const SOLE_WORDS = SOLE.split(" ");
const CALLING = new RegExp(
  `^[\\u3400-\\u9fff]{0,6}?(?:${ENDS.filter((word) => KIND.get(word) !== "official").join("|")})$`,
  "u",
);
const LONGEST = 12;
/** An office that is over, or not begun, is no evidence of where its holder is now. */
const NOT_NOW = /^(?:原|前|时任|曾|免去|已故|候任|当选|拟)/;
const FORMER = /(?:原|前|时任|曾任|历任|已故)$/;

/** In: an article, and mentions of it and others. Out: one row a person, place and calling. Cost: O(mentions). */
export function callingsOf(
  { article, text }: { readonly article: string; readonly text: string },
  mentions: readonly Mention[],
): Office[] {
  const own = mentions.filter((mention) => mention.article === article);
  const sorted = own.sort((a, b) => a.start - b.start || b.end - a.end);
  const found = new Map<string, Office>();
  for (const [i, person] of sorted.entries()) {
    const body = sorted[i - 1];
    if (person.type !== "person" || !body || (body.type !== "agency" && body.type !== "place")) continue;
    const gap = person.start - body.end;
    if (gap < 2 || gap > LONGEST || FORMER.test(text.slice(Math.max(0, body.start - 2), body.start))) continue;
    const title = withoutBlanks(text.slice(body.end, person.start));
    if (!CALLING.test(title) || NOT_NOW.test(title)) continue;
    const office = { article, person: idOf(person), body: idOf(body), body_at: body.start, title };
    found.set([office.person, office.body, title].join("\n"), office);
  }
  return [...found.values()];
}

const idOf = ({ type, name }: Mention): string => `${type}:${name}`;

/** The kind of post; null for one that a person may hold beside another, and for a former one. */
export function postKind(title: string): string | null {
  const end = NOT_NOW.test(title) ? undefined : ENDS.find((word) => title.endsWith(word));
  return end === undefined ? null : KIND.get(end)!;
}

/** Whether one person at a time holds the office: no deputy, no member, no former one. */
export const isSole = (title: string): boolean =>
  !/副|助理|代表|成员/.test(title) && !NOT_NOW.test(title) && SOLE_WORDS.some((word) => title.endsWith(word));
