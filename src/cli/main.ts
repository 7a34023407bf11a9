#!/usr/bin/env node
// The command line. Exit codes: 0 done, 1 failed, 2 called wrongly. Each command is a file in commands/.
import { Command, CommanderError } from "commander";
import { FilterError } from "../filter/index.ts";
import { InputError, messageOf, ProjectError, UsageError } from "../lib/errors.ts";
import { addBuild } from "./commands/build.ts";
import { addEval } from "./commands/eval.ts";
import { addExplain } from "./commands/explain.ts";
import { addExport } from "./commands/export.ts";
import { addMap } from "./commands/map.ts";
import { addQuery } from "./commands/query.ts";
import { addServe } from "./commands/serve.ts";
import { addSite } from "./commands/site.ts";
import { addTag } from "./commands/tag.ts";
import { addTrain } from "./commands/train.ts";
import { createIo, type Io } from "./io.ts";

const COMMANDS = [addBuild, addServe, addSite, addQuery, addExplain, addExport, addEval, addMap, addTag, addTrain];

export function createProgram(io: Io): Command {
  const program = new Command("wenmai")
    .description(
      "文脉：把报纸版面变成可追溯的知识图谱\nWenmai: newspaper pages to a knowledge graph whose every tie leads to the printed words",
    )
    .version("0.1.0")
    .showHelpAfterError()
    .exitOverride();
  for (const add of COMMANDS) add(program, io);
  for (const command of program.commands) command.exitOverride().showHelpAfterError();
  return program;
}

async function main(): Promise<number> {
  const io = createIo(process.env);
  // A reader that closes the pipe early (`| head`) is no failure.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
  try {
    await createProgram(io).parseAsync(process.argv);
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    io.note(`wenmai: ${messageOf(error)}`);
    if (error instanceof FilterError) io.note(error.place());
    if (error instanceof UsageError || error instanceof FilterError) return 2;
    const isOurs = error instanceof InputError || error instanceof ProjectError;
    if (!isOurs && error instanceof Error && process.env.WENMAI_DEBUG) io.note(error.stack ?? "");
    return 1;
  }
}

process.exitCode = await main();
