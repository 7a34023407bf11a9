// Words of what is stated of a name, why its names are one, and why a tie is drawn.
import type { SiteRelation } from "../data.ts";
import { many, n } from "./figures.ts";

type Words = Readonly<Record<SiteRelation["predicate"], readonly [from: string, to: string]>>;

const WORDS_ZH: Words = {
  holds_office: ["任职", "任职者"],
  part_of: ["属于", "下有"],
  located_in: ["位于", "有"],
  issued_by: ["发布者", "发布"],
  held_in: ["举办地", "举办"],
  member_of: ["为其成员", "成员"],
};
const WORDS_EN: Words = {
  holds_office: ["Holds office", "Office held by"],
  part_of: ["Part of", "Has part"],
  located_in: ["Located in", "Seat of"],
  issued_by: ["Issued by", "Issued"],
  held_in: ["Held in", "Venue of"],
  member_of: ["Member of", "Members"],
};

export const factsZh = {
  facts: {
    offices: "职务",
    officesNote: "照版面所印",
    stated: "版面还说",
    relation: WORDS_ZH,
    count: (stories: number): string => `${n(stories)} 稿`,
    openAt: (title: string): string => `打开原文：${title}`,
    moreStated: (left: number): string => `其余 ${n(left)} 项`,
    whyOne: "为何是一个",
    times: (times: number): string => `${n(times)} 处`,
    failed: "职务与名称的来由没有取到。",
    stability: (share: number): string => `归属此社群的把握 ${Math.round(share * 100)}%`,
    withMembers: "同社群还有",
    drawn: (because: string): string => `画在图上，因为${because}。`,
    hidden: (because: string): string => `起初不画：${because}。`,
    noTie: (a: string, b: string): string => `${a}与${b}之间没有联系：没有计入的文章同时提到两者。`,
    findPath: "看两者之间的路径",
    byLook: "现在因筛选或张数而没有画。",
  },
  gaps: {
    title: "社群之间的空白",
    note: "联系比照各自的联系总数该有的少，缺得最多的在先。",
    between: (ties: number, expected: number): string => `${n(ties)} 条联系，照理约 ${n(Math.round(expected))} 条。`,
    bridges: "两边都有联系：",
    noBridge: "没有名称与两边都有联系。",
    reach: (a: number, b: number): string => `与两边各有 ${n(a)}、${n(b)} 条联系`,
  },
  times: {
    label: (unit: "day" | "week" | "month" | "year", used: number, of: number): string =>
      `何时见报，每${{ day: "日", week: "周", month: "月", year: "年" }[unit]}一条：${n(of)} 条里 ${n(used)} 条有文章`,
    peak: (span: string, count: number): string => `最多 ${span}，${n(count)} 篇`,
    inside: (inside: number, of: number): string => `窗口内 ${n(inside)} 篇，共 ${n(of)}`,
    undated: (count: number): string => `另有 ${n(count)} 篇不知日期`,
  },
};

export const factsEn: typeof factsZh = {
  facts: {
    offices: "Offices",
    officesNote: "as printed",
    stated: "Also stated",
    relation: WORDS_EN,
    count: (stories) => many(stories, "story", "stories"),
    openAt: (title) => `Open the text: ${title}`,
    moreStated: (left) => `${n(left)} more`,
    whyOne: "why they are one",
    times: (times) => `${n(times)}×`,
    failed: "Offices and the reasons for names did not arrive.",
    stability: (share) => `belongs here in ${Math.round(share * 100)}% of runs`,
    withMembers: "Also in it",
    drawn: (because) => `On the map, because ${because}.`,
    hidden: (because) => `Not drawn at first: ${because}.`,
    noTie: (a, b) => `${a} and ${b} are not tied: no text that is counted names both.`,
    findPath: "Find a path between them",
    byLook: "Filters, or the number of names, leave it out now.",
  },
  gaps: {
    title: "Gaps between communities",
    note: "Fewer ties than their numbers of ties would lead one to expect; the largest shortfall first.",
    between: (ties, expected) => `${many(ties, "tie")}; about ${n(Math.round(expected))} would be expected.`,
    bridges: "Tied to both: ",
    noBridge: "No name is tied to both.",
    reach: (a, b) => `${many(a, "tie")} to the one, ${n(b)} to the other`,
  },
  times: {
    label: (unit, used, of) => `When printed, one bar a ${unit}: articles in ${n(used)} of ${many(of, unit)}`,
    peak: (span, count) => `Most: ${span}, ${many(count, "article")}`,
    inside: (inside, of) => `${n(inside)} of ${n(of)} in the window`,
    undated: (count) => `${many(count, "more article")} without a date`,
  },
};
