// What speaks for two neighbouring heading lines' being parts of one title.
import { clip } from "../../lib/clip.ts";
import { headOf, logRatio, tailOf } from "../../text/index.ts";
import { HEAD_MARK } from "../page/patterns.ts";
import type { PageBlock } from "../page/roles.ts";
import { isVertical } from "../page/vertical.ts";
import { topicCosine } from "../sense/affinity.ts";
import { openMarks } from "../sense/cohesion.ts";
import { ASIDE, isLabelLike, type LineEvidence, NAME, type TitleView, type Values } from "./title-evidence.ts";
import type { WordTable } from "./title-words.ts";

/** Whether line `k` of a zone and the one below are parts of one title. */
export function lineEvidence(view: TitleView, k: number): Values<LineEvidence> {
  const { scene, zone, near, words } = view;
  const [above, below] = [zone.lines[k]!, zone.lines[k + 1]!];
  const values: Values<LineEvidence> = {};
  const { model } = scene.sense;
  values.reading = clip(logRatio(model, tailOf(model, above.squeezed), headOf(model, below.squeezed)), -4, 10);
  if (above.cluster === below.cluster) values.close = 1;
  addDistance(values, scene.distances, distanceOf(above, below));
  if (isLabelLike(view, k)) values.labelAbove = 1;
  if (isLabelLike(view, k + 1)) values.labelBelow = 1;
  if (zone.groups[k]!.pointer && zone.groups[k] === zone.groups[k + 1]) values.teaser = 1;
  // What points to another page has its text there.
  if (!zone.groups[k + 1]!.pointer) addLineWords(values, words, near.length, k);
  if (below.index > above.index + 1) values.parted = 1;
  else if (scene.bylines.has(above.index - 1) && above.squeezed.length < NAME) values.nameAbove = 1;
  addForms(values, above, below);
  addTopics(values, view, k);
  values.soundBelow = clip(view.headline[k + 1]!, -4, 5);
  const [columnAbove, columnBelow] = [view.columns[k]!, view.columns[k + 1]!];
  if (columnAbove === 2) values.knownAbove = 1;
  else if (columnAbove === 1) values.columnAbove = 1;
  if (columnBelow === 2) values.knownBelow = 1;
  else if (columnBelow === 1) values.columnBelow = 1;
  if (/(?:强调|指出|要求|表示|时说|提出|作出(?:重要)?指示)$/u.test(above.squeezed)) values.announces = 1;
  if (PRESIDES.test(below.squeezed)) values.presides = 1;
  if (openMarks(above.squeezed) !== "") values.leavesOpen = 1;
  if (/^——/u.test(below.squeezed)) values.dash = 1;
  if (HEAD_MARK.test(below.squeezed)) values.bullet = 1;
  else if (HEAD_MARK.test(above.squeezed)) values.bulletAbove = 1;
  if (ASIDE.test(above.squeezed) || ASIDE.test(below.squeezed)) values.aside = 1;
  if (/[！？!?”]$/u.test(above.squeezed)) values.ends = 1;
  return values;
}

/** "赵乐际主持并讲话", "李强 丁薛祥出席": what a sub-headline says of a meeting. */
const PRESIDES =
  /^(?!.*[，,])\p{Script=Han}{2,4}[^，,]{0,16}?(?:主持|出席|讲话|致辞|参加|陪同|指示|批示|证书|总结|报告)/u;

/** How near the lines' topics lie, and what it costs to give both to one article. */
function addTopics(values: Values<LineEvidence>, { zone, near, topics, cosines }: TitleView, k: number): void {
  values.topics = topicCosine(topics[k]!, topics[k + 1]!);
  if (zone.groups[k + 1]!.pointer) return;
  let [above, below, both] = [0, 0, 0];
  for (let c = 0; c < near.length; c++) {
    const [a, b] = [cosines[k * near.length + c]!, cosines[(k + 1) * near.length + c]!];
    above = Math.max(above, a);
    below = Math.max(below, b);
    both = Math.max(both, a + b);
  }
  values.switchTopic = above + below - both;
}

/** Blanks between two lines: a line's end is one, a blank line two or more. */
export const distanceOf = (above: PageBlock, below: PageBlock): number =>
  below.lines[0]!.start - above.lines.at(-1)!.end;

/** How many of the ascending numbers are less. */
function below(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The share of the page's pairs that stand further apart, and nearer together. */
function addDistance(values: Values<LineEvidence>, distances: readonly number[], distance: number): void {
  const all = distances.length + 2;
  values.further = below(distances, distance) / all;
  values.nearer = (distances.length - below(distances, distance + 1)) / all;
}

/** What it costs to give two lines to one article instead of each to its own, and whether a line's words are known at all. */
function addLineWords(values: Values<LineEvidence>, words: WordTable, count: number, row: number): void {
  let [above, below, both] = [0, 0, 0];
  let [hitsAbove, hitsBelow] = [0, 0];
  for (let t = 0; t < count; t++) {
    const [upper, lower] = [words.body[row * count + t]!, words.body[(row + 1) * count + t]!];
    above = Math.max(above, upper);
    below = Math.max(below, lower);
    both = Math.max(both, upper + lower);
    hitsAbove = Math.max(hitsAbove, words.hits[row * count + t]!);
    hitsBelow = Math.max(hitsBelow, words.hits[(row + 1) * count + t]!);
  }
  values.switch = clip(above + below - both, 0, 15);
  if (hitsAbove === 0) values.strangeAbove = 1;
  if (hitsBelow === 0) values.strangeBelow = 1;
}

function addForms(values: Values<LineEvidence>, above: PageBlock, below: PageBlock): void {
  const [upper, lower] = [isVertical(above.lines), isVertical(below.lines)];
  if (upper !== lower) values.oneUpright = 1;
  else if (upper) values.bothUpright = 1;
  if (above.level > 0 && below.level > 0) values[above.level === below.level ? "sameLevel" : "otherLevel"] = 1;
  else if (above.level > 0) values.unmarkedBelow = 1;
  else if (below.level > 0) values.markedBelow = 1;
  const difference = Math.abs(above.squeezed.length - below.squeezed.length);
  if (difference <= 1) values.sameLength = 1;
  else if (difference > 8) values.otherLength = 1;
  const [left, right] = [isSpaced(above), isSpaced(below)];
  if (left !== right) values.otherSpacing = 1;
  if (above.squeezed.length <= 8) values.shortAbove = 1;
  if (above.squeezed.length >= 18) values.longAbove = 1;
  if (below.squeezed.length >= 18) values.longBelow = 1;
}

/** "城 市 高 质 量": letters set wide. */
const isSpaced = ({ lines }: PageBlock): boolean => lines.every(({ text }) => /^\S(?:\s+\S)+$/u.test(text));
