// Why a form is a name of somebody, in plain words, Chinese and English: the rules of the table `decisions` and the reasons that
// entities/resolve and the readers give. Pure, without imports that run: the page says the same.
import type { Sentence } from "./tie-types.ts";

const RULES: ReadonlyMap<string, Sentence> = new Map([
  ["same-body", { zh: "同一机构", en: "one body" }],
  ["same-office", { zh: "同一职务", en: "one office" }],
  ["name-overrun", { zh: "误带下字", en: "read one character too far" }],
  ["kept-apart", { zh: "不并", en: "kept apart" }],
  ["homonym", { zh: "同名异人", en: "a namesake" }],
  ["declared-short-form", { zh: "文中言明的简称", en: "a short form that the text declares" }],
  ["place-of-county", { zh: "略去县名", en: "without the county’s name" }],
  ["place-left-out", { zh: "略去所在地", en: "without the place" }],
  ["damaged-in-reprint", { zh: "转载中误识", en: "misread in a reprint" }],
  ["damaged-beside-office", { zh: "同文同职而误识", en: "misread, with the same office in the same text" }],
  ["person-merge", { zh: "人工合并", en: "merged by hand" }],
  ["person-apart", { zh: "人工分开", en: "kept apart by hand" }],
  ["person-split", { zh: "人工拆分", en: "split by hand" }],
  ["person-rename", { zh: "人工改名", en: "renamed by hand" }],
  ["person-retype", { zh: "人工改类", en: "retyped by hand" }],
  ["person-hide", { zh: "人工隐藏", en: "hidden by hand" }],
  ["short-form", { zh: "简称", en: "short form" }],
  ["local-short-form", { zh: "本地简称", en: "local short form" }],
  ["full-name-in-article", { zh: "文中全称", en: "the article has the full name" }],
  ["full-form", { zh: "另一种全称", en: "a fuller form" }],
  ["normal-form", { zh: "写法不一", en: "another spelling" }],
  ["ellipsis", { zh: "承上省略", en: "short for what was said before" }],
  ["surname-and-title", { zh: "姓加职务", en: "surname and title" }],
  ["repaired", { zh: "据他报校正", en: "mended from another paper" }],
  ["chain", { zh: "省去上级地名", en: "without the places above it" }],
]);

/** A rule in words; one that is not known is called by its code. */
export const ruleInWords = (rule: string): Sentence => RULES.get(rule) ?? { zh: rule, en: rule };

/** The sentences of entities/resolve; one that is not here stays as it is. */
const REASONS: readonly (readonly [pattern: RegExp, words: string])[] = [
  [
    /^forms of one name, (.+): place and organ in full, or as the gazetteer has a company$/u,
    "都是“$1”的写法：地名、机关写全，或依名录中的企业名",
  ],
  [
    /^one character differs, and both are named as (.+), which one person is at a time/u,
    "一字之差，且同任$1，此职一时只有一人",
  ],
  [/; but one text names both \w+:(.+) and \w+:(.+)$/u, "；但有一篇同时提到$1与$2"],
  [/^the next word's character: (.+) is (.+) in (\d+) articles$/u, "末字属下一词：有 $3 篇称$1为$2"],
  [/^(.+) is said to be short for (.+): by (.+)$/u, "$1是$2的简称：$3"],
  [/^(.+) is (.+): by (.+)$/u, "$1即$2：$3"],
  [/its story, which has the full name$/u, "同稿有全称"],
  [/its paper, which has the full name that day$/u, "同日同报有全称"],
  [/the text, which names the county$/u, "文中提到其上级地名"],
  [/a paper of that county$/u, "当地报纸"],
  [
    /^a confusable character: (\d+) of the story's printings have (.+), (\d+) (.+)$/u,
    "形近字：同稿 $1 份作$2，$3 份作$4",
  ],
  [/^a confusable character, and the article names both as (.+), which one person is$/u, "形近字，且同文同任$1"],
  [/^(.+) and (.+) are posts that one person does not hold together$/u, "$1与$2不能由一人同时担任"],
  [/^decisions, line (\d+): /u, "裁定第 $1 行："],
];

export const reasonInChinese = (reason: string): string =>
  REASONS.reduce((text, [pattern, words]) => text.replace(pattern, words), reason);

/** Who read a form, where that is all that the reason says: "gazetteer: 上合 → 上海合作组织". */
const READERS: ReadonlyMap<string, Sentence> = new Map([
  ["gazetteer", { zh: "据名录", en: "by the gazetteer" }],
  ["local", { zh: "据当地报纸", en: "by the paper’s own place" }],
  ["programs", { zh: "据项目、会议的名称", en: "as programs and meetings are named" }],
  ["consistency", { zh: "据同文", en: "by the same text" }],
  ["tagger", { zh: "据上下文", en: "by its context" }],
]);

/** Rule and reason as one phrase; what a form leads to is not said again. */
export function nameReason({ rule, reason }: { readonly rule: string; readonly reason: string }): Sentence {
  const { zh, en } = ruleInWords(rule);
  const reader = /^(\w+): .+ → .+$/su.exec(reason)?.[1];
  if (reader !== undefined) {
    const by = READERS.get(reader);
    return by ? { zh: `${zh}，${by.zh}`, en: `${en}, ${by.en}` } : { zh, en };
  }
  return reason === "" ? { zh, en } : { zh: `${zh}：${reasonInChinese(reason)}`, en: `${en}: ${reason}` };
}
