// npm run eval:pages: the segmenter on composed pages.
//
//   npm run eval:pages -- --articles FILE --pages 500 [--seed 1] [--from 2026-01-01] [--before DATE] [--out DIR] [--errors N] [--only KIND]
//
// --articles  clean articles, one a line ({"id","date","title","text"}; .gz too); default: the small set of the tests
// --from      first date taken (2026-01-01); --before: first date not taken any more
// --out       also writes pages/PAGE.txt, gold/PAGE.json, tables/articles.jsonl, damages.json, texts.json
// --errors    shows the worst N articles of each kind of damage, or of --only KIND
//
// --dist      another checkout's dist/, to compare two segmenters on the same pages
//
// Reads the built segmenter (npm run build). The composer is TypeScript: vite runs it.
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { runnerImport } from "vite";

const root = fileURLToPath(new URL("../../", import.meta.url));
const run = async (path) => (await runnerImport(join(root, path), { root, logLevel: "error" })).module;
const { composePages, DAMAGE_KINDS, readArticles } = await run("test/compose/index.ts");
const { baselineArticles } = await run("test/eval/baseline.ts");
const { evaluate } = await run("test/eval/evaluate.ts");
const { formatErrors, formatEvaluation } = await run("test/eval/report.ts");

const { values } = parseArgs({
  options: {
    articles: { type: "string", default: join(root, "test/compose/articles.jsonl") },
    pages: { type: "string", default: "500" },
    seed: { type: "string", default: "1" },
    from: { type: "string", default: "2026-01-01" },
    before: { type: "string" },
    out: { type: "string" },
    errors: { type: "string" },
    only: { type: "string" },
    dist: { type: "string", default: join(root, "dist") },
  },
});

const built = (room) => import(pathToFileURL(resolve(values.dist, room, "index.js")).href);
const { segmentPage, readSegmentModels } = await built("articles");
const { scoreSegmentation } = await built("eval");
// Older builds have no models.
const models = readSegmentModels?.();

const started = performance.now();
const articles = readArticles(values.articles, { from: values.from, before: values.before });
const { pages, texts } = composePages(articles, { seed: Number(values.seed), pages: Number(values.pages) });
const composed = performance.now();

const pageOf = ({ id, paper, date, text }) => ({
  page: id,
  paper,
  place: null,
  date,
  source: `${id}.txt`,
  sha256: "",
  text,
});
let seconds = 0;
const failures = [];
const segment = (page) => {
  const before = performance.now();
  try {
    return segmentPage(pageOf(page), models).articles;
  } catch (error) {
    // As in the pipeline: a page on which the segmenter fails has no articles.
    failures.push(`${page.id}: ${error.stack.split("\n").slice(0, 2).join(" ")}`);
    return [];
  } finally {
    seconds += (performance.now() - before) / 1000;
  }
};
const system = evaluate(pages, segment, scoreSegmentation);
const naive = evaluate(pages, ({ id, text }) => baselineArticles(id, text), scoreSegmentation);

const chars = pages.reduce((sum, { text }) => sum + text.length, 0);
const total = pages.reduce((sum, { gold }) => sum + gold.articles.length, 0);
console.log(
  `${pages.length} pages, ${total} articles and mastheads, ${chars} characters, ${texts.length} texts over several pages, of ${articles.length} clean articles; seed ${values.seed}`,
);
console.log(
  `composed in ${((composed - started) / 1000).toFixed(1)} s, segmented in ${seconds.toFixed(1)} s, all in ${((performance.now() - started) / 1000).toFixed(1)} s\n`,
);
if (failures.length > 0)
  console.log(`segmentPage threw on ${failures.length} pages:\n${failures.slice(0, 5).join("\n")}\n`);
console.log(formatEvaluation(system, naive));
if (values.errors) {
  for (const kind of values.only ? [values.only] : DAMAGE_KINDS)
    console.log(formatErrors(kind, system, Number(values.errors)));
}
if (values.out) write(values.out);

/** In the shape that the outside script reads. */
function write(folder) {
  for (const part of ["pages", "gold", "tables"]) mkdirSync(join(folder, part), { recursive: true });
  for (const { id, text, gold } of pages) {
    writeFileSync(join(folder, "pages", `${id}.txt`), text);
    writeFileSync(join(folder, "gold", `${id}.json`), `${JSON.stringify(gold)}\n`);
  }
  const rows = new Map(system.articles.map(({ page, rows: found }) => [page.id, found]));
  const lines = [...rows.values()]
    .flat()
    .map(({ article, page, kind, title, pieces, continued_from, continued_to }) =>
      JSON.stringify({ article, page, kind, title, pieces, continued_from, continued_to }),
    );
  writeFileSync(join(folder, "tables", "articles.jsonl"), `${lines.join("\n")}\n`);
  const damages = Object.fromEntries(
    pages.map((page) => [
      page.id,
      {
        style: page.style,
        reader: page.reader,
        articles: Object.fromEntries(page.damages),
        blocks: page.blocks,
        joins: page.joins,
      },
    ]),
  );
  writeFileSync(join(folder, "damages.json"), `${JSON.stringify(damages)}\n`);
  writeFileSync(join(folder, "texts.json"), `${JSON.stringify(texts)}\n`);
}
