// What a tie's explanation counts among all ties: from memory where a server holds them (a millisecond), else by statements
// that look through the table (tenths of a second for a million ties). Both count alike.
import { type Database, statement } from "../store/index.ts";
import { type Adjacency, edgeBetween } from "./adjacency.ts";
import type { Places } from "./mention-places.ts";

/** An entity's ties in the content layer and the stories that these sum to. */
export interface Company {
  readonly ties: number;
  readonly strength: number;
}

/** Entities that both numbers are tied to. */
export function commonOf(adjacency: Adjacency, a: number, b: number): number {
  const { offsets, neighbors } = adjacency;
  let common = 0;
  let [i, j] = [offsets[a]!, offsets[b]!];
  while (i < offsets[a + 1]! && j < offsets[b + 1]!) {
    const difference = neighbors[i]! - neighbors[j]!;
    if (difference === 0) common++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return common;
}

export function companyOf({ offsets, edges, counts }: Adjacency, node: number): Company {
  let strength = 0;
  for (let at = offsets[node]!; at < offsets[node + 1]!; at++) strength += counts.stories[edges[at]!]!;
  return { ties: offsets[node + 1]! - offsets[node]!, strength };
}

/** The tie's place among a node's ties, the strongest first, in the order in which the backbone is picked. */
export function placeOf(adjacency: Adjacency, node: number, other: number): number {
  const { offsets, edges, counts, nodes } = adjacency;
  const { stories, close, articles, source, target } = counts;
  const { contentMentions: named } = nodes;
  const own = edgeBetween(adjacency, node, other);
  const order = (one: number): number =>
    stories[own]! - stories[one]! ||
    close[own]! - close[one]! ||
    articles[own]! - articles[one]! ||
    named[source[own]!]! + named[target[own]!]! - named[source[one]!]! - named[target[one]!]! ||
    source[one]! - source[own]! ||
    target[one]! - target[own]!;
  let place = 1;
  for (let at = offsets[node]!; at < offsets[node + 1]!; at++) if (order(edges[at]!) < 0) place++;
  return place;
}

/** The node's own place, the most named first; only for who is in the content. */
export function rankOf({ nodes: { contentStories, contentMentions }, size }: Adjacency, node: number): number {
  const [stories, mentions] = [contentStories[node]!, contentMentions[node]!];
  let rank = 1;
  for (let other = 1; other < size; other++) {
    const more = contentStories[other]! - stories || contentMentions[other]! - mentions || node - other;
    if (more > 0) rank++;
  }
  return rank;
}

/** Content ties between drawn entities that the map takes before this one. */
export async function earlierOf(db: Database, adjacency: Adjacency, edge: number): Promise<number> {
  const { number } = await db.columns(statement("query", "tie-drawn-nodes"));
  const drawn = new Uint8Array(adjacency.size);
  for (const node of number!) drawn[node] = 1;
  const { backbone, counts } = adjacency;
  const { stories, close, articles, source, target } = counts;
  const order = (one: number): number =>
    backbone[edge]! - backbone[one]! ||
    stories[edge]! - stories[one]! ||
    close[edge]! - close[one]! ||
    articles[edge]! - articles[one]! ||
    source[one]! - source[edge]! ||
    target[one]! - target[edge]!;
  let earlier = 0;
  for (let one = 0; one < backbone.length; one++)
    if (drawn[source[one]!] === 1 && drawn[target[one]!] === 1 && order(one) < 0) earlier++;
  return earlier;
}

/** Texts that name both in any layer, and the most sentences of one text that do in the content, whatever was counted. */
export function togetherOf(a: Places, b: Places): { texts: number; sentences: number } {
  const texts = new Set(a.tid);
  const shared = new Set(b.tid.filter((tid) => texts.has(tid)));
  const named = new Set(sentencesOf(a, shared).keys());
  const byText = new Map<number, number>();
  for (const [sentence, tid] of sentencesOf(b, shared))
    if (named.has(sentence)) byText.set(tid, (byText.get(tid) ?? 0) + 1);
  return { texts: shared.size, sentences: [...byText.values()].reduce((most, one) => Math.max(most, one), 0) };
}

/** The content's sentences in the texts, each with its text. */
function sentencesOf({ aid, tid, depth, sentence }: Places, texts: ReadonlySet<number>): Map<string, number> {
  const sentences = new Map<string, number>();
  for (let i = 0; i < aid.length; i++)
    if (depth[i] === 0 && texts.has(tid[i]!)) sentences.set(`${aid[i]} ${sentence[i]}`, tid[i]!);
  return sentences;
}
