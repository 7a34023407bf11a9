// The printed words behind an entity or a tie: sentences with the names marked, down to the page.
import type { Layer } from "../entities/index.ts";
import { InputError } from "../lib/errors.ts";
import type { Span } from "../lib/span.ts";
import { type Database, statement } from "../store/index.ts";
import { entitiesOf } from "./entity.ts";
import { grouped } from "./group.ts";
import {
  DEFAULT_LIMIT,
  type EntityFacts,
  type Evidence,
  type Listing,
  type ListOptions,
  type Passage,
} from "./types.ts";

export interface EvidenceOptions extends ListOptions {
  /** The layer of the edge; "all" for every mention. */
  readonly layer: Layer | "all";
  /** Items to pass over, for the next part of a long list. */
  readonly offset: number;
}

export interface EvidenceListing extends Listing<Evidence> {
  readonly of: readonly EntityFacts[];
  readonly offset: number;
  readonly texts: number;
  readonly stories: number;
}

interface MentionRow {
  readonly text_id: string;
  readonly story: string;
  readonly article: string;
  readonly title: string;
  readonly kind: string;
  readonly page: string;
  readonly ordinal: number;
  readonly paper: string | null;
  readonly date: string | null;
  readonly sentence: number;
  readonly entity: string;
  readonly surface: string;
  readonly start_at: number;
  readonly end_at: number;
  readonly page_spans: string;
  readonly layer: Layer;
}

const DEPTH: Record<Layer, number> = { content: 0, byline: 1, masthead: 2 };

/** Sentences found, not yet read: the mentions of one sentence, or of two where the names stand apart. */
interface Finding {
  readonly close: boolean;
  readonly sentences: readonly (readonly MentionRow[])[];
}

/**
 * Evidence of one entity (every sentence that names it) or of a tie between two: every sentence that names both, and for
 * each text without one, the two nearest sentences that name one each.
 * Close ones first, then by date (undated last), text, place on the page. A layer's evidence is that of its edge: the
 * texts in which the two are named at that depth, as counted.
 */
export async function evidence(
  db: Database,
  references: readonly string[],
  { limit = DEFAULT_LIMIT, offset = 0, layer = "content" }: Partial<EvidenceOptions> = {},
): Promise<EvidenceListing> {
  if (references.length < 1 || references.length > 2) throw new InputError("query.evidence: name one entity, or two");
  const of = await entitiesOf(db, references);
  const ids = of.map((facts) => facts.entity);
  const rows = await db.rows<MentionRow>(statement("query", "evidence-mentions"), {
    first_entity: ids[0]!,
    second_entity: ids.at(-1)!,
    wanted: ids.length,
  });
  const texts = [...grouped(rows, (row) => row.text_id).values()]
    .map((mentions) => atDepth(mentions, ids, layer))
    .filter((mentions) => mentions.length > 0);
  const findings = texts.flatMap((mentions) => findingsIn(mentions, ids.length));
  const sorted = [...findings.filter(({ close }) => close), ...findings.filter(({ close }) => !close)];
  const items: Evidence[] = [];
  for (const { close, sentences } of sorted.slice(offset, offset + limit)) {
    const { text_id, story } = sentences[0]![0]!;
    const passages: Passage[] = [];
    for (const mentions of sentences) passages.push(await readPassage(db, mentions));
    items.push({ close, text_id, story, passages });
  }
  return {
    of,
    total: sorted.length,
    limit,
    offset,
    texts: texts.length,
    stories: new Set(texts.map((mentions) => mentions[0]!.story)).size,
    sort: "close, date, text, place on the page",
    items,
  };
}

/** The mentions of a text that count in the layer; none when the text adds to another layer of the pair. */
function atDepth(mentions: readonly MentionRow[], ids: readonly string[], layer: Layer | "all"): MentionRow[] {
  if (layer === "all") return [...mentions];
  if (ids.length === 1) return mentions.filter((row) => row.layer === layer);
  const depths = ids.map((id) =>
    Math.min(...mentions.filter((row) => row.entity === id).map((row) => DEPTH[row.layer])),
  );
  if (Math.max(...depths) !== DEPTH[layer]) return [];
  return mentions.filter((row) => DEPTH[row.layer] <= DEPTH[layer]);
}

function findingsIn(mentions: readonly MentionRow[], wanted: number): Finding[] {
  const sentences = [...grouped(mentions, (row) => `${row.article}\t${row.sentence}`).values()];
  const close = sentences.filter((rows) => new Set(rows.map(({ entity }) => entity)).size === wanted);
  if (close.length > 0) return close.map((rows) => ({ close: true, sentences: [rows] }));
  return [{ close: false, sentences: nearestSentences(sentences) }];
}

/** Of sentences that name one of two each, the two nearest; of equals the first. Other articles of a text are far. */
function nearestSentences(sentences: readonly (readonly MentionRow[])[]): (readonly MentionRow[])[] {
  let best: { pair: (readonly MentionRow[])[]; distance: number } | null = null;
  // Sorted by place, the nearest two are neighbours, so one pass finds them.
  for (let i = 1; i < sentences.length; i++) {
    const [a, b] = [sentences[i - 1]!, sentences[i]!];
    if (a[0]!.entity === b[0]!.entity) continue;
    const distance = a[0]!.article === b[0]!.article ? b[0]!.sentence - a[0]!.sentence : Number.MAX_SAFE_INTEGER;
    if (best === null || distance < best.distance) best = { pair: [a, b], distance };
  }
  return best!.pair;
}

async function readPassage(db: Database, mentions: readonly MentionRow[]): Promise<Passage> {
  const { article, title, kind, page, paper, date, sentence } = mentions[0]!;
  const rows = await db.rows<{ start_at: number; end_at: number; page_spans: string; text: string }>(
    statement("query", "sentence-text"),
    { article, sentence },
  );
  const { start_at: start, end_at: end, page_spans, text } = rows[0]!;
  return {
    article,
    title,
    kind,
    page,
    paper,
    date,
    sentence,
    text: text.slice(start, end),
    start,
    end,
    page_spans: JSON.parse(page_spans) as Span[],
    marks: mentions.map((mention) => ({
      entity: mention.entity,
      surface: mention.surface,
      start: mention.start_at - start,
      end: mention.end_at - start,
      page_spans: JSON.parse(mention.page_spans) as Span[],
      layer: mention.layer,
    })),
  };
}
