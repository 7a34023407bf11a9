import type { Command } from "commander";
import { writeSite } from "../../export/index.ts";
import { openProject } from "../../store/index.ts";
import type { Io } from "../io.ts";

export function addSite(program: Command, io: Io): void {
  program
    .command("site")
    .description("静态网页 write the page as static files for any web host")
    .argument("<project>", "项目文件夹 the project's folder")
    .requiredOption("--out <folder>", "输出文件夹 the folder to write")
    .option("--force", "写入已有内容的文件夹 write into a folder that holds other files")
    .addHelpText(
      "after",
      `
Examples:
  wenmai site .wenmai/sample --out .wenmai/site`,
    )
    .action(async (project: string, flags: { out: string; force?: boolean }) => {
      const { db } = await openProject(project);
      try {
        const { files } = await writeSite(db, flags.out, { force: flags.force ?? false });
        io.note(io.say(`${flags.out}：已写 ${files.length} 项`, `${flags.out}: ${files.length} items written`));
      } finally {
        db.close();
      }
    });
}
