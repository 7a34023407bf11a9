import type { Command } from "commander";
import { explain } from "../../query/index.ts";
import { openProject } from "../../store/index.ts";
import { explanationLines } from "../explanation-lines.ts";
import type { Io } from "../io.ts";

/** `wenmai explain PROJECT ARTICLE`: why its pieces were joined, and what it goes on in or reprints. */
export function addExplain(program: Command, io: Io): void {
  program
    .command("explain")
    .description(
      "说明一篇文章的各段为何相连，接续何处，与谁同稿 why the pieces of an article, its continuations and reprints were joined",
    )
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
