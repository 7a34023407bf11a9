// A timeline is counted from columns of integers; here the same rules are followed plainly, text by text.
import { afterAll, beforeAll, expect, it } from "vitest";
import { countEntities, writeEvidence } from "../../src/graph/index.ts";
import { prepareQuestions, timeline } from "../../src/query/index.ts";
import type { TimeUnit } from "../../src/query/timeline.ts";
import type { Database } from "../../src/store/index.ts";
import { randomProject } from "../fixtures/graph/random-project.ts";
import { openProjectOf } from "../fixtures/graph/small-project.ts";

const NAMES = ["person:张三", "person:李四", "agency:清河市委", "place:清河市"];
const LAYERS = ["content", "byline", "masthead"] as const;
const LETTERS: Readonly<Record<TimeUnit, number>> = { day: 10, month: 7, year: 4 };
const spec = randomProject({ names: NAMES, articles: 60, seed: 7 });
const dates = new Map(spec.pages.map(({ page, date }) => [page, date]));

let db: Database;
beforeAll(async () => {
  db = await openProjectOf(spec);
  await countEntities(db);
  await writeEvidence(db);
});
afterAll(() => db.close());

function plainly(of: readonly string[], unit: TimeUnit, layer: (typeof LAYERS)[number] | "all") {
  const counts = new Map<string | null, { texts: number; stories: Set<string> }>();
  for (const text of new Set(spec.articles.map(({ text_id }) => text_id))) {
    const own = spec.articles.filter(({ text_id }) => text_id === text);
    const mentions = own.flatMap(({ page, sentences }) =>
      sentences.flat().map(([entity, depth]) => ({ entity, depth: LAYERS.indexOf(depth!), date: dates.get(page) })),
    );
    const wanted = layer === "all" ? null : LAYERS.indexOf(layer);
    const counted = mentions.filter(
      ({ entity, depth }) => of.includes(entity) && (of.length > 1 || wanted === null || depth === wanted),
    );
    const least = of.map((one) => Math.min(...counted.filter(({ entity }) => entity === one).map((m) => m.depth)));
    if (least.includes(Number.POSITIVE_INFINITY) || (wanted !== null && Math.max(...least) !== wanted)) continue;
    const [first] = counted.flatMap(({ date }) => date ?? []).sort();
    const date = first?.slice(0, LETTERS[unit]) ?? null;
    const count = counts.get(date) ?? { texts: 0, stories: new Set() };
    counts.set(date, { texts: count.texts + 1, stories: count.stories.add(own[0]!.story) });
  }
  const points = [...counts].flatMap(([date, { texts, stories }]) =>
    date === null ? [] : [{ date, texts, stories: stories.size }],
  );
  const total = [...counts.values()].reduce((sum, { texts }) => sum + texts, 0);
  return { total, undated: counts.get(null)?.texts ?? 0, points: points.sort((a, b) => (a.date < b.date ? -1 : 1)) };
}

it("counts what following the rules text by text counts, from the table and from memory", async () => {
  const alone = NAMES.map((name) => [name]);
  const pairs = NAMES.flatMap((a, i) => NAMES.slice(i + 1).map((b) => [a, b]));
  const check = async () => {
    let points = 0;
    for (const of of [...alone, ...pairs])
      for (const unit of ["day", "month", "year"] as const)
        for (const layer of [...LAYERS, "all"] as const) {
          const { total, undated, points: found } = await timeline(db, of, { unit, layer });
          expect({ total, undated, points: found }, `${of} ${unit} ${layer}`).toEqual(plainly(of, unit, layer));
          points += found.length;
        }
    return points;
  };
  expect(await check()).toBeGreaterThan(200);
  await prepareQuestions(db);
  await check();
});
