// The evidence of every tie, text by text: the sentences that name both, or the nearest two where no sentence does.
//
// Read in windows of texts and paired here, not by a join of mentions with ties: a window is all that memory holds, however
// many ties there are. A text counts for a tie at the depth at which it was counted (graph/count-edges.sql), and of a text
// that was capped only the pairs that were made of it (graph/count-unpaired.sql).

import type { Layer } from "../../entities/index.ts";
import { grouped } from "../../lib/group.ts";
import { compareCodePoints } from "../../lib/order.ts";
import { type Database, statement } from "../../store/index.ts";
import type { TieIndex } from "./tie-index.ts";

export interface EvidenceArticle {
  readonly article: string;
  readonly page: string;
  readonly title: string;
  readonly kind: string;
  readonly text: string;
  readonly paper: string | null;
  readonly date: string | null;
  readonly place: string | null;
}

export interface EvidenceMark {
  readonly surface: string;
  /** In the article's text. */
  readonly start: number;
  readonly end: number;
  /** JSON list of page spans. */
  readonly page_spans: string;
}

/** One sentence of evidence for one tie. */
export interface EvidenceRow {
  readonly source: string;
  readonly target: string;
  readonly layer: Layer;
  readonly close: boolean;
  readonly text_id: string;
  readonly story: string;
  readonly article: EvidenceArticle;
  readonly sentence: number;
  readonly quote: string;
  /** Of the sentence, in the article's text. */
  readonly start: number;
  readonly end: number;
  /** JSON list of page spans. */
  readonly page_spans: string;
  /** The first time the sentence names each; null where it names the other only. */
  readonly source_mark: EvidenceMark | null;
  readonly target_mark: EvidenceMark | null;
}

interface MentionRow {
  readonly text_id: string;
  readonly story: string;
  readonly article: string;
  readonly sentence: number;
  readonly entity: string;
  readonly surface: string;
  readonly start_at: number;
  readonly end_at: number;
  readonly page_spans: string;
  readonly layer: Layer;
  readonly sentence_start: number;
  readonly sentence_end: number;
  readonly sentence_spans: string;
}

/** Mentions read at a time; what is read does not depend on it. */
const WINDOW = 20_000;

const LAYERS: readonly Layer[] = ["content", "byline", "masthead"];

export interface EvidenceWindow {
  readonly first_text: string;
  readonly last_text: string;
}

/** Evidence of the ties in `ties`, by text, source, target and layer, then in reading order. */
export async function* evidenceRows(
  db: Database,
  ties: TieIndex,
  onWindow?: (window: EvidenceWindow) => Promise<void>,
  mentionsAtOnce = WINDOW,
): AsyncIterable<EvidenceRow> {
  for (const window of await windowsOf(db, mentionsAtOnce)) {
    await onWindow?.(window);
    const params = { ...window };
    const articles = await db.rows<EvidenceArticle>(statement("export/rows", "text-articles"), params);
    const byId = new Map(articles.map((article) => [article.article, article]));
    const mentions = await db.rows<MentionRow>(statement("export/rows", "text-mentions"), params);
    const unpaired = await unpairedIn(db, window);
    for (const text of runsOf(mentions, ({ text_id }) => text_id)) {
      yield* evidenceOfText(text, unpaired.get(text[0]!.text_id), ties, byId);
    }
  }
}

/** Of the window's texts that were capped, the names of which no pairs were made. */
async function unpairedIn(db: Database, window: EvidenceWindow): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await db.rows<{ text_id: string; entity: string }>(statement("export/rows", "unpaired-names"), {
    ...window,
  });
  const byText = grouped(rows, ({ text_id }) => text_id);
  return new Map([...byText].map(([text, names]) => [text, new Set(names.map(({ entity }) => entity))]));
}

/** Ranges of texts with about as many mentions as a window holds; a larger text is a window of its own. */
async function windowsOf(db: Database, mentionsAtOnce: number): Promise<EvidenceWindow[]> {
  const windows: EvidenceWindow[] = [];
  let first: string | null = null;
  let last = "";
  let size = 0;
  for await (const rows of db.batches<{ text_id: string; mentions: number }>(statement("export/rows", "texts"))) {
    for (const { text_id, mentions } of rows) {
      if (first !== null && size + mentions > mentionsAtOnce) {
        windows.push({ first_text: first, last_text: last });
        first = null;
        size = 0;
      }
      first ??= text_id;
      last = text_id;
      size += mentions;
    }
  }
  if (first !== null) windows.push({ first_text: first, last_text: last });
  return windows;
}

/** Runs of neighbours with one key. */
function* runsOf<T>(rows: readonly T[], key: (row: T) => string): Iterable<T[]> {
  let run: T[] = [];
  for (const row of rows) {
    if (run.length > 0 && key(run[0]!) !== key(row)) {
      yield run;
      run = [];
    }
    run.push(row);
  }
  if (run.length > 0) yield run;
}

