import { type Command, Option } from "commander";
import { EXPORTERS, type Exporter, type ExportOptions, manifestPathOf } from "../../export/index.ts";
import { UsageError } from "../../lib/errors.ts";
import { openProject } from "../../store/index.ts";
import type { Io } from "../io.ts";
import { once } from "../once.ts";

interface Flags {
  readonly format: string;
  readonly out: string;
  readonly layer?: ExportOptions["layer"];
  readonly filter?: string;
  readonly of?: readonly string[];
  readonly force?: boolean;
  readonly json?: boolean;
}

export function addExport(program: Command, io: Io): void {
  program
    .command("export")
    .description("导出 write a project in another program's format")
    .argument("<project>", "项目文件夹 the project's folder")
    .addOption(
      new Option("--format <name>", "格式 format").choices(EXPORTERS.map(({ name }) => name)).makeOptionMandatory(),
    )
    .requiredOption("--out <path>", "文件或文件夹 the file or folder to write")
    .addOption(
      new Option(
        "--layer <name>",
        "哪一层联系，缺省 content which ties a graph file carries, content unless told otherwise",
      ).choices(["content", "byline", "masthead", "all"]),
    )
    .option(
      "--filter <text>",
      "只要这些实体与联系 only the entities and ties that the filter keeps; its degree counts all ties of the layer, the files' degree the drawn",
      once,
    )
    .option("--of <entity...>", "报告所问的一个或两个实体 one or two entities that a report is asked of")
    .option("--force", "写入已有内容的文件夹 write into a folder that holds other files")
    .option("--json", "以 JSON 输出 print what was written as JSON")
    .addHelpText("after", helpText())
    .action(async (project: string, flags: Flags) => {
      const exporter = EXPORTERS.find(({ name }) => name === flags.format)!;
      checkFlags(exporter, flags);
      const { db } = await openProject(project);
      try {
        const { layer, filter = null, of = [], force = false } = flags;
        const summary = await exporter.write(db, flags.out, { ...(layer ? { layer } : {}), filter, of, force });
        if (flags.json) await io.out(JSON.stringify(summary, null, 2));
        else for (const { file, rows } of summary.files) io.note(`${file || flags.out}: ${rows}`);
        for (const note of summary.notes) io.note(note);
        if (!flags.json && exporter.name !== "site") io.note(manifestPathOf(exporter, flags.out));
      } finally {
        db.close();
      }
    });
}

/** A flag that a format has no use for is a mistake: what it asks for would be missing in silence. */
function checkFlags({ name, honours }: Exporter, { layer, filter, of = [] }: Flags): void {
  if (layer && !honours.includes("layer")) throw new UsageError(`export: ${name} is always whole; it takes no --layer`);
  if (filter && !honours.includes("filter"))
    throw new UsageError(`export: ${name} is always whole; it takes no --filter`);
  if (of.length > 0 && !honours.includes("of")) throw new UsageError(`export: ${name} takes no --of`);
  if (of.length > 2) throw new UsageError(`export: --of takes one entity or two, given ${of.length}`);
}

function helpText(): string {
  const width = Math.max(...EXPORTERS.map(({ name }) => name.length)) + 2;
  const lines = EXPORTERS.map(({ name, extension, summary }) => {
    return `  ${name.padEnd(width)}${(extension === null ? "folder" : `.${extension}`).padEnd(10)}${summary}`;
  });
  return `
Formats:
${lines.join("\n")}

A manifest lies beside each (PATH.manifest.json, in a folder manifest.json): filter, layer, how much of how many, files
with their rows and SHA-256, the method of counting, the newest page.

Examples:
  wenmai export .wenmai/sample --format gexf --out .wenmai/sample.gexf
  wenmai export .wenmai/sample --format csv --out .wenmai/sample-csv --layer all
  wenmai export .wenmai/sample --format parquet --filter 'type:agency AND articles:>=2' --out .wenmai/sample-parquet
  wenmai export .wenmai/sample --format markdown --of 国务院 京津冀 --out .wenmai/tie.md
  wenmai export .wenmai/sample --format jsonl --out .wenmai/tables`;
}
