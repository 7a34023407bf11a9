import type { Command } from "commander";
import { UsageError } from "../../lib/errors.ts";
import { explain, explainNames, explainTie } from "../../query/index.ts";
import { type Database, openProject } from "../../store/index.ts";
import { explanationLines } from "../explanation-lines.ts";
import type { Io } from "../io.ts";
import { nameLines } from "../name-lines.ts";

/**
 * `wenmai explain PROJECT ARTICLE`: why its pieces were joined, and what it goes on in or reprints.
 * `wenmai explain PROJECT A B`: why the tie of two entities is shown or hidden.
 * `wenmai explain PROJECT names A B`: why two names are one entity, or why they are two.
 */
export function addExplain(program: Command, io: Io): void {
  program
    .command("explain")
    .description(
      "说明一篇文章的各段为何相连，接续何处，与谁同稿；两者的联系为何画出或不画；两个名称为何是一个实体 why the pieces of an article, its continuations and reprints were joined; why a tie is shown or hidden; why two names are one",
    )
    .argument("<project>", "项目文件夹 the project's folder")
    .argument("<what...>", "文章编号 an article's id, PAGE#a3；或 or: A B；names A B")
    .option("--json", "以 JSON 输出 print the whole answer as JSON")
    .addHelpText(
      "after",
      `
Examples:
  wenmai explain .wenmai/sample '001_0974e2829616dbc9#a4'
  wenmai explain .wenmai/sample 习近平 上合组织
  wenmai explain .wenmai/sample names 上合组织 上海合作组织`,
    )
    .action(async (project: string, what: string[], { json }: { json?: boolean }) => {
      const asked = questionOf(what);
      const { db } = await openProject(project);
      try {
        const { answer, lines } = await asked(db, io.say);
        for (const line of json ? [JSON.stringify(answer, null, 2)] : lines) await io.out(line);
      } finally {
        db.close();
      }
    });
}

type Asked = (db: Database, say: Io["say"]) => Promise<{ answer: object; lines: string[] }>;

/** Throws UsageError for what is neither one article, nor two entities, nor two names. */
function questionOf(what: readonly string[]): Asked {
  if (what.length === 1) {
    return async (db, say) => {
      const answer = await explain(db, what[0]!);
      return { answer, lines: explanationLines(answer, say) };
    };
  }
  if (what.length === 2 && what[0] !== "names") {
    return async (db, say) => {
      const answer = await explainTie(db, what);
      return { answer, lines: answer.words.map(({ zh, en }) => say(zh, en)) };
    };
  }
  if (what[0] !== "names" || what.length !== 3) {
    throw new UsageError("explain: asked of one article's id, of two entities: A B, or of two names: names A B");
  }
  return async (db, say) => {
    const answer = await explainNames(db, what.slice(1));
    return { answer, lines: nameLines(answer, say) };
  };
}