const depthOf = (row: MentionRow): number => LAYERS.indexOf(row.layer);

const leastDepth = (rows: readonly MentionRow[]): number =>
  rows.reduce((least, row) => Math.min(least, depthOf(row)), LAYERS.length);

/** The mentions of one entity in one text, by sentence in reading order. */
interface Named {
  readonly entity: string;
  readonly depth: number;
  /** "ARTICLE\tSENTENCE" → its mentions there. */
  readonly sentences: ReadonlyMap<string, readonly MentionRow[]>;
}

function* evidenceOfText(
  mentions: readonly MentionRow[],
  unpaired: ReadonlySet<string> | undefined,
  ties: TieIndex,
  articles: ReadonlyMap<string, EvidenceArticle>,
): Iterable<EvidenceRow> {
  const order = new Map(mentions.map((row, i) => [row, i]));
  const named = namedIn(mentions).filter(({ entity }) => !unpaired?.has(entity) && ties.hasEntity(entity));
  for (const [i, source] of named.entries()) {
    for (const target of named.slice(i + 1)) {
      const depth = Math.max(source.depth, target.depth);
      const layer = LAYERS[depth]!;
      if (!ties.has(source.entity, target.entity, layer)) continue;
      const close = closeSentences(source, target, depth);
      const found = close.length > 0 ? close : nearestSentences(source, target, depth, order);
      for (const [sourceMark, targetMark] of found) {
        yield evidenceRow(source.entity, target.entity, layer, close.length > 0, sourceMark, targetMark, articles);
      }
    }
  }
}

function namedIn(mentions: readonly MentionRow[]): Named[] {
  return [...grouped(mentions, ({ entity }) => entity)]
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([entity, rows]) => {
      const sentences = new Map<string, MentionRow[]>();
      for (const run of runsOf(rows, sentenceKey)) sentences.set(sentenceKey(run[0]!), run);
      return { entity, depth: leastDepth(rows), sentences };
    });
}

const sentenceKey = ({ article, sentence }: MentionRow): string => `${article}\t${sentence}`;

type Pair = readonly [source: MentionRow | null, target: MentionRow | null];

/** Sentences that name both at the tie's depth, with the first mention of each. */
function closeSentences(source: Named, target: Named, depth: number): Pair[] {
  const pairs: Pair[] = [];
  for (const [key, rows] of source.sentences) {
    const others = target.sentences.get(key);
    if (!others || Math.max(leastDepth(rows), leastDepth(others)) !== depth) continue;
    pairs.push([rows[0]!, others[0]!]);
  }
  return pairs;
}

/** The two nearest sentences that name one each, in reading order; of equals the first. Other articles of a text are far. */
function nearestSentences(source: Named, target: Named, depth: number, order: ReadonlyMap<MentionRow, number>): Pair[] {
  const firsts = ({ sentences }: Named, isSource: boolean) =>
    [...sentences.values()]
      .flatMap((rows) => rows.find((row) => depthOf(row) <= depth) ?? [])
      .map((row) => ({ row, isSource }));
  const sorted = [...firsts(source, true), ...firsts(target, false)].sort(
    (a, b) => order.get(a.row)! - order.get(b.row)!,
  );
  let best: { pair: [(typeof sorted)[0], (typeof sorted)[0]]; distance: number } | null = null;
  // In reading order, the nearest two are neighbours, so one pass finds them.
  for (let i = 1; i < sorted.length; i++) {
    const [a, b] = [sorted[i - 1]!, sorted[i]!];
    if (a.isSource === b.isSource) continue;
    const distance = a.row.article === b.row.article ? b.row.sentence - a.row.sentence : Number.MAX_SAFE_INTEGER;
    if (best === null || distance < best.distance) best = { pair: [a, b], distance };
  }
  return best!.pair.map(({ row, isSource }): Pair => (isSource ? [row, null] : [null, row]));
}

function evidenceRow(
  source: string,
  target: string,
  layer: Layer,
  close: boolean,
  sourceRow: MentionRow | null,
  targetRow: MentionRow | null,
  articles: ReadonlyMap<string, EvidenceArticle>,
): EvidenceRow {
  const {
    text_id,
    story,
    article: id,
    sentence,
    sentence_start,
    sentence_end,
    sentence_spans,
  } = (sourceRow ?? targetRow)!;
  const article = articles.get(id)!;
  return {
    source,
    target,
    layer,
    close,
    text_id,
    story,
    article,
    sentence,
    quote: article.text.slice(sentence_start, sentence_end),
    start: sentence_start,
    end: sentence_end,
    page_spans: sentence_spans,
    source_mark: sourceRow && markOf(sourceRow),
    target_mark: targetRow && markOf(targetRow),
  };
}

const markOf = ({ surface, start_at, end_at, page_spans }: MentionRow): EvidenceMark => ({
  surface,
  start: start_at,
  end: end_at,
  page_spans,
});
