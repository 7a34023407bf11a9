import type { Command } from "commander";
import { splitLines } from "../../corpus/index.ts";
import {
  createTagger,
  type NamedSpan,
  nameText,
  readGazetteer,
  readModel,
  readResources,
  readWords,
  tagText,
} from "../../entities/index.ts";
import { messageOf } from "../../lib/errors.ts";
import type { Io } from "../io.ts";

export function addTag(program: Command, io: Io): void {
  program
    .command("tag")
    .description("标注人名地名机构名 names in clean text: one JSON object a line in, one out")
    .option("--convention <name>", "按谁的标准 whose labels: guide, or a corpus the model was trained on", "guide")
    .option(
      "--tagger-only",
      "只用标注器 by the guide too the tagger alone: twice as fast, programs and short forms are missing",
    )
    .option("--model <file>", "模型文件 another model than the one that ships (see wenmai train)")
    .addHelpText(
      "after",
      `
In  {"id", "text"}, out {"id", "entities": [{"start", "end", "type", "name", "score"}]}, offsets in UTF-16 units of the text.
A line that cannot be used answers {"error": …}, so that lines in and out stay in step.
Conventions of the model that ships: guide (person, place, agency, program, city_cluster), msra, pfr, cluener, resume.
By the guide all extractors have a vote (gazetteer, tagger, patterns); by a corpus, or with --model, the tagger is alone.

Examples:
  echo '{"id":"1","text":"市委书记李强在昭通市会见马克龙。"}' | wenmai tag
  wenmai tag --convention msra < sentences.jsonl > names.jsonl`,
    )
    .action(async (flags: { convention: string; model?: string; taggerOnly?: boolean }) => {
      const names = namerOf(flags);
      for await (const bytes of splitLines(process.stdin)) {
        const line = bytes === null ? "" : new TextDecoder().decode(bytes);
        if (bytes === null || line.trim() !== "") await io.out(answer(line, names));
      }
    });
}

/** All extractors by the guide; the tagger alone by a corpus, with another model, or where it is asked for. */
function namerOf(flags: { convention: string; model?: string; taggerOnly?: boolean }): (text: string) => NamedSpan[] {
  if (flags.convention === "guide" && flags.model === undefined && !flags.taggerOnly) {
    const resources = readResources();
    return (text) => nameText(text, resources);
  }
  const gazetteer = readGazetteer();
  const tagger = createTagger(readModel(flags.model), readWords(gazetteer), flags.convention);
  return (text) => tagText(text, tagger, gazetteer);
}

function answer(line: string, names: (text: string) => NamedSpan[]): string {
  try {
    const { id, text } = JSON.parse(line) as { id?: unknown; text?: unknown };
    if (typeof text !== "string") return JSON.stringify({ ...(id === undefined ? {} : { id }), error: "no text" });
    return JSON.stringify({ id: id ?? null, entities: names(text) });
  } catch (error) {
    return JSON.stringify({ error: messageOf(error) });
  }
}
