import type { Command } from "commander";
import { type Figures, type Report, readGold, readScoreInput, scorePages } from "../../eval/index.ts";
import { openProject } from "../../store/index.ts";
import type { Io } from "../io.ts";

export function addEval(program: Command, io: Io): void {
  program
    .command("eval")
    .description("评测 score a project against pages labelled by hand")
    .argument("<project>", "项目文件夹 the project's folder")
    .requiredOption("--gold <folder>", "人工标注 the folder of gold files (PAGE.json)")
    .option("--errors", "列出每处错误 list what was missed, spurious or named otherwise")
    .option("--json", "以 JSON 输出 print all figures as JSON")
    .addHelpText(
      "after",
      `
Per cent; the guide in data/gold/GUIDE.md says what is counted.

Examples:
  wenmai eval .wenmai/sample --gold data/gold
  wenmai eval .wenmai/sample --gold data/gold --errors`,
    )
    .action(async (project: string, flags: { gold: string; errors?: boolean; json?: boolean }) => {
      const gold = readGold(flags.gold);
      const { db } = await openProject(project);
      try {
        const report = scorePages(await readScoreInput(db, gold));
        const lines = flags.json ? [JSON.stringify(report, null, 2)] : reportLines(report, flags.errors ?? false);
        for (const line of lines) await io.out(line);
      } finally {
        db.close();
      }
    });
}

const percent = (ratio: number): string => (100 * ratio).toFixed(1).padStart(6);

function reportLines({ pages, types, all }: Report, errors: boolean): string[] {
  const lines = Object.entries(pages).flatMap(([page, figures]) => [
    figuresLine(page, figures),
    ...(errors ? figures.errors.map((error) => `    ${error}`) : []),
  ]);
  for (const [type, { p, r, f1, tp, fn }] of Object.entries(types)) {
    lines.push(`${type.padEnd(25)}P ${percent(p)} R ${percent(r)} F ${percent(f1)}  (${tp + fn} in gold)`);
  }
  const { p, r, f1 } = all.identity;
  return [
    ...lines,
    figuresLine("all", all),
    `${"identity".padEnd(25)}P ${percent(p)} R ${percent(r)} F ${percent(f1)}`,
  ];
}

function figuresLine(name: string, f: Figures): string {
  return [
    `${name.slice(0, 24).padEnd(25)}seg ${percent(f.seg.f1)} order ${percent(f.order)} titles ${percent(f.titles)} jumps ${percent(f.jumps)}`,
    `entities P ${percent(f.entities.p)} R ${percent(f.entities.r)} F ${percent(f.entities.f1)} strict ${percent(f.strict.f1)}`,
    `edges ${percent(f.edges.f1)} macro ${percent(f.edgesMacro)}`,
    `spans ${percent(f.spans)} rows ${percent(f.rows)} once ${percent(f.once)}`,
  ].join(" | ");
}
