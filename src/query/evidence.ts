// The printed words behind an entity or a tie: sentences with the names marked, down to the page.
import type { Layer } from "../entities/index.ts";
import { InputError } from "../lib/errors.ts";
import type { Span } from "../lib/span.ts";
import { type Database, statement } from "../store/index.ts";
import { locateAll } from "./entity.ts";
import { grouped } from "./group.ts";
import {
  DEFAULT_LIMIT,
  DEPTHS,
  type EntityFacts,
  type Evidence,
  LAYER_OF_DEPTH,
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

/** Where a mention stands: enough to choose by. Numbers as in the table `evidence`. */
interface Spot {
  readonly number: number;
  readonly aid: number;
  readonly tid: number;
  readonly sid: number;
  readonly depth: number;
  readonly sentence: number;
  readonly start: number;
}

/** Sentences found, not yet read: the mentions of one sentence, or of two where the names stand apart. */
interface Finding {
  readonly close: boolean;
  readonly sentences: readonly (readonly Spot[])[];
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
  const of = await locateAll(db, references);
  const numbers = of.map(({ number }) => number);
  const depth = layer === "all" ? null : DEPTHS[layer];
  const texts = [...textsOf(await spotsOf(db, numbers)).values()]
    .map((spots) => atDepth(spots, numbers, depth))
    .filter((spots) => spots.length > 0);
  const findings = texts.flatMap((spots) => findingsIn(spots, numbers.length));
  const sorted = [...findings.filter(({ close }) => close), ...findings.filter(({ close }) => !close)];
  const chosen = sorted.slice(offset, offset + limit).map((finding) => ({ finding, ends: numbers }));
  const idOf = (number: number): string => of.find((one) => one.number === number)!.facts.entity;
  return {
    of: of.map(({ facts }) => facts),
    total: sorted.length,
    limit,
    offset,
    texts: texts.length,
    stories: new Set(texts.map((spots) => spots[0]!.sid)).size,
    sort: "close, date, text, place on the page",
    items: await passagesOf(db, chosen, idOf, depth),
  };
}

/**
 * For each of several ties the first of its evidence, null where the table has none; in two readings, however many.
 * `idOf`: the ids of their ends, by number.
 */
export async function firstEvidence(
  db: Database,
  ties: readonly (readonly [number, number])[],
  idOf: (number: number) => string,
  layer: Layer,
): Promise<(Evidence | null)[]> {
  if (ties.length === 0) return [];
  const spots = grouped(await spotsOf(db, [...new Set(ties.flat())]), ({ number }) => String(number));
  const firsts = ties.map((ends) => {
    const [few, many] = ends.map((end) => spots.get(String(end)) ?? []).sort((a, b) => a.length - b.length);
    const tids = new Set(few!.map(({ tid }) => tid));
    const shared = [...few!, ...many!.filter(({ tid }) => tids.has(tid))].sort(bySpot);
    const texts = [...textsOf(shared).values()].map((text) => atDepth(text, ends, DEPTHS[layer]));
    const findings = texts.filter((text) => text.length > 0).flatMap((text) => findingsIn(text, 2));
    return findings.find(({ close }) => close) ?? findings[0] ?? null;
  });
  const chosen = firsts.flatMap((finding, i) => (finding ? [{ finding, ends: ties[i]! }] : []));
  const read = await passagesOf(db, chosen, idOf, DEPTHS[layer]);
  const byFinding = new Map(chosen.map(({ finding }, i) => [finding, read[i]!]));
  return firsts.map((finding) => (finding ? byFinding.get(finding)! : null));
}

const bySpot = (a: Spot, b: Spot): number => a.aid - b.aid || a.start - b.start || a.number - b.number;

/** All mentions of the entities, in reading order. */
async function spotsOf(db: Database, numbers: readonly number[]): Promise<Spot[]> {
  const columns = await db.columns(statement("query", "evidence-places"), { numbers });
  const { number, aid, tid, sid, depth, sentence, start_at } = columns;
  const wanted = numbers.length === 1 ? null : textsOfSeveral(number!, tid!);
  const spots: Spot[] = [];
  for (let i = 0; i < number!.length; i++) {
    if (wanted && !wanted.has(tid![i]!)) continue;
    spots.push({
      number: number![i]!,
      aid: aid![i]!,
      tid: tid![i]!,
      sid: sid![i]!,
      depth: depth![i]!,
      sentence: sentence![i]!,
      start: start_at![i]!,
    });
  }
  return spots.sort(bySpot);
}

/** Texts that more than one of the numbers are named in: of a hub's thousands few are asked for. */
function textsOfSeveral(number: ArrayLike<number>, tid: ArrayLike<number>): Set<number> {
  const first = new Map<number, number>();
  const several = new Set<number>();
  for (let i = 0; i < tid.length; i++) {
    const one = first.get(tid[i]!);
    if (one === undefined) first.set(tid[i]!, number[i]!);
    else if (one !== number[i]!) several.add(tid[i]!);
  }
  return several;
}

function textsOf(spots: readonly Spot[]): Map<number, Spot[]> {
  const texts = new Map<number, Spot[]>();
  for (const spot of spots) {
    const text = texts.get(spot.tid);
    if (text) text.push(spot);
    else texts.set(spot.tid, [spot]);
  }
  return texts;
}

/** The mentions of a text that count in the layer; none when the text names not all, or adds to another layer of the pair. */
function atDepth(spots: readonly Spot[], numbers: readonly number[], depth: number | null): readonly Spot[] {
  const least = numbers.map((one) =>
    spots.reduce((min, spot) => (spot.number === one ? Math.min(min, spot.depth) : min), Number.POSITIVE_INFINITY),
  );
  if (least.includes(Number.POSITIVE_INFINITY)) return [];
  if (depth === null) return spots;
  if (numbers.length > 1 && Math.max(...least) !== depth) return [];
  return spots.filter((spot) => counts(spot.depth, numbers.length, depth));
}

/** Of one entity the mentions of the layer, of a tie those that are no deeper. */
const counts = (own: number, wanted: number, depth: number | null): boolean =>
  depth === null || (wanted === 1 ? own === depth : own <= depth);

function findingsIn(spots: readonly Spot[], wanted: number): Finding[] {
  const sentences = sentencesOf(spots);
  const close =
    wanted === 1 ? sentences : sentences.filter((rows) => rows.some(({ number }) => number !== rows[0]!.number));
  if (close.length > 0) return close.map((rows) => ({ close: true, sentences: [rows] }));
  return [{ close: false, sentences: nearestSentences(sentences) }];
}

/** In: spots in reading order. Sentences follow each other there. */
function sentencesOf(spots: readonly Spot[]): Spot[][] {
  const sentences: Spot[][] = [];
  for (const spot of spots) {
    const last = sentences.at(-1)?.[0];
    if (last && last.aid === spot.aid && last.sentence === spot.sentence) sentences.at(-1)!.push(spot);
    else sentences.push([spot]);
  }
  return sentences;
}

/** Of sentences that name one of two each, the two nearest; of equals the first. Other articles of a text are far. */
function nearestSentences(sentences: readonly (readonly Spot[])[]): (readonly Spot[])[] {
  let best: { pair: (readonly Spot[])[]; distance: number } | null = null;
  // Sorted by place, the nearest two are neighbours, so one pass finds them.
  for (let i = 1; i < sentences.length; i++) {
    const [a, b] = [sentences[i - 1]!, sentences[i]!];
    if (a[0]!.number === b[0]!.number) continue;
    const distance = a[0]!.aid === b[0]!.aid ? b[0]!.sentence - a[0]!.sentence : Number.MAX_SAFE_INTEGER;
    if (best === null || distance < best.distance) best = { pair: [a, b], distance };
  }
  return best!.pair;
}

interface PassageRow {
  readonly number: number;
  readonly aid: number;
  readonly depth: number;
  readonly sentence: number;
  readonly start_at: number;
  readonly end_at: number;
  readonly surface: string;
  readonly page_spans: string;
  readonly sentence_start: number;
  readonly sentence_end: number;
  readonly sentence_spans: string;
  readonly text: string;
  readonly article: string;
  readonly title: string;
  readonly kind: string;
  readonly page: string;
  readonly paper: string | null;
  readonly date: string | null;
  readonly text_id: string;
  readonly story: string;
}

/** The words of what was chosen, in one reading. */
async function passagesOf(
  db: Database,
  chosen: readonly { readonly finding: Finding; readonly ends: readonly number[] }[],
  idOf: (number: number) => string,
  depth: number | null,
): Promise<Evidence[]> {
  if (chosen.length === 0) return [];
  const aidsOf = new Map<number, Set<number>>();
  for (const { finding, ends } of chosen) {
    for (const number of ends) {
      const aids = aidsOf.get(number) ?? new Set();
      for (const [spot] of finding.sentences) aids.add(spot!.aid);
      aidsOf.set(number, aids);
    }
  }
  const rows: PassageRow[] = [];
  for (const [number, aids] of aidsOf) {
    rows.push(...(await db.rows<PassageRow>(statement("query", "evidence-passages"), { number, aids: [...aids] })));
  }
  rows.sort((a, b) => a.aid - b.aid || a.start_at - b.start_at || a.end_at - b.end_at || a.number - b.number);
  const bySentence = grouped(rows, (row) => `${row.aid} ${row.sentence}`);
  return chosen.map(({ finding: { close, sentences }, ends }) => {
    const passages = sentences.map(([spot]) =>
      bySentence
        .get(`${spot!.aid} ${spot!.sentence}`)!
        .filter((row) => ends.includes(row.number) && counts(row.depth, ends.length, depth)),
    );
    const { text_id, story } = passages[0]![0]!;
    return { close, text_id, story, passages: passages.map((mentions) => passageOf(mentions, idOf)) };
  });
}

function passageOf(mentions: readonly PassageRow[], idOf: (number: number) => string): Passage {
  const { article, title, kind, page, paper, date, sentence, text, sentence_start, sentence_end, sentence_spans } =
    mentions[0]!;
  return {
    article,
    title,
    kind,
    page,
    paper,
    date,
    sentence,
    text,
    start: sentence_start,
    end: sentence_end,
    page_spans: JSON.parse(sentence_spans) as Span[],
    marks: mentions.map((mention) => ({
      entity: idOf(mention.number),
      surface: mention.surface,
      start: mention.start_at - sentence_start,
      end: mention.end_at - sentence_start,
      page_spans: JSON.parse(mention.page_spans) as Span[],
      layer: LAYER_OF_DEPTH[mention.depth]!,
    })),
  };
}
