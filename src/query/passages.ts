// The printed words of chosen sentences, with the names marked, down to the page.
import { grouped } from "../lib/group.ts";
import { compareCodePoints } from "../lib/order.ts";
import type { Span } from "../lib/span.ts";
import { type Database, statement } from "../store/index.ts";
import { countsAt, type Finding } from "./findings.ts";
import { type Evidence, LAYER_OF_DEPTH, type Passage } from "./types.ts";

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

/** A finding and the numbers of whom it names. */
export interface Chosen {
  readonly finding: Finding;
  readonly ends: readonly number[];
}

/** The words of what was chosen; one reading an entity, however many findings. `idOf`: ids by number. */
export async function passagesOf(
  db: Database,
  chosen: readonly Chosen[],
  idOf: (number: number) => string,
  depth: number | null,
): Promise<Evidence[]> {
  if (chosen.length === 0) return [];
  const aidsOf = new Map<number, Set<number>>();
  for (const { finding, ends } of chosen) {
    for (const number of ends) {
      const aids = aidsOf.get(number) ?? new Set();
      for (const { aid } of finding.sentences) aids.add(aid);
      aidsOf.set(number, aids);
    }
  }
  const rows: PassageRow[] = [];
  for (const [number, aids] of aidsOf) {
    const asked = { number, aids: [...aids], first_aid: Math.min(...aids), last_aid: Math.max(...aids) };
    rows.push(...(await db.rows<PassageRow>(statement("query", "evidence-passages"), asked)));
  }
  rows.sort(inReadingOrder);
  const bySentence = grouped(rows, (row) => `${row.aid} ${row.sentence}`);
  return chosen.map(({ finding: { close, sentences }, ends }) => {
    const passages = sentences.map(({ aid, sentence }) =>
      bySentence
        .get(`${aid} ${sentence}`)!
        .filter((row) => ends.includes(row.number) && countsAt(row.depth, ends.length, depth)),
    );
    const { text_id, story } = passages[0]![0]!;
    return { close, text_id, story, passages: passages.map((mentions) => passageOf(mentions, idOf)) };
  });
}

/** Sorted here, not by the engine, which would sort whole rows: a third of its time. */
const inReadingOrder = (a: PassageRow, b: PassageRow): number =>
  a.aid - b.aid ||
  a.start_at - b.start_at ||
  a.end_at - b.end_at ||
  a.number - b.number ||
  compareCodePoints(a.page_spans, b.page_spans);

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
