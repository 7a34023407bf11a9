// Which texts each edge rests on, worked out from the lists of articles that each name carries. Pure.
//
// Everything lies in flat arrays: of 200,000 edges one array each would be most of the cost. A list of a name is
//
//   start  …  17        20           24 …            list i = items[start[i] … start[i + 1])
//   items  … | 3  8 512 | 0  8 77 512 | …            ascending
//   depth  … | 0  0   1 | 0  0  0   0 | …            how prominently it stands there
//
// and an edge's texts are those in both of its names' lists whose depths fit its layer.
import type { Layer, SiteArticleEntry, SiteEdge, SiteNode } from "./data.ts";
import type { Work } from "./work.ts";

/** One list for each of a number of things, in one array: list i is `items[start[i] … start[i + 1])`. */
export interface Lists {
  readonly start: Uint32Array;
  readonly items: Uint32Array;
}

export interface Incidence {
  /** Text of an article; its own story and paper (each page of unknown paper is one of its own). */
  readonly textOf: Uint32Array;
  readonly articleStory: Uint32Array;
  readonly articlePaper: Uint32Array;
  /** Of a text: its first article, its story, its paper. */
  readonly firstOf: Uint32Array;
  readonly storyOf: Uint32Array;
  readonly paperOf: Uint32Array;
  readonly texts: number;
  readonly stories: number;
  readonly papers: number;
  /** Texts that are more than a page's furniture. */
  readonly told: Uint8Array;
  /** Of each edge the texts it rests on, and the articles in which both names stand. */
  readonly edgeTexts: Lists;
  readonly edgeArticles: Lists;
}

type Ends = Pick<SiteEdge, "source" | "target" | "layer">;

const DEPTH: Record<Layer, number> = { content: 0, byline: 1, masthead: 2 };
/** Not there at all. */
const NOWHERE = 9;
/** Things between two breaths. */
const STRIDE = 2048;

/** Made step by step. Cost: O(all lists of articles + shorter list of each edge · log of the longer). */
export function* incidenceSteps(
  nodes: readonly SiteNode[],
  edges: readonly Ends[],
  articles: readonly SiteArticleEntry[],
): Work<Incidence> {
  const [textOf, texts] = yield* numbered(articles, (entry) => entry.text);
  const [articleStory, stories] = yield* numbered(articles, (entry) => entry.story);
  const [articlePaper, papers] = yield* numbered(articles, (entry) => entry.paper ?? `?${entry.page}`);
  const members = membersOf(textOf, texts);
  yield;
  const firstOf = Uint32Array.from({ length: texts }, (_, text) => members.items[members.start[text]!]!);
  const told = new Uint8Array(texts);
  articles.forEach(({ kind }, i) => {
    if (kind !== "masthead") told[textOf[i]!] = 1;
  });
  const named = yield* namings(nodes, articles.length);
  const inTexts = yield* textNamings(named, textOf);
  const { edgeTexts, edgeArticles } = yield* edgeLists(edges, named, inTexts, members);
  return {
    textOf,
    articleStory,
    articlePaper,
    firstOf,
    storyOf: firstOf.map((article) => articleStory[article]!),
    paperOf: firstOf.map((article) => articlePaper[article]!),
    texts,
    stories,
    papers,
    told,
    edgeTexts,
    edgeArticles,
  };
}

/** Numbers the keys in the order in which they first come. */
function* numbered(
  articles: readonly SiteArticleEntry[],
  keyOf: (entry: SiteArticleEntry) => string,
): Work<[Uint32Array, number]> {
  const numbers = new Map<string, number>();
  const of = new Uint32Array(articles.length);
  for (let i = 0; i < articles.length; i++) {
    if (i % STRIDE === STRIDE - 1) yield;
    const key = keyOf(articles[i]!);
    let number = numbers.get(key);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(key, number);
    }
    of[i] = number;
  }
  return [of, numbers.size];
}

/** Articles of each text, ascending. */
function membersOf(textOf: Uint32Array, texts: number): Lists {
  const start = new Uint32Array(texts + 1);
  for (const text of textOf) start[text + 1]!++;
  for (let text = 1; text <= texts; text++) start[text]! += start[text - 1]!;
  const next = start.slice();
  const items = new Uint32Array(textOf.length);
  textOf.forEach((text, article) => {
    items[next[text]!++] = article;
  });
  return { start, items };
}

/** Lists of places, each with how prominently the name stands there. */
interface Namings extends Lists {
  readonly depth: Uint8Array;
}

const LAYERS = ["masthead", "byline", "content"] as const;

