// The trained tagger's finds (tagger/tagger.ts), each with the probability of exactly this span and type.
import type { Candidate } from "../candidates.ts";
import type { Context } from "../context.ts";
import { PROVINCE_UNITS } from "../states.ts";
import type { Extractor } from "./extractor.ts";
import { isQuotedWord } from "./gazetteer.ts";

/** A place that no list knows may be the lowest of a chain of places (chains.ts). */
const SMALL = { kind: "small" };

const PAIRS = ["“”", "‘’", "《》", "()"];

/** Whether no mark of a pair stands in the name without the other, and none at its end but a closing one. */
function isWhole(name: string): boolean {
  if (/^[,。、;:!?”’》)]|[,。、;:!?“‘《(]$/.test(name)) return false;
  return PAIRS.every(([open, close]) => name.split(open!).length === name.split(close!).length);
}

/** 浙赣闽粤: provinces by one unit each are several places (guide, rule 1). */
const PROVINCES = new RegExp(`^[${PROVINCE_UNITS}]{2,}$`);

/** Whether a span can be one name. */
function mayBe(context: Context, start: number, end: number): boolean {
  const name = context.text.slice(start, end);
  const isRow = PROVINCES.test(name) && context.resources.forms.get(name) === undefined;
  return !isRow && isWhole(name) && !isQuotedWord(context, start, end);
}

export const taggerExtractor: Extractor = {
  name: "tagger",
  summary: "persons, places and bodies by a trained model of characters in their surroundings",
  // It has learned programs from the patterns of programs: it knows nothing of them that they do not.
  run: (context) =>
    (context.tagged ?? [])
      .filter(({ type, start, end }) => type !== "program" && mayBe(context, start, end))
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
