import { type Command, Option } from "commander";
import { EXPORTERS, type ExportOptions } from "../../export/index.ts";
import { openProject } from "../../store/index.ts";
import type { Io } from "../io.ts";

interface Flags {
  readonly format: string;
  readonly out: string;
  readonly layer: ExportOptions["layer"];
  readonly force?: boolean;
  readonly json?: boolean;
}

export function addExport(program: Command, io: Io): void {
  const formats = EXPORTERS.map(({ name }) => name);
  const list = EXPORTERS.map(({ name, summary }) => `  ${name.padEnd(8)}${summary}`).join("\n");
  program
    .command("export")
    .description("导出 write a project in another program's format")
    .argument("<project>", "项目文件夹 the project's folder")
    .addOption(new Option("--format <name>", "格式 format").choices(formats).makeOptionMandatory())
    .requiredOption("--out <path>", "文件或文件夹 the file or folder to write")
    .addOption(
      new Option("--layer <name>", "哪一层联系 which ties a graph file carries")
        .choices(["content", "byline", "masthead", "all"])
        .default("content"),
    )
    .option("--force", "写入已有内容的文件夹 write into a folder that holds other files")
    .option("--json", "以 JSON 输出 print what was written as JSON")
    .addHelpText(
      "after",
      `
Formats:
${list}

Examples:
  wenmai export .wenmai/sample --format gexf --out .wenmai/sample.gexf
  wenmai export .wenmai/sample --format jsonl --out .wenmai/tables`,
    )
    .action(async (project: string, flags: Flags) => {
      const { db } = await openProject(project);
      try {
        const exporter = EXPORTERS.find(({ name }) => name === flags.format)!;
        const summary = await exporter.write(db, flags.out, { layer: flags.layer, force: flags.force ?? false });
        if (flags.json) await io.out(JSON.stringify(summary, null, 2));
        else for (const { file, rows } of summary.files) io.note(`${file || flags.out}: ${rows}`);
        for (const note of summary.notes) io.note(note);
      } finally {
        db.close();
      }
    });
}