/** Of each name the articles it stands in. */
function* namings(nodes: readonly SiteNode[], articles: number): Work<Namings> {
  let room = 0;
  for (const { in: within } of nodes) for (const layer of LAYERS) room += within[layer]?.length ?? 0;
  const start = new Uint32Array(nodes.length + 1);
  const items = new Uint32Array(room);
  const depth = new Uint8Array(room);
  const seen = new Uint32Array(articles);
  const depthAt = new Uint8Array(articles);
  let end = 0;
  for (let node = 0; node < nodes.length; node++) {
    if (node % STRIDE === STRIDE - 1) yield;
    const { in: within } = nodes[node]!;
    // The most prominent comes last and stays.
    for (const layer of LAYERS)
      for (const article of within[layer] ?? []) {
        depthAt[article] = DEPTH[layer];
        if (seen[article] === node + 1) continue;
        seen[article] = node + 1;
        items[end++] = article;
      }
    sortFrom(items, start[node]!, end);
    for (let at = start[node]!; at < end; at++) depth[at] = depthAt[items[at]!]!;
    start[node + 1] = end;
  }
  return { start, items, depth };
}

/** Of each name the texts it stands in, as prominently as in the best of their articles. */
function* textNamings(named: Namings, textOf: Uint32Array): Work<Namings> {
  const size = named.start.length - 1;
  const start = new Uint32Array(size + 1);
  const items = new Uint32Array(named.items.length);
  const depth = new Uint8Array(named.items.length);
  const seen = new Uint32Array(textOf.length);
  const depthAt = new Uint8Array(textOf.length);
  let end = 0;
  for (let node = 0; node < size; node++) {
    if (node % STRIDE === STRIDE - 1) yield;
    for (let at = named.start[node]!; at < named.start[node + 1]!; at++) {
      const text = textOf[named.items[at]!]!;
      if (seen[text] === node + 1) depthAt[text] = Math.min(depthAt[text]!, named.depth[at]!);
      else {
        seen[text] = node + 1;
        depthAt[text] = named.depth[at]!;
        items[end++] = text;
      }
    }
    sortFrom(items, start[node]!, end);
    for (let at = start[node]!; at < end; at++) depth[at] = depthAt[items[at]!]!;
    start[node + 1] = end;
  }
  return { start, items, depth };
}

/** Sorts `items[from … to)`; most lists come in order. */
function sortFrom(items: Uint32Array, from: number, to: number): void {
  for (let at = from + 1; at < to; at++) {
    if (items[at - 1]! < items[at]!) continue;
    items.subarray(from, to).sort();
    return;
  }
}

function* edgeLists(
  edges: readonly Ends[],
  named: Namings,
  inTexts: Namings,
  members: Lists,
): Work<{ edgeTexts: Lists; edgeArticles: Lists }> {
  const [texts, articles] = [growingLists(edges.length), growingLists(edges.length)];
  for (let edge = 0; edge < edges.length; edge++) {
    if (edge % STRIDE === STRIDE - 1) yield;
    const { source, target, layer } = edges[edge]!;
    eachShared(inTexts, source, target, DEPTH[layer], (text) => {
      texts.push(text);
      const [from, to] = [members.start[text]!, members.start[text + 1]!];
      for (let at = from; at < to; at++) {
        const article = members.items[at]!;
        // Of a text of one article all is known.
        const fits = to - from === 1 || depthOfPair(named, source, target, article) === DEPTH[layer];
        if (fits) articles.push(article);
      }
    });
    texts.close(edge);
    articles.close(edge);
  }
  return { edgeTexts: texts.done(), edgeArticles: articles.done() };
}

/** The places that two names share, ascending, where the less prominent of them stands at `wanted`. */
function eachShared(lists: Namings, a: number, b: number, wanted: number, tell: (place: number) => void): void {
  const { start, items, depth } = lists;
  const [few, many] = start[a + 1]! - start[a]! <= start[b + 1]! - start[b]! ? [a, b] : [b, a];
  const end = start[many + 1]!;
  let from = start[many]!;
  for (let at = start[few]!; at < start[few + 1]! && from < end; at++) {
    const place = items[at]!;
    from = firstFrom(items, from, end, place);
    if (from < end && items[from] === place && Math.max(depth[at]!, depth[from]!) === wanted) tell(place);
  }
}

/** First index of `items[from … to)` whose value is not less than `value`. */
function firstFrom(items: Uint32Array, from: number, to: number, value: number): number {
  // In leaps first: the next one is most often near.
  let [low, leap] = [from, 1];
  while (low + leap < to && items[low + leap]! < value) {
    low += leap;
    leap *= 2;
  }
  let high = Math.min(to, low + leap);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function depthOfPair(named: Namings, a: number, b: number, article: number): number {
  const depthOf = (node: number): number => {
    const end = named.start[node + 1]!;
    const at = firstFrom(named.items, named.start[node]!, end, article);
    return at < end && named.items[at] === article ? named.depth[at]! : NOWHERE;
  };
  return Math.max(depthOf(a), depthOf(b));
}

/** Lists of unknown length, one after the other. */
function growingLists(size: number) {
  const start = new Uint32Array(size + 1);
  let items = new Uint32Array(1024);
  let end = 0;
  return {
    push(item: number): void {
      if (end === items.length) {
        const larger = new Uint32Array(2 * end);
        larger.set(items);
        items = larger;
      }
      items[end++] = item;
    },
    close(list: number): void {
      start[list + 1] = end;
    },
    done: (): Lists => ({ start, items: items.slice(0, end) }),
  };
}
