// Labelled text as `wenmai train` takes it, and how some of it is kept back to measure on.
import { z } from "zod";
import { InputError } from "../../lib/errors.ts";
import { TAGGED_TYPES, type TaggedSpan } from "./tags.ts";

/** A text with its names, by start, disjoint; `doc` is the article it is of, where the source says so. */
export interface SourceText {
  readonly text: string;
  readonly spans: readonly TaggedSpan[];
  readonly doc: string | null;
}

/** Texts that were labelled by one convention, in the order of their file. */
export interface Source {
  readonly convention: string;
  readonly file: string;
  readonly texts: readonly SourceText[];
}

const labelled = z.object({
  text: z.string(),
  entities: z.array(z.object({ start: z.int().nonnegative(), end: z.int(), type: z.enum(TAGGED_TYPES) })),
  doc: z.string().nullable().optional(),
});

/** One line of a source. Throws InputError, with the place, for what is no such line or labels names that overlap. */
export function parseLabelled(line: string, where: string): SourceText {
  let row: z.infer<typeof labelled>;
  try {
    row = labelled.parse(JSON.parse(line));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error).replaceAll("\n", " ") : "no JSON";
    throw new InputError(`train: ${where}: ${reason}`);
  }
  const spans = row.entities.toSorted((a, b) => a.start - b.start);
  spans.forEach(({ start, end }, i) => {
    if (end <= start || end > row.text.length || start < (spans[i - 1]?.end ?? 0))
      throw new InputError(`train: ${where}: the name at ${start} to ${end} overlaps another or leaves the text`);
  });
  return { text: row.text, spans, doc: row.doc ?? null };
}

/** A source is cut into so many blocks of neighbours … */
const BLOCKS = 20;
/** … of which these are kept back. */
const HELD: ReadonlySet<number> = new Set([4, 14]);

/**
 * Which texts are kept back: two blocks of twenty. Neighbours stay together and an article is never cut, because sentences
 * of one article share their names: a random tenth of the sentences would flatter by three points.
 */
export function heldBack(texts: readonly SourceText[]): boolean[] {
  let block = 0;
  return texts.map(({ doc }, i) => {
    const due = Math.floor((i * BLOCKS) / texts.length);
    if (due > block && (doc === null || texts[i - 1]!.doc !== doc)) block = due;
    return HELD.has(block);
  });
}
