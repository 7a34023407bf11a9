import { type Command, Option } from "commander";
import { z } from "zod";
import { UsageError } from "../../lib/errors.ts";
import {
  AskingError,
  checkSubjects,
  diffProjects,
  QUESTIONS,
  type Question,
  readOptions,
  typedName,
} from "../../query/index.ts";
import { type Database, openProject } from "../../store/index.ts";
import { answerLines } from "../answers.ts";
import type { Io } from "../io.ts";
import { once } from "../once.ts";

/** `wenmai query PROJECT QUESTION …`: a subcommand a question, made of its description. */
export function addQuery(program: Command, io: Io): void {
  const query = program
    .command("query")
    .description("提问 ask a project")
    .usage("<project> <question> [subjects...] [options]")
    .argument("<project>", "项目文件夹 the project's folder")
    .argument("<question>", QUESTIONS.map(({ name }) => name).join(" | "))
    .argument(
      "[subjects...]",
      "实体（编号、名称或别名）、检索词、文章 entities by id, name or alias; a text; an article",
    )
    .option("--json", "以 JSON 输出 print the whole answer as JSON")
    .addHelpText("after", helpText());
  for (const option of optionsOfAll()) query.addOption(option);
  query.option(
    "--with <project>",
    "diff：与另一项目相比，本项目为前 diff: against another project, this one being before",
    once,
  );
  query.action(async (project: string, name: string, subjects: string[], flags: Record<string, unknown>) => {
    const question = QUESTIONS.find((one) => one.name === name);
    if (!question)
      throw new UsageError(`query: no question "${name}"; there are ${QUESTIONS.map((q) => q.name).join(", ")}`);
    const { json, with: other, ...options } = flags;
    if (other !== undefined && name !== "diff") throw new UsageError(`query ${name}: --with is an option of diff`);
    const { db } = await openProject(project);
    try {
      const asked = other === undefined ? question : againstProject(question, String(other));
      const answer = await ask(asked, db, subjects, options);
      const lines = json ? [JSON.stringify(answer, null, 2)] : answerLines(question.name, answer, io);
      for (const line of lines) await io.out(line);
    } finally {
      db.close();
    }
  });
}

/** `diff` of two projects. Not among the questions: over HTTP nobody may name a folder of the machine. */
function againstProject(diff: Question, other: string): Question {
  const options = z.object(diff.options.shape).omit(PARTS);
  return {
    ...diff,
    options,
    async ask(db: Database, subjects, given) {
      checkSubjects(diff.subjects, subjects);
      const list = readOptions(options, given);
      const { db: after } = await openProject(other);
      try {
        return await diffProjects(db, after, subjects, list as Parameters<typeof diffProjects>[3]);
      } finally {
        after.close();
      }
    },
  };
}

const PARTS = { before: true, after: true, beforePaper: true, afterPaper: true } as const;

async function ask(question: Question, ...args: Parameters<Question["ask"]>): Promise<object> {
  try {
    return await question.ask(...args);
  } catch (error) {
    if (error instanceof AskingError) throw new UsageError(`query ${question.name}: ${error.message}`);
    throw error;
  }
}

/** One flag for each option that any question has; a question refuses those it does not have. */
function optionsOfAll(): Option[] {
  const shapes = new Map(QUESTIONS.flatMap(({ options }) => Object.entries(options.shape)));
  return [...shapes].map(([name, schema]) => {
    const isFlag = name === "avoidHubs";
    const option = new Option(
      `--${typedName(name)}${isFlag ? "" : " <value>"}`,
      (schema as z.ZodType).description ?? "",
    );
    return isFlag ? option : option.argParser(once);
  });
}

function helpText(): string {
  const lines = QUESTIONS.map(({ name, summary, options }) => {
    const flags = Object.keys(options.shape).map((option) => `--${typedName(option)}`);
    return `  ${name.padEnd(10)}${summary}${flags.length ? `\n            ${flags.join(" ")}` : ""}`;
  });
  return `
Questions and their options:
${lines.join("\n")}

Examples:
  wenmai query .wenmai/sample search lasa
  wenmai query .wenmai/sample neighbors 习近平 --types agency,program --limit 10
  wenmai query .wenmai/sample evidence 国务院 京津冀
  wenmai query .wenmai/sample story 001_0974e2829616dbc9#a1 --limit 100
  wenmai query .wenmai/sample diff --before-paper 昭通日报 --after-paper 拉萨日报 --types agency
  wenmai query .wenmai/sample path 拉萨市委 天津市 --avoid-hubs --json`;
}
