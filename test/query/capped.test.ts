// Of a text that names more than the build pairs, every answer about a tie counts what the tie counts.
import { expect, it } from "vitest";
import { countEdges, countEntities, weighEdges, writeEvidence } from "../../src/graph/index.ts";
import { evidence, prepareQuestions, timeline } from "../../src/query/index.ts";
import { select } from "../../src/query/selection.ts";
import { type Database, parseStatement } from "../../src/store/index.ts";
import { randomProject } from "../fixtures/graph/random-project.ts";
import { openProjectOf } from "../fixtures/graph/small-project.ts";

const NAMES = ["person:张三", "person:李四", "person:王五", "agency:清河市委", "place:清河市", "place:云岭县"];
const LAYERS = ["content", "byline", "masthead"] as const;

interface Edge {
  readonly source: string;
  readonly target: string;
  readonly layer: (typeof LAYERS)[number];
  readonly texts: number;
  readonly stories: number;
  readonly papers: number;
}

async function check(db: Database) {
  const edges = await db.rows<Edge>(parseStatement("t", "SELECT * FROM edges"));
  const byKey = new Map(edges.map((edge) => [`${edge.source} ${edge.target} ${edge.layer}`, edge]));
  const ends = [...NAMES].sort();
  for (const [i, source] of ends.entries())
    for (const target of ends.slice(i + 1))
      for (const layer of LAYERS) {
        const edge = byKey.get(`${source} ${target} ${layer}`);
        const told = await evidence(db, [source, target], { layer });
        const counted = { texts: edge?.texts ?? 0, stories: edge?.stories ?? 0 };
        expect({ texts: told.texts, stories: told.stories }, `${source} ${target} ${layer}`).toEqual(counted);
        expect(told.items.length > 0).toBe(edge !== undefined);
        expect((await timeline(db, [source, target], { layer })).total).toBe(counted.texts);
      }
  return edges.length;
}

it.each([2, 4])("evidence, timelines and filters tell of a tie what it counts (%d names paired)", async (cap) => {
  const db = await openProjectOf(randomProject({ names: NAMES, articles: 40, seed: 5 }));
  await countEntities(db);
  await writeEvidence(db);
  expect((await countEdges(db, { maxEntitiesPerText: cap })).length).toBeGreaterThan(3);
  await weighEdges(db);
  expect(await check(db)).toBeGreaterThan(10);
  await prepareQuestions(db);
  await check(db);
  // A tie is printed in a paper where a text that was counted for it is.
  const { hasEdge } = await select(db, { filter: "tie.paper:清河日报", layer: "all" });
  const edges = await db.rows<never>(parseStatement("t", "SELECT * FROM edges"));
  const printed = await db.rows<{ source: string; target: string; layer: string }>(
    parseStatement(
      "t",
      `SELECT DISTINCT a.entity AS source, b.entity AS target, CASE GREATEST(x.depth, y.depth) WHEN 0 THEN 'content'
         WHEN 1 THEN 'byline' ELSE 'masthead' END AS layer
       FROM (SELECT number, tid, MIN(depth) AS depth FROM evidence GROUP BY ALL) x
       JOIN (SELECT number, tid, MIN(depth) AS depth FROM evidence GROUP BY ALL) y ON x.tid = y.tid AND x.number < y.number
       JOIN entities a ON a.number = x.number JOIN entities b ON b.number = y.number
       JOIN texts t ON t.tid = x.tid
       JOIN articles r ON r.text_id = t.text_id JOIN pages p ON p.page = r.page AND p.paper = '清河日报'
       WHERE NOT EXISTS (SELECT 1 FROM unpaired u WHERE u.tid = t.tid AND u.number IN (x.number, y.number))`,
    ),
  );
  const keyOf = ({ source, target, layer }: { source: string; target: string; layer: string }): string =>
    `${source} ${target} ${layer}`;
  expect(edges.filter(hasEdge).map(keyOf).sort()).toEqual(printed.map(keyOf).sort());
  db.close();
});
