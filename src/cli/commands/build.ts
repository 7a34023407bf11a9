import { type Command, InvalidArgumentError } from "commander";
import { InputError } from "../../lib/errors.ts";
import { type BuildSummary, buildProject, DEFAULT_BUILD_OPTIONS } from "../../pipeline/index.ts";
import type { Io } from "../io.ts";

interface Flags {
  readonly out: string;
  readonly meta?: string;
  readonly decisions?: string;
  readonly workers?: number;
  readonly relayout?: boolean;
  readonly strict?: boolean;
  readonly json?: boolean;
}

/** Issues of these codes mean that something of the input was not read, or not wholly. */
const LOST =
  /^(file-(skipped|unreadable|empty|binary|damaged)|line-broken|meta-.*|(segment|extract)-failed|pairs-capped)$/;

export function addBuild(program: Command, io: Io): void {
  program
    .command("build")
    .description("版面 → 项目 build or update a project from pages (.txt .md .html .jsonl, folders)")
    .argument("<input...>", "文件或文件夹 files and folders of pages")
    .requiredOption("--out <project>", "项目文件夹 the project's folder")
    .option("--meta <csv>", "版面、报纸、地点、日期表 a table of page, paper, place, date")
    .option(
      "--decisions <file>",
      "归一裁定：合并、分开、拆分、改名、改类、隐藏 decisions about names, kept and replayed",
    )
    .option("--workers <n>", "线程数 worker threads (default: by the input's size)", positiveInteger)
    .option("--relayout", "重新布局 place all names on the map afresh")
    .option("--strict", "有内容未能读入即报错 fail when anything was not read")
    .option("--json", "以 JSON 输出 print the summary as JSON")
    .addHelpText(
      "after",
      `
Examples:
  wenmai build data/pages --meta data/pages.csv --out .wenmai/sample
  wenmai build scans/2025-08 more.jsonl --out papers --workers 4
  wenmai build data/pages --meta data/pages.csv --out .wenmai/sample --decisions my-decisions.txt

A line of decisions (README: Decisions):
  合并 agency:市教委 → agency:北京市教育委员会        merge person:李辰 -> person:李晨
  split person:李晨 @ p3 @ paper:泉州晚报 → person:李晨(泉州)
  apart agency:A | agency:B     rename person:李辰 → 李晨     retype place:X → agency     hide agency:X`,
    )
    .action(async (inputs: string[], flags: Flags) => {
      const summary = await buildProject(
        {
          inputs,
          out: flags.out,
          meta: flags.meta ?? null,
          decisions: flags.decisions ?? DEFAULT_BUILD_OPTIONS.decisions,
          workers: flags.workers ?? DEFAULT_BUILD_OPTIONS.workers,
          relayout: flags.relayout ?? false,
          maxEntitiesPerText: DEFAULT_BUILD_OPTIONS.maxEntitiesPerText,
        },
        io.effects,
      );
      if (flags.json) await io.out(JSON.stringify(summary, null, 2));
      else for (const line of summaryLines(summary, flags.out, io)) io.note(line);
      const lost = summary.issues.filter(({ code }) => LOST.test(code));
      if (flags.strict && lost.length > 0) {
        throw new InputError(`--strict: ${lost.map(({ code, issue_rows }) => `${code} ${issue_rows}`).join(", ")}`);
      }
    });
}

export function positiveInteger(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError("a whole number from 1");
  return Number(text);
}

function summaryLines({ unchanged, rows, issues }: BuildSummary, out: string, io: Io): string[] {
  const n = (name: string): string => (rows[name] ?? 0).toLocaleString("en-US");
  const head = unchanged
    ? io.say(`${out} 已是最新`, `${out} is up to date`)
    : io.say(`${out} 已建成`, `${out} is built`);
  const counts = io.say(
    `${n("pages")} 个版面，${n("articles")} 篇文章，${n("stories")} 稿，${n("mentions")} 处名称，${n("entities")} 个实体，${n("edges")} 条联系`,
    `${n("pages")} pages, ${n("articles")} articles, ${n("stories")} stories, ${n("mentions")} mentions, ${n("entities")} entities, ${n("edges")} edges`,
  );
  const rowsOfIssues = issues.map(({ code, issue_rows }) => `${code} ${issue_rows}`).join(", ");
  const issueLine = rowsOfIssues
    ? [
        io.say(
          `记录在案：${rowsOfIssues}（wenmai query ${out} issues）`,
          `noted: ${rowsOfIssues}  (wenmai query ${out} issues)`,
        ),
      ]
    : [];
  return [`${head}: ${counts}`, ...issueLine];
}
