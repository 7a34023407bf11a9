import { type Command, Option } from "commander";
import { z } from "zod";
import { UsageError } from "../../lib/errors.ts";
import { QUESTIONS, type Question } from "../../query/index.ts";
import { openProject } from "../../store/index.ts";
import { answerLines } from "../answers.ts";
import type { Io } from "../io.ts";

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

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
  query.action(async (project: string, name: string, subjects: string[], flags: Record<string, unknown>) => {
    const question = QUESTIONS.find((one) => one.name === name);
    if (!question)
      throw new UsageError(`query: no question "${name}"; there are ${QUESTIONS.map((q) => q.name).join(", ")}`);
    const { least, most, label } = question.subjects;
    if (subjects.length < least || subjects.length > most) {
      throw new UsageError(
        `query ${name}: asked of ${least === most ? least : `${least} to ${most}`} ${label}, given ${subjects.length}`,
      );
    }
    const { json, ...options } = flags;
    const { db } = await openProject(project);
    try {
      const answer = await ask(question, db, subjects, options);
      const lines = json ? [JSON.stringify(answer, null, 2)] : answerLines(question.name, answer, io);
      for (const line of lines) await io.out(line);
    } finally {
      db.close();
    }
  });
}

async function ask(question: Question, ...args: Parameters<Question["ask"]>): Promise<object> {
  try {
    return await question.ask(...args);
  } catch (error) {
    if (error instanceof z.ZodError) throw new UsageError(`query ${question.name}: ${z.prettifyError(error)}`);
    throw error;
  }
}

/** One flag for each option that any question has; a question refuses those it does not have. */
function optionsOfAll(): Option[] {
  const shapes = new Map(QUESTIONS.flatMap(({ options }) => Object.entries(options.shape)));
  return [...shapes].map(([name, schema]) => {
    const isFlag = name === "avoidHubs";
    return new Option(`--${kebab(name)}${isFlag ? "" : " <value>"}`, (schema as z.ZodType).description ?? "");
  });
}

function helpText(): string {
  const lines = QUESTIONS.map(({ name, summary, options }) => {
    const flags = Object.keys(options.shape).map((option) => `--${kebab(option)}`);
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
  wenmai query .wenmai/sample path 拉萨市委 天津市 --avoid-hubs --json`;
}
