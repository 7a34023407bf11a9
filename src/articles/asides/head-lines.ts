// Whether two lines above a page reference, or in a guide, are parts of one headline: told before the page's articles are
// known, from the lines themselves and the page's words. Titles of articles are cut by more (title-lines).
import { clip } from "../../lib/clip.ts";
import { remembered } from "../../lib/remembered.ts";
import { type Values, weigh } from "../../lib/weigh.ts";
import { headOf, logRatio, tailOf } from "../../text/index.ts";
import { columnOf } from "../page/columns.ts";
import { addColumns, addDistance, addPairForms, distanceOf } from "../page/line-pairs.ts";
import type { PageBlock } from "../page/roles.ts";
import type { Grams, Vocabulary } from "../sense/cohesion.ts";
import { headlineScore } from "../sense/opening-model.ts";
import type { SegmentModels } from "../types.ts";
import { HEAD_LINE_WEIGHTS } from "./head-line-weights.ts";

export type HeadLineValues = Values<Exclude<keyof typeof HEAD_LINE_WEIGHTS, "bias">>;

/**
 * Where two lines stand: above a reference; in a guide with a reference for each headline; in a guide above one reference with
 * more lines than a headline has; in a guide with a single reference.
 */
export type Under = "pointer" | "each" | "many" | "once";

export interface HeadLines {
  /** Whether no text of the page holds its words: it is the headline of none of the page's articles. */
  readonly isStranger: (block: PageBlock) => boolean;
  readonly evidence: (above: PageBlock, below: PageBlock, under: Under) => HeadLineValues;
  /** Log-odds that they are parts of one headline. Cost: some 20 µs. */
  readonly joins: (above: PageBlock, below: PageBlock, under: Under) => number;
}

/** The page's words are looked at with the first pair. */
export function headLinesOf(page: readonly PageBlock[], vocabulary: Vocabulary, models: SegmentModels): HeadLines {
  const soundOf = remembered(({ squeezed }: PageBlock) =>
    clip(headlineScore(models.openings, models.characters, squeezed), -4, 5),
  );
  const heldOf = remembered(({ squeezed }: PageBlock) =>
    Float64Array.from(know().texts, (text) => vocabulary.containment(squeezed, text)),
  );
  const know = (): NonNullable<typeof known> => {
    known ??= { distances: distancesOf(page), texts: windows(page).map((text) => vocabulary.grams(text)) };
    return known;
  };
  let known: { distances: readonly number[]; texts: readonly Grams[] } | undefined;
  const isStranger = (block: PageBlock): boolean => heldOf(block).every((share) => share < STRANGE);
  const evidence = (above: PageBlock, below: PageBlock, under: Under): HeadLineValues => {
    const { distances } = know();
    const { characters } = models;
    const values: HeadLineValues = {};
    values.reading = clip(
      logRatio(characters, tailOf(characters, above.squeezed), headOf(characters, below.squeezed)),
      -4,
      10,
    );
    if (under === "pointer") values.pointer = 1;
    else if (under !== "each") {
      values[under] = 1;
      values.onceReading = values.reading;
    }
    if (above.cluster === below.cluster) values.close = 1;
    addDistance(values, distances, distanceOf(above, below));
    values.length = (above.squeezed.length + below.squeezed.length) / 20;
    if (under === "once" || under === "many") {
      values.onceClose = values.close ?? 0;
      values.onceNearer = values.nearer!;
      values.onceFurther = values.further!;
      values.onceLength = values.length;
      values.onceShorter = Math.min(above.squeezed.length, below.squeezed.length) / 10;
    }
    values.soundBelow = soundOf(below);
    values.soundAbove = soundOf(above);
    addHeld(values, heldOf(above), heldOf(below));
    if (under === "pointer" && isStranger(above)) values.strangeAbove = 1;
    values.shared = clip(vocabulary.containment(above.squeezed, vocabulary.grams(below.squeezed)), 0, 0.5);
    addPairForms(values, above, below);
    if (below.squeezed.length <= 8) values.shortBelow = 1;
    addWords(values, above.squeezed, below.squeezed);
    return values;
  };
  return {
    evidence,
    isStranger,
    joins: (above, below, under) => weigh(evidence(above, below, under), HEAD_LINE_WEIGHTS),
  };
}

/** Units between neighbouring headings, ascending. */
function distancesOf(page: readonly PageBlock[]): number[] {
  const distances: number[] = [];
  for (let k = 1; k < page.length; k++)
    if (page[k]!.role === "heading" && page[k - 1]!.role === "heading")
      distances.push(distanceOf(page[k - 1]!, page[k]!));
  return distances.sort((a, b) => a - b);
}

/** A headline of which every text of the page holds less is no article's. */
const STRANGE = 0.3;

/** The page's texts hold the words of an article's headline, and hardly those of one that stands on another page. */
function addHeld(values: HeadLineValues, above: Float64Array, below: Float64Array): void {
  let [a, b, both] = [0, 0, 0];
  for (let k = 0; k < above.length; k++) {
    a = Math.max(a, above[k]!);
    b = Math.max(b, below[k]!);
    both = Math.max(both, above[k]! + below[k]!);
  }
  values.heldAbove = a;
  values.heldBelow = b;
  values.switch = a + b - both;
}

function addWords(values: HeadLineValues, above: string, below: string): void {
  addColumns(values, columnOf(above), columnOf(below));
  if (/(?:强调|指出|要求|表示|时说|提出|作出(?:重要)?指示|[:：])$/u.test(above)) values.announces = 1;
}

const WINDOW = 600;

/** The page's running text in parts. */
export function windows(blocks: readonly PageBlock[]): string[] {
  const texts: string[] = [];
  for (const { role, squeezed } of blocks) {
    if (role !== "text") continue;
    const last = texts.at(-1);
    if (last !== undefined && last.length < WINDOW) texts[texts.length - 1] = `${last}|${squeezed}`;
    else texts.push(squeezed);
  }
  return texts;
}
