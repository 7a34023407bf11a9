// A text → the names in it, each with its type and how sure it is. Pure; everything it needs is handed in.
//
// In:  a model (model.ts), words (known-words.ts), a convention's name. Lines are tagged one by one: a name does not go over
//      a line feed. Out: spans in UTF-16 units of the text as given, by start, disjoint.
//
// First the scores of each tag at each character (table.ts), then how likely each span is a name (confidence.ts), then which
// spans are taken for names (choose.ts).

import { InputError } from "../../lib/errors.ts";
import { type Alphabet, createAlphabet, createLine, type Line, readLine } from "./alphabet.ts";
import { chosenSpans, POSSIBLE, withWholeMarks } from "./choose.ts";
import { type Codes, createCodes } from "./codes.ts";
import { Confidence, type RatedSpan } from "./confidence.ts";
import { WORD_CODES, type Words, wordCodes } from "./known-words.ts";
import type { TaggerModel } from "./model.ts";
import { createTable, MARGIN, scoreLine, type Table } from "./table.ts";
import { stepsAmong, TAGS, type TaggedType } from "./tags.ts";

/** A name as the tagger found it; offsets are UTF-16 units of the text. */
export interface TaggedName {
  readonly start: number;
  readonly end: number;
  readonly type: TaggedType;
  /** Probability of exactly this span and type, given the model; in [0, 1], three decimals. */
  readonly score: number;
}

export interface Tagger {
  readonly convention: string;
  /** The names of a text. Cost: about 1 to 2 µs a character. */
  tag(text: string): TaggedName[];
  /**
   * Every span whose probability is at least `least`, also where it overlaps a likelier one; by start, then end, then type.
   * Cost: that of `tag`.
   */
  candidates(text: string, least: number): TaggedName[];
}

/** Longer lines are cut, behind a full stop where there is one. */
const LONGEST_LINE = 4000;
/** Creates a tagger. Throws InputError when the model has no such convention or was trained with other codes. Cost: about 100 ms. */
export function createTagger(model: TaggerModel, words: Words, convention: string): Tagger {
  const names = model.record.conventions.map(({ name }) => name);
  const index = names.indexOf(convention);
  if (index < 0) throw new InputError(`tagger: no convention "${convention}"; the model has ${names.join(", ")}`);
  if (model.codes !== WORD_CODES)
    throw new InputError("tagger: the model was trained by another version; train it anew");
  const { types } = model.record.conventions[index]!;
  const all = stepsAmong(TAGS);
  const steps = new Int32Array(TAGS * TAGS);
  all.from.forEach((from, s) => {
    steps[from * TAGS + all.to[s]!] = model.steps[0]![s]! + model.steps[index + 1]![s]!;
  });
  const stepOf = (from: number, to: number): number => steps[from * TAGS + to]!;
  const alphabet = createAlphabet(model.units);
  const parts = {
    alphabet,
    table: createTable(model, index),
    words,
    confidence: new Confidence(1 + 4 * types, stepOf),
    line: createLine(),
    codes: createCodes(),
    scores: new Int32Array(0),
  };
  return {
    convention,
    tag(text) {
      const out: TaggedName[] = [];
      for (const [start, end] of linesOf(text)) {
        const spans = likelySpans(parts, text, start, end, POSSIBLE);
        for (const span of chosenSpans(spans, parts.line.length)) out.push(nameOf(parts.line, span));
      }
      return out;
    },
    candidates(text, least) {
      const out: TaggedName[] = [];
      for (const [start, end] of linesOf(text))
        for (const span of likelySpans(parts, text, start, end, least)) out.push(nameOf(parts.line, span));
      return out;
    },
  };
}

/** The lines of a text as [start, end), the line feed with the line before it; long ones cut. Cost: O(length) for all. */
function* linesOf(text: string): Generator<readonly [start: number, end: number]> {
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf("\n", start);
    const lineEnd = feed < 0 ? text.length : feed + 1;
    while (start < lineEnd) {
      const end = lineEnd - start > LONGEST_LINE ? cutAt(text, start) : lineEnd;
      yield [start, end];
      start = end;
    }
  }
}

function cutAt(text: string, start: number): number {
  const end = start + LONGEST_LINE;
  for (let i = end; i > start; i--) if (text[i - 1] === "。") return i;
  return end;
}

interface Parts {
  readonly alphabet: Alphabet;
  readonly table: Table;
  readonly words: Words;
  readonly confidence: Confidence;
  readonly line: Line;
  readonly codes: Codes;
  scores: Int32Array;
}

/** Reads a line and scores it; its length in characters. */
function readScores(parts: Parts, text: string, start: number, end: number): number {
  const { alphabet, table, words, line, codes } = parts;
  readLine(alphabet, text, start, end, line);
  const { length } = line;
  const room = (length + 2 * MARGIN) * TAGS;
  if (parts.scores.length < room) parts.scores = new Int32Array(2 * room);
  codes.count = 0;
  wordCodes(words, line, codes);
  scoreLine(table, line, codes, parts.scores);
  return length;
}

/** The spans of a line that are names with a probability of `least`, in characters of the line. */
function likelySpans(parts: Parts, text: string, start: number, end: number, least: number): RatedSpan[] {
  const length = readScores(parts, text, start, end);
  return withWholeMarks(parts.confidence.atLeast(least, parts.scores, length), parts.line.units, length);
}

const rounded = (share: number): number => Math.round(1000 * Math.min(1, share)) / 1000;

const nameOf = ({ at }: Line, { start, end, type, share }: RatedSpan): TaggedName => ({
  start: at[start]!,
  end: at[end - 1]! + 1,
  type,
  score: rounded(share),
});
