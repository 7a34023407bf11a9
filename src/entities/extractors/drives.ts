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

export function drives({ text }: Context): Candidate[] {
  const out: Candidate[] = [];
  for (const match of DRIVES.flatMap((drive) => [...text.matchAll(drive)])) {
    const name = match[1]!;
    if (PHRASE.test(name)) continue;
    const end = match.index + match[0].length;
    const start = end - name.length;
    out.push({ start, end, type: "program", name: null, score: 0.85, extractor: "programs", rule: null });
  }
  return out;
}
