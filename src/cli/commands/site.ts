import { type Command, InvalidArgumentError } from "commander";
import { ONE_FILE_LIMIT, writeOneFile, writeSite } from "../../export/index.ts";
import { type Database, openProject } from "../../store/index.ts";
import type { Io } from "../io.ts";

interface Flags {
  readonly out: string;
  readonly singleFile?: true;
  readonly limit: number;
  readonly force?: true;
}

const MEGABYTE = 1_000_000;

export function addSite(program: Command, io: Io): void {
  program
    .command("site")
    .description("静态网页 write the page as static files for any web host, or as one file that opens from a disk")
    .argument("<project>", "项目文件夹 the project's folder")
    .requiredOption(
      "--out <path>",
      "输出文件夹，或一个 .html 文件 the folder, or with --single-file the .html file, to write",
    )
    .option("--single-file", "整页写成一个文件，不用服务器和网络 the whole page as one file, without server or network")
    .option(
      "--limit <megabytes>",
      "一个文件至多多大 how large the one file may be",
      megabytes,
      ONE_FILE_LIMIT / MEGABYTE,
    )
    .option("--force", "写入已有内容的文件夹 write into a folder that holds other files")
    .addHelpText(
      "after",
      `
Examples:
  wenmai site .wenmai/sample --out .wenmai/site
  wenmai site .wenmai/sample --out .wenmai/sample.html --single-file`,
    )
    .action(async (project: string, flags: Flags) => {
      const { db } = await openProject(project);
      try {
        await (flags.singleFile ? writeFile(db, flags, io) : writeFolder(db, flags, io));
      } finally {
        db.close();
      }
    });
}

async function writeFolder(db: Database, flags: Flags, io: Io): Promise<void> {
  const { files } = await writeSite(db, flags.out, { force: flags.force ?? false });
  io.note(io.say(`${flags.out}：已写 ${files.length} 项`, `${flags.out}: ${files.length} items written`));
}

async function writeFile(db: Database, { out, limit }: Flags, io: Io): Promise<void> {
  const { bytes } = await writeOneFile(db, out, { limit: limit * MEGABYTE });
  const size = (bytes / MEGABYTE).toFixed(1);
  io.note(io.say(`${out}：已写 ${size} MB，双击即可打开`, `${out}: ${size} MB written; open it in any browser`));
}

function megabytes(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError("Not a number of megabytes.");
  return value;
}
