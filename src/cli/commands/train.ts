import { type Command, InvalidArgumentError } from "commander";
import {
  DEFAULT_FIT_OPTIONS,
  readGazetteer,
  readSources,
  readWords,
  type TaggerFigures,
  trainTagger,
  writeModel,
} from "../../entities/index.ts";
import type { Io } from "../io.ts";

interface Flags {
  sources: string;
  out: string;
  use?: string[];
  seed: number;
  epochs: number;
  everything?: boolean;
  json?: boolean;
}

const whole = (least: number) => (value: string) => {
  if (!/^\d+$/.test(value) || Number(value) < least) throw new InvalidArgumentError(`not a whole number from ${least}`);
  return Number(value);
};

export function addTrain(program: Command, io: Io): void {
  program
    .command("train")
    .description("训练标注器 the tagger, from labelled text")
    .requiredOption("--sources <folder>", "标注语料 files of labelled text, .jsonl or .jsonl.gz")
    .requiredOption("--out <file>", "模型文件 where the model is written")
    .option("--use <names>", "只用这些 only these conventions, joined by commas", (names: string) => names.split(","))
    .option("--seed <n>", "随机种子 seed", whole(0), DEFAULT_FIT_OPTIONS.seed)
    .option("--epochs <n>", "轮数 passes over the texts", whole(1), DEFAULT_FIT_OPTIONS.epochs)
    .option("--everything", "测完后用全部语料再训练 after measuring, train once more on all texts, those kept back too")
    .option("--json", "以 JSON 输出 print the figures as JSON")
    .addHelpText(
      "after",
      `
One file is one source; what its name begins with (msra-train.jsonl.gz: msra) is the convention it was labelled by. A line is
{"text", "entities": [{"start", "end", "type"}], "doc"?}, type one of person, place, agency, program.
Two blocks of twenty of each source, never parts of an article, are kept back; the figures are measured on them.
The same texts, options and seed give the same file. About ten minutes of one core (twice that with --everything) and 4 GB of memory for four million characters.

Examples:
  wenmai train --sources ner-train --use msra,pfr,cluener,resume --out tagger.bin
  wenmai train --sources my-labels --out mine.bin --everything && wenmai tag --model mine.bin < sentences.jsonl`,
    )
    .action(async (flags: Flags) => {
      const resources = readGazetteer();
      const sources = readSources(flags.sources, flags.use ?? null);
      const options = { ...DEFAULT_FIT_OPTIONS, seed: flags.seed, epochs: flags.epochs };
      const words = readWords(resources);
      const { model, figures } = trainTagger(sources, words, resources, options, flags.everything, io.effects);
      const bytes = writeModel(flags.out, model);
      const lines = flags.json ? [JSON.stringify({ bytes, figures }, null, 2)] : figureLines(figures);
      for (const line of lines) await io.out(line);
      io.note(io.say(`已写入 ${flags.out}，${bytes} 字节`, `wrote ${flags.out}, ${bytes} bytes`));
    });
}

const percent = (share: number | null): string => (share === null ? "-" : (100 * share).toFixed(1)).padStart(5);

/** One line for each convention and type. */
function figureLines(figures: Readonly<Record<string, TaggerFigures>>): string[] {
  return Object.entries(figures).flatMap(([convention, types]) =>
    Object.entries(types).map(
      ([type, f]) =>
        `${convention.padEnd(10)}${type.padEnd(9)}P ${percent(f.precision)} R ${percent(f.recall)} F ${percent(f.f1)} ` +
        `(${f.gold}) | unseen R ${percent(f.unseenRecall)} (${f.unseen})`,
    ),
  );
}
