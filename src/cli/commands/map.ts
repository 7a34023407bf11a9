import type { Command } from "commander";
import { splitLines } from "../../corpus/index.ts";
import { UsageError } from "../../lib/errors.ts";
import { createLineFilter, LINE_FILTERS } from "../../pipeline/index.ts";
import type { Io } from "../io.ts";

export function addMap(program: Command, io: Io): void {
  program
    .command("map")
    .description("逐行过滤器 the maps as line filters: one JSON object a line in, one out")
    .argument("<map>", Object.keys(LINE_FILTERS).join(" | "))
    .addHelpText(
      "after",
      `
A line that cannot be used answers {"error": …} on its own line, so that lines in and out stay in step.
  segment  {"page", "text", "paper"?, "place"?, "date"?}  →  {"page", "articles", "issues"}
  extract  {"text_id", "articles", "paper", "place", "date"}  →  {"texts", "sentences", "mentions", "issues"}

Examples:
  echo '{"page":"p1","text":"本报讯(记者 王明) 8月28日，市委书记李强出席会议。"}' | wenmai map segment
  wenmai map segment < pages.jsonl | wenmai map extract > mentions.jsonl`,
    )
    .action(async (name: string) => {
      const filter = Object.hasOwn(LINE_FILTERS, name) ? LINE_FILTERS[name] : undefined;
      if (!filter) throw new UsageError(`map: "${name}" is none of ${Object.keys(LINE_FILTERS).join(", ")}`);
      const answer = createLineFilter(filter);
      for await (const bytes of splitLines(process.stdin)) {
        // A line too long to be kept still gets its answer: an error, as for what is no JSON.
        const line = bytes === null ? "" : new TextDecoder().decode(bytes);
        if (bytes === null || line.trim() !== "") await io.out(answer(line));
      }
    });
}
