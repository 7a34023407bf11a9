// Labels of data/gold/articles + the texts they speak of → labelled texts, for measuring and for learning.
//
//   node test/eval/label-texts.mjs --articles articles-sample.jsonl.gz --ner NER-FOLDER --out FOLDER
//
// --ner         the folder of labelled corpora; of them pfr-199801, cluener-train and boson (.jsonl.gz) are read, for their texts alone
// names.jsonl   the texts of names.jsonl, {"id","title","paper","text","entities":[{start,end,type,name,optional?}]} a line: for wenmai
//               eval --sentences and for data/model/fit-votes.mjs
// news.jsonl, papers.jsonl, sentences.jsonl   the same, by source: for npm run eval:ablations
// web.jsonl     the texts of web.jsonl, which nothing has learned: for wenmai eval --sentences
// all/, half-0/, half-1/   guide-labelled.jsonl as wenmai train takes it (city clusters as places, names of one character and
//               optional programs left out): all texts of names.jsonl, those with an even number, those with an odd one
// others/       pfr-199801.jsonl, cluener-train.jsonl without the labelled texts, for the two halves' taggers
//
// A surface is marked wherever it stands, the longest first, but for the places that "skip" names (before【surface】after).
// Stops where a surface is not in its text.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";

const { values } = parseArgs({
  options: { articles: { type: "string" }, ner: { type: "string" }, out: { type: "string" } },
});
for (const name of ["articles", "ner", "out"]) if (!values[name]) fail(`--${name} is missing`);
const gold = (file) => linesOf(fileURLToPath(new URL(`../../data/gold/articles/${file}`, import.meta.url)));
const corpus = (name) => linesOf(join(values.ner, `${name}.jsonl.gz`));
const [pfrLines, cluenerLines] = [corpus("pfr-199801"), corpus("cluener-train")];
const texts = new Map([
  ...newsTexts(),
  ...newspaperTexts(),
  ...cluenerLines.map(({ text }, i) => [`cluener-${i + 1}`, { title: "", paper: null, text }]),
  ...corpus("boson").map(({ doc, text }) => [doc, { title: "", paper: null, text }]),
]);
const labels = gold("names.jsonl");
const labelled = labels.map(labelledText);

write("names.jsonl", labelled);
const sources = { "articles-sample": "news.jsonl", pfr: "papers.jsonl", cluener: "sentences.jsonl" };
for (const [source, file] of Object.entries(sources))
  write(
    file,
    labelled.filter((_, i) => labels[i].source === source),
  );
write("web.jsonl", gold("web.jsonl").map(labelledText));
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
  "others/pfr-199801.jsonl",
  pfrLines.filter(({ doc }) => !ids.has(doc)),
);
write(
  "others/cluener-train.jsonl",
  cluenerLines.filter((_, i) => !ids.has(`cluener-${i + 1}`)),
);

function labelledText({ id, entities }) {
  const found = texts.get(id) ?? fail(`${id} is not in the files`);
  return { id, ...found, entities: spansOf(id, found.text, entities) };
}

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
