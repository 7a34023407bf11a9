// What speaks for two neighbouring heading lines' being parts of one title.
import { clip } from "../../lib/clip.ts";
import type { Values } from "../../lib/weigh.ts";
import { headOf, logRatio, tailOf } from "../../text/index.ts";
import { addColumns, addDistance, addPairForms, distanceOf } from "../page/line-pairs.ts";
import { topicCosine } from "../sense/affinity.ts";
import { isLabelLike, type LineEvidence, NAME, type TitleView } from "./title-evidence.ts";
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
  addPairForms(values, above, below);
  addTopics(values, view, k);
  values.soundBelow = clip(view.headline[k + 1]!, -4, 5);
  addColumns(values, view.columns[k]!, view.columns[k + 1]!);
  if (/(?:强调|指出|要求|表示|时说|提出|作出(?:重要)?指示)$/u.test(above.squeezed)) values.announces = 1;
  if (PRESIDES.test(below.squeezed)) values.presides = 1;
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
