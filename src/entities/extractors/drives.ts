// Drives of study and education: 开展|树立和践行正确政绩观学习教育. Their names open with verbs, which end every other name to the
// left (program-walk.ts); here the verb that governs them says where they begin. Read in news of 2013 to 2025, where each year's
// drive is called so: 党史学习教育, 深入贯彻中央八项规定精神学习教育, “不忘初心、牢记使命”主题教育.
import type { Candidate } from "../candidates.ts";
import type { Context } from "../context.ts";

const NAME = "((?![的了好各以一这])[^\\s,。、;:!?“”‘’《》()]{3,20}?(?:学习教育|主题教育|集中教育))";
/** Behind its verb; or a line's first words, as what goes on since. */
const DRIVES = [
  new RegExp(`(?:开展|推进|启动|部署|组织|参加|推动|抓好|做好|拓展)${NAME}(?!基地|活动|平台|资料|读本)`, "g"),
  new RegExp(`^${NAME}(?=开展以来|开展期间|启动以来)`, "gm"),
];
/** Another verb that governs, a mark of time or of possession inside: the words are a phrase. */
const PHRASE = /开展|推进|启动|部署|组织|参加|推动|的|了|以来|对|关于|加强|做好|抓好/;

/** Who learns, what, and the course: 省部级主要领导干部学习贯彻…精神专题研讨班. */
const COURSES =
  /(?:省部级主要领导干部|(?:[\u3400-\u9fff]{2,6})?(?<![的对和由各向为把使让])(?:领导)?干部|新任职?[\u3400-\u9fff]{2,8}|中央候补委员)[^,。;:!?\n]{4,50}?(?:研讨班|培训班|轮训班|研修班|读书班)/g;
/** From where to where: 陕北至安徽±800千伏特高压直流输电工程. */
const LINES =
  /[\u3400-\u9fff]{2,5}?(?:至|到|[—-]+)[\u3400-\u9fff]{2,5}?(?:正负|±)?\d{3,4}(?:千伏|kV)(?:特高压)?(?:直流|交流|柔性直流)?输(?:变)?电(?:线路)?(?:二期|一期)?工程/g;

const plain = (match: RegExpExecArray, score: number): Candidate => ({
  start: match.index,
  end: match.index + match[0].length,
  type: "program",
  name: null,
  score,
  extractor: "programs",
  rule: null,
  frame: "bare",
});

export function drives({ text }: Context): Candidate[] {
  const out: Candidate[] = [
    ...[...text.matchAll(COURSES)].map((match) => plain(match, 0.75)),
    ...[...text.matchAll(LINES)].map((match) => plain(match, 0.85)),
  ];
  for (const match of DRIVES.flatMap((drive) => [...text.matchAll(drive)])) {
    const name = match[1]!;
    if (PHRASE.test(name)) continue;
    const end = match.index + match[0].length;
    const start = end - name.length;
    out.push({ start, end, type: "program", name: null, score: 0.85, extractor: "programs", rule: null });
  }
  return out;
}
