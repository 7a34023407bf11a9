// Mentions as they are shown: each with its sentence's words, its article, paper and date, sorted by entity.
//
// Why a table of its own: a question about one entity or one tie must not look through all mentions, articles and
// sentences. Sorted by the entity's number, its rows stand together and the engine passes over all other blocks. An index
// on the ids was tried: it took three times as long to make, and of a hub's ten thousand mentions it found none faster.
import { type Database, type Row, statement } from "../store/index.ts";

/** Articles whose texts are in memory at a time. */
const WINDOW = 20_000;

interface SpanRow {
  readonly aid: number;
  readonly sentence: number;
  readonly start_at: number;
  readonly end_at: number;
  readonly page_spans: string;
}

/**
 * Fills `evidence` and `texts`. In: pages, articles, sentences, mentions (entity filled), entities.
 * Cost: about 8 µs a mention; the table is as large as the mentions and their sentences.
 */
export async function writeEvidence(db: Database): Promise<void> {
  await db.run(statement("graph", "evidence-articles"));
  const total = (await db.rows<{ articles: number }>(statement("graph", "evidence-total")))[0]!.articles;
  for (let first_row = 1; first_row <= total; first_row += WINDOW) {
    const window = { first_row, end_row: first_row + WINDOW };
    const texts = await db.rows<{ aid: number; text: string }>(statement("graph", "evidence-texts"), window);
    const spans = await db.rows<SpanRow>(statement("graph", "evidence-spans"), window);
    await db.append("evidence_sentences", sliced(spans, new Map(texts.map(({ aid, text }) => [aid, text]))));
  }
  await db.run(statement("graph", "evidence-rows"));
  await db.run(statement("graph", "text-rows"));
  await db.run(statement("graph", "drop-evidence"));
}

/** Cut here, not in SQL: offsets are UTF-16 units, and engines count code points. */
function* sliced(spans: readonly SpanRow[], texts: ReadonlyMap<number, string>): Iterable<Row> {
  for (const span of spans) yield { ...span, text: texts.get(span.aid)!.slice(span.start_at, span.end_at) };
}
