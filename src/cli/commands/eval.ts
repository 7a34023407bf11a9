import type { Command } from "commander";
import { createExaminer, EXTRACTOR_NAMES, readResources } from "../../entities/index.ts";
import {
  type Figures,
  type MentionReport,
  type Report,
  readGold,
  readLabelledTexts,
  readScoreInput,
  scoreMentions,
  scorePages,
} from "../../eval/index.ts";
import { UsageError } from "../../lib/errors.ts";
import { openProject } from "../../store/index.ts";
import type { Io } from "../io.ts";
import { mentionLines } from "../mention-lines.ts";

interface Flags {
  readonly gold?: string;
  readonly sentences?: string;
  readonly without?: string;
  readonly errors?: boolean;
  readonly json?: boolean;
}

/**
 * `wenmai eval PROJECT --gold FOLDER`: a project's articles, entities and ties against pages labelled by hand.
 * `wenmai eval --sentences FILE`: the names that the extractors find in labelled text.
 */
export function addEval(program: Command, io: Io): void {
  program
    .command("eval")
    .description("评测 score a project against pages labelled by hand, or the names found in labelled text")
    .argument("[project]", "项目文件夹 the project's folder, with --gold")
    .option("--gold <folder>", "人工标注的版面 the folder of gold files (PAGE.json)")
    .option("--sentences <file>", "人工标注的文本 labelled text, one JSON object a line; needs no project")
    .option(
      "--without <names>",
      `停用的识别器 with --sentences: extractors to leave out, of ${EXTRACTOR_NAMES.join(",")}`,
    )
    .option("--errors", "列出每处错误 list what was missed, false or named otherwise")
    .option("--json", "以 JSON 输出 print all figures, and all errors, as JSON")
    .addHelpText(
      "after",
      `
Per cent; the guide in data/gold/GUIDE.md says what is counted.

A line of --sentences: {"id", "text", "entities": [{"start", "end", "type", "name"?, "optional"?}], "title"?, "paper"?,
"place"?}, offsets in UTF-16 units of the text, types person, place, agency, program, city_cluster. Each text is one article;
when it begins with the title and a line feed, they are its headline. A name is right when exactly its span has its type;
optional ones count neither way. Errors: "-" is missed, with who proposed it; "+" is false, with who found it and how
surely; "~" is found, but has another canonical name than its label.

Examples:
  wenmai eval .wenmai/sample --gold data/gold
  wenmai eval .wenmai/sample --gold data/gold --errors
  wenmai eval --sentences labelled.jsonl --errors
  wenmai eval --sentences labelled.jsonl --without tagger,consistency
  echo '{"id":"1","text":"法国总统马克龙到访。","entities":[{"start":0,"end":2,"type":"place"},{"start":4,"end":7,"type":"person"}]}' > one.jsonl
  wenmai eval --sentences one.jsonl`,
    )
    .action(async (project: string | undefined, flags: Flags) => {
      const { gold, sentences } = flags;
      if ((gold === undefined) === (sentences === undefined))
        throw new UsageError("eval: give a project and --gold FOLDER, or --sentences FILE");
      if (gold !== undefined && project === undefined)
        throw new UsageError("eval: --gold asks for the project's folder");
      if (sentences !== undefined && project !== undefined)
        throw new UsageError(`eval: --sentences needs no project ("${project}")`);
      if (flags.without !== undefined && sentences === undefined)
        throw new UsageError("eval: --without goes with --sentences; a project's names are found when it is built");
      const [report, lines] =
        sentences === undefined ? await scored(project!, gold!, flags) : examined(sentences, flags);
      for (const line of flags.json ? [JSON.stringify(report, null, 2)] : lines) await io.out(line);
    });
}

async function scored(project: string, folder: string, { errors }: Flags): Promise<[Report, string[]]> {
  const gold = readGold(folder);
  const { db } = await openProject(project);
  try {
    const report = scorePages(await readScoreInput(db, gold));
    return [report, reportLines(report, errors ?? false)];
  } finally {
    db.close();
  }
}

function examined(file: string, flags: Flags): [MentionReport, string[]] {
  const without = parseNames(flags.without ?? "");
  const texts = readLabelledTexts(file);
  const report = scoreMentions(texts, createExaminer(readResources(), { without }));
  return [report, mentionLines(report, flags.errors ?? false)];
}

/** Names parted by commas. Throws UsageError for one that no extractor has. */
function parseNames(list: string): string[] {
  const names = list.split(/[,，\s]+/u).filter(Boolean);
  const unknown = names.find((name) => !EXTRACTOR_NAMES.includes(name));
  if (unknown !== undefined)
    throw new UsageError(`eval: no extractor "${unknown}"; there are ${EXTRACTOR_NAMES.join(", ")}`);
  return names;
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
