// npm run bench: how fast the maps and the count are, on the sample pages repeated to some millions of characters.
// Speeds are ratios to `nodejieba.tag` on the same text in the same run, because machines differ and are noisy.
//
//   node test/bench/bench.mjs [--million 3]      millions of characters
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readSegmentModels, segmentPage } from "../../dist/articles/index.js";
import { readPages } from "../../dist/corpus/index.js";
import { readResources } from "../../dist/entities/index.js";
import { countEdges, countEntities, weighEdges } from "../../dist/graph/index.js";
import { articleOfRow, mapPage, mapText } from "../../dist/pipeline/maps.js";
import { createReadTables, resolveEntities } from "../../dist/pipeline/resolve.js";
import { createTables, Database } from "../../dist/store/index.js";
import { tagWords } from "../../dist/text/index.js";

const { values } = parseArgs({ options: { million: { type: "string", default: "3" } } });
const target = Number(values.million) * 1e6;
const ROUNDS = 3;
const root = fileURLToPath(new URL("../../", import.meta.url));

const sample = [];
for await (const { page } of readPages([join(root, "data/pages")], join(root, "data/pages.csv")))
  if (page) sample.push(page);
const pages = [];
let chars = 0;
for (let copy = 0; chars < target; copy++) {
  for (const page of sample) {
    pages.push({ ...page, page: `${String(copy).padStart(4, "0")}/${page.page}` });
    chars += page.text.length;
  }
}

/** Seconds that `work` takes, and what it returns. */
async function timed(work) {
  const begun = process.hrtime.bigint();
  const value = await work();
  return { seconds: Number(process.hrtime.bigint() - begun) / 1e9, value };
}
const row = (name, seconds, ratio, unit) =>
  console.log(`${name.padEnd(22)}${seconds.toFixed(2).padStart(8)} s${unit.padStart(26)}${ratio.padStart(22)}`);

const resources = readResources();
const models = readSegmentModels();
tagWords("先读词典");
mapText({ text_id: "x", articles: [], paper: null, place: null, date: null }, [], "", resources);
console.log(`${pages.length} pages, ${(chars / 1e6).toFixed(2)} million characters, one thread\n`);

const speed = (seconds) => `${Math.round(chars / seconds / 1000)} k characters/s`;
const ratio = (seconds) => `${(jieba / seconds).toFixed(2)} × nodejieba`;
const middle = (values) => values.sort((a, b) => a - b)[values.length >> 1];

// In turns, and the middle of the rounds: a machine that others use is fast now and slow then.
const rounds = { jieba: [], segment: [], mapped: [] };
let rows;
for (let round = 0; round < ROUNDS; round++) {
  rounds.jieba.push((await timed(() => pages.reduce((sum, page) => sum + tagWords(page.text).length, 0))).seconds);
  rounds.segment.push(
    (await timed(() => pages.reduce((sum, page) => sum + segmentPage(page, models).articles.length, 0))).seconds,
  );
  const mapped = await timed(() => pages.map((page) => mapPage(page, [], { models, resources }, "bench")));
  rounds.mapped.push(mapped.seconds);
  rows = mapped.value;
}
const jieba = middle(rounds.jieba);
const segment = middle(rounds.segment);
const mapped = middle(rounds.mapped);
row("nodejieba.tag", jieba, ratio(jieba), speed(jieba));
row("segment", segment, ratio(segment), speed(segment));
row("segment, with rows", mapped, ratio(mapped), speed(mapped));

const texts = rows.flatMap(({ rows: { articles, pages } }) =>
  articles.map((article) => ({
    text_id: article.article,
    articles: [articleOfRow(article)],
    ...knownOf(pages[0]),
  })),
);
const extracted = await timed(() => texts.map((text) => mapText(text, [], "", resources)));
row("extract", extracted.seconds, ratio(extracted.seconds), speed(extracted.seconds));

function knownOf({ paper, place, date }) {
  return { paper, place, date };
}

const folder = mkdtempSync(join(tmpdir(), "wenmai-bench-"));
try {
  const db = await Database.open(join(folder, "bench.duckdb"));
  await createTables(db);
  await db.append(
    "pages",
    rows.flatMap(({ rows }) => rows.pages),
  );
  await db.append(
    "articles",
    rows.flatMap(({ rows }) =>
      rows.articles.map((article) => ({ ...article, text_id: article.article, story: article.article })),
    ),
  );
  await createReadTables(db);
  const all = (table) => extracted.value.flatMap(({ rows }) => rows[table] ?? []);
  const load = await timed(() => db.append("read_mentions", all("mentions")));
  row("load mentions", load.seconds, "", `${Math.round(load.value / load.seconds / 1000)} k rows/s`);
  await db.append("stated", all("stated"));
  await db.append("read_offices", all("callings"));
  const resolve = await timed(() => resolveEntities(db, [], resources));
  row("resolve", resolve.seconds, "", `${Math.round(load.value / resolve.seconds / 1000)} k rows/s`);
  const pairs = extracted.value.reduce(
    (sum, { rows }) => sum + pairsOf(new Set((rows.mentions ?? []).map((m) => m.entity)).size),
    0,
  );
  const count = await timed(async () => {
    await countEntities(db);
    await countEdges(db, { maxEntitiesPerText: 400 });
  });
  row("count", count.seconds, "", `${Math.round(pairs / count.seconds / 1000)} k pairs/s`);
  const weigh = await timed(() => weighEdges(db));
  row("weigh", weigh.seconds, "", `${Math.round(pairs / weigh.seconds / 1000)} k pairs/s`);
  db.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function pairsOf(n) {
  return (n * (n - 1)) / 2;
}

console.log(`\npeak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
