import type { Command } from "commander";
import { type ArticleExplanation, type ExplainedJoin, explain } from "../../query/index.ts";
import { openProject } from "../../store/index.ts";
import type { Io } from "../io.ts";

/** `wenmai explain PROJECT ARTICLE`: why its pieces were joined. */
export function addExplain(program: Command, io: Io): void {
  program
    .command("explain")
    .description("说明一篇文章的各段为何相连 why the pieces of an article were joined")
    .argument("<project>", "项目文件夹 the project's folder")
    .argument("<article>", "文章编号 an article's id, PAGE#a3")
    .option("--json", "以 JSON 输出 print the whole answer as JSON")
    .addHelpText("after", "\nExample:\n  wenmai explain .wenmai/sample '001_0974e2829616dbc9#a4'")
    .action(async (project: string, article: string, { json }: { json?: boolean }) => {
      const { db } = await openProject(project);
      try {
        const answer = await explain(db, article);
        const lines = json ? [JSON.stringify(answer, null, 2)] : explanationLines(answer, io.say);
        for (const line of lines) await io.out(line);
      } finally {
        db.close();
      }
    });
}

function explanationLines(answer: ArticleExplanation, say: Io["say"]): string[] {
  const { article, title, pieces, joins, confidence } = answer;
  return [
    `${title || say("（无题）", "(no headline)")}  [${article}]`,
    say(
      `${pieces.length} 段，${joins.length} 处相连，版面切分把握 ${confidence}`,
      `${pieces.length} pieces, ${joins.length} joins, confidence of the borders ${confidence}`,
    ),
    ...pieces.map(({ start, end, first, last }) => `  ${start}–${end}  ${first}…${last}`),
    ...joins.flatMap((join) => joinLines(join, say)),
  ];
}

function joinLines({ before, after, probability, reasons }: ExplainedJoin, say: Io["say"]): string[] {
  const sure = say(`把握 ${Math.round(probability * 100)}%`, `${Math.round(probability * 100)}% sure`);
  const shown = reasons.map(({ evidence, nats }) => {
    const words = EVIDENCE[evidence];
    return `${words ? say(...words) : evidence} ${nats > 0 ? "+" : ""}${nats}`;
  });
  return [`  …${before} ⇢ ${after}…  ${sure}`, `      ${shown.join(say("，", ", "))}`];
}

/** Kinds of evidence (src/articles/weights.ts) in Chinese and English. */
const EVIDENCE: Readonly<Record<string, readonly [string, string]>> = {
  reading: ["字句读来相接", "reads on"],
  midSentence: ["句子未完", "stops in mid-sentence"],
  next: ["紧接其后", "next on the page"],
  nextParagraph: ["下一段", "next paragraph"],
  belowHeading: ["标题之下", "below a heading"],
  away: ["相隔较远", "further down"],
  backward: ["在其前方", "further up"],
  words: ["共用词语", "shared words"],
  likely: ["用词所近", "likened by its words"],
  likelyOpen: ["用词所近而前文未完", "likened by its words, but that stops in mid-sentence"],
  unlikely: ["用词近于别篇", "likened to another"],
  beginsInside: ["句中起笔", "begins inside a sentence"],
  beginsInsideAfterEnd: ["句中起笔而前文已完", "begins inside a sentence after a full stop"],
  closes: ["引号括号相合", "closes open marks"],
  closesOuter: ["合上外层引号括号", "closes outer marks"],
  closesNothing: ["多出引号括号", "closes marks that nothing opened"],
  leavesOpen: ["引号括号未合", "leaves marks open"],
  nextNumber: ["序号相续", "numbers go on"],
  otherNumber: ["序号不续", "numbers do not go on"],
  otherMarks: ["标点全半角不同", "marks of another width"],
};
