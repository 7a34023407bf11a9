// Labels of data/gold/articles/names.jsonl + the texts they speak of → labelled texts, for measuring and for learning.
//
//   node test/eval/label-texts.mjs --articles articles-sample.jsonl.gz --pfr pfr-199801.jsonl.gz --out FOLDER
//
// names.jsonl   all of them, {"id","title","paper","text","entities":[{start,end,type,name,optional?}]} a line: for wenmai
//               eval --sentences and for data/model/fit-votes.mjs
// news.jsonl, papers.jsonl   the same, by source: for npm run eval:ablations
// all/, half-0/, half-1/   guide-labelled.jsonl as wenmai train takes it (city clusters as places, names of one character and
//               optional programs left out): all texts, those with an even number, those with an odd one
// pfr.jsonl     the texts of --pfr without the labelled articles, for the two halves' taggers
//
// A surface is marked wherever it stands, the longest first, but for the places that "skip" names (before【surface】after).
// Stops where a surface is not in its text.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";

const { values } = parseArgs({
  options: { articles: { type: "string" }, pfr: { type: "string" }, out: { type: "string" } },
});
for (const name of ["articles", "pfr", "out"]) if (!values[name]) fail(`--${name} is missing`);
const labels = linesOf(fileURLToPath(new URL("../../data/gold/articles/names.jsonl", import.meta.url)));
const pfrLines = linesOf(values.pfr);
const texts = new Map([...newsTexts(), ...newspaperTexts()]);
const labelled = labels.map(({ id, entities }) => {
  const found = texts.get(id) ?? fail(`${id} is not in the files`);
  return { id, ...found, entities: spansOf(id, found.text, entities) };
});

write("names.jsonl", labelled);
const isPaper = new Map(labels.map(({ id, source }) => [id, source === "pfr"]));
for (const paper of [false, true])
  write(
    paper ? "papers.jsonl" : "news.jsonl",
    labelled.filter(({ id }) => isPaper.get(id) === paper),
  );
const lessons = labelled.map(({ id, text, entities }) => ({
  text,
  entities: entities.flatMap(lessonOf(text)),
  doc: id,
}));
write("all/guide-labelled.jsonl", lessons);
for (const half of [0, 1])
  write(
    `half-${half}/guide-labelled.jsonl`,
    lessons.filter((_, i) => i % 2 === half),
  );
const ids = new Set(labels.map(({ id }) => id));
write(
  "pfr.jsonl",
  pfrLines.filter(({ doc }) => !ids.has(doc)),
);

function* newsTexts() {
  for (const { id, title, paper, text } of linesOf(values.articles))
    yield [id, { title, paper: paper ?? null, text: `${title}\n${text}` }];
}

/** Articles of the People's Daily from its lines; the first line of one is its title. */
function newspaperTexts() {
  const articles = new Map();
  for (const { doc, text } of pfrLines) articles.set(doc, [...(articles.get(doc) ?? []), text]);
  return [...articles].map(([doc, lines]) => [
    doc,
    { title: lines[0].length < 60 ? lines[0] : "", paper: "人民日报", text: lines.join("\n") },
  ]);
}

function spansOf(id, text, entities) {
  const found = [];
  for (const { type, name, surfaces, optional, skip = [] } of entities)
    for (const surface of surfaces) {
      const places = [...text.matchAll(new RegExp([...surface].map(escaped).join("\\s*"), "g"))];
      if (places.length === 0) fail(`${id}: "${surface}" is not in the text`);
      for (const { index: start, 0: printed } of places) {
        const end = start + printed.length;
        if (!skip.some((words) => isAt(words, surface, text, start, end)))
          found.push({ start, end, type, name, ...(optional ? { optional } : {}) });
      }
    }
  found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const taken = new Uint8Array(text.length);
  return found
    .filter(({ start, end }) => {
      if (taken.subarray(start, end).includes(1)) return false;
      taken.fill(1, start, end);
      return true;
    })
    .sort((a, b) => a.start - b.start);
}

function isAt(words, surface, text, start, end) {
  const [, before, skipped, after] = /^(.*)【(.*)】(.*)$/s.exec(words) ?? fail(`"${words}" names no place`);
  return skipped === surface && text.slice(0, start).endsWith(before) && text.slice(end).startsWith(after);
}

function escaped(char) {
  return char.replace(/[.*+?^${}()|[\]\\]/, "\\$&");
}

function lessonOf(text) {
  return ({ start, end, type, optional }) => {
    const isOpen = optional && (type === "program" || /^我国$|方$/.test(text.slice(start, end)));
    return isOpen || end - start < 2 ? [] : [{ start, end, type: type === "city_cluster" ? "place" : type }];
  };
}

function linesOf(file) {
  const bytes = readFileSync(file);
  const lines = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString().split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line));
}

function write(name, rows) {
  const file = join(values.out, name);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  console.log(`${file}: ${rows.length}`);
}

function fail(message) {
  console.error(`label-texts: ${message}`);
  process.exit(1);
}
