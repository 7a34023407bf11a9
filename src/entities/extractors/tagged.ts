// The trained tagger's finds (tagger/tagger.ts), each with the probability of exactly this span and type.
import type { Candidate } from "../candidates.ts";
import type { Extractor } from "./extractor.ts";

/** A place that no list knows may be the lowest of a chain of places (chains.ts). */
const SMALL = { kind: "small" };

const PAIRS = ["“”", "‘’", "《》", "()"];

/** Whether no mark of a pair stands in the name without the other, and none at its end but a closing one. */
function isWhole(name: string): boolean {
  if (/^[,。、;:!?”’》)]|[,。、;:!?“‘《(]$/.test(name)) return false;
  return PAIRS.every(([open, close]) => name.split(open!).length === name.split(close!).length);
}

export const taggerExtractor: Extractor = {
  name: "tagger",
  summary: "persons, places and bodies by a trained model of characters in their surroundings",
  // It has learned programs from the patterns of programs: it knows nothing of them that they do not.
  run: ({ tagged, text }) =>
    (tagged ?? [])
      .filter(({ type, start, end }) => type !== "program" && isWhole(text.slice(start, end)))
      .map(
        ({ start, end, type, score }): Candidate => ({
          start,
          end,
          type,
          name: null,
          score,
          extractor: "tagger",
          rule: null,
          ...(type === "place" ? SMALL : {}),
        }),
      ),
};
