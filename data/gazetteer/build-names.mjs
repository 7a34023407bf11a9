// Builds name-units.tsv and name-weights.tsv from labelled newspaper text.
//
//   npm run build && node data/gazetteer/build-names.mjs FOLDER
//
// FOLDER holds msra-train, pfr-199801 and cluener-train (.jsonl.gz; one {text, entities: [{start, end, type}], doc?} a
// line). Blocks of 100 lines (PFR: 20 articles) are held out for measuring and never read here; HELD says which.
// The weights are a logistic regression (Cox 1958) with L2 decay, 6 passes of AdaGrad in the order of the files. They are
// learned on MSRA and CLUENER with the unit counts of PFR alone, so that a name has not been counted by itself; the
// table of counts that is written has all three.
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const folder = process.argv[2];
if (!folder) throw new Error("usage: node build-names.mjs FOLDER");
const here = new URL(".", import.meta.url);
const dist = process.env.DIST ?? new URL("../../dist/", here).pathname;
const { readTables } = await import(`${dist}/entities/read.js`);
const { createResources } = await import(`${dist}/entities/resources.js`);
const { createContext } = await import(`${dist}/entities/context.js`);
const { nameSpans } = await import(`${dist}/entities/name-candidates.js`);
const { nameFeatures } = await import(`${dist}/entities/name-features.js`);

const HELD = { "msra-train": [20, 1, 11], "pfr-199801": [10, 1, 6], "cluener-train": [8, 1, 5] };
const ROLES = 5;
/** Rarer features say little; words on the two sides are many, so more is asked of them. */
const MIN_COUNT = 12;
const MIN_WORD_COUNT = 60;
const PASSES = 6;
const RATE = 0.1;
const DECAY = 1e-5;

/** Texts outside the held blocks: PFR by article, the others five lines a text, as neighbours are of one article. */
function texts(name) {
  const [every, ...held] = HELD[name];
  const rows = gunzipSync(readFileSync(`${folder}/${name}.jsonl.gz`))
    .toString()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const groups = new Map();
  rows.forEach((row, i) => {
    const key = row.doc ?? (name === "msra-train" ? Math.floor(i / 5) : i);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(row);
  });
  const size = name === "msra-train" ? 20 : name === "pfr-199801" ? 20 : 100;
  return [...groups.values()].filter((_, i) => !held.includes(Math.floor(i / size) % every)).map(joined);
}

function joined(rows) {
  let text = "";
  const persons = [];
  for (const row of rows) {
    for (const e of row.entities)
      if (e.type === "person") persons.push([e.start + text.length, e.end + text.length]);
    text += `${row.text}\n`;
  }
  return { text: text.slice(0, -1), persons };
}

function countUnits(sources, surnames) {
  const counts = new Map();
  const add = (unit, role) => {
    if (!/[\u3400-\u9fff]/.test(unit)) return;
    if (!counts.has(unit)) counts.set(unit, new Array(ROLES + 1).fill(0));
    counts.get(unit)[role]++;
  };
  for (const { text, persons } of sources) {
    for (const unit of text) add(unit, ROLES);
    for (const [start, end] of persons) {
      const name = text.slice(start, end);
      const surname = surnames.has(name.slice(0, 2)) && name.length > 2 ? 2 : surnames.has(name[0]) ? 1 : 0;
      const given = name.slice(surname);
      if (name.includes("·") || name.length > 4 || (surname === 0 && name.length > 2)) for (const u of name) add(u, 4);
      else if (surname > 0 && given.length <= 2 && given.length > 0) {
        if (surname === 1) add(name[0], 0);
        if (given.length === 1) add(given, 1);
        else [add(given[0], 2), add(given[1], 3)];
      }
    }
  }
  // A unit that no name holds needs no row unless it is common: absent rows count as rare in the text.
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([unit, values]) => [unit, ...values.map(String)]);
}

function examples(sources, resources) {
  const out = [];
  for (const { text, persons } of sources) {
    const context = contextOf(text, resources);
    if (context.text.length !== text.length) continue;
    const gold = new Set(persons.map(([start, end]) => `${start},${end}`));
    const spans = nameSpans(context, resources.nameUnits);
    const counts = new Map();
    const seen = new Set();
    for (const { start, end } of spans) {
      if (seen.has(`${start},${end}`)) continue;
      seen.add(`${start},${end}`);
      const word = context.text.slice(start, end);
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    for (const span of spans)
      out.push({
        features: nameFeatures(context, resources.nameUnits, span, counts.get(context.text.slice(span.start, span.end))),
        label: gold.has(`${span.start},${span.end}`) ? 1 : 0,
      });
  }
  return out;
}

function contextOf(text, resources) {
  const article = { article: "a", page: "p", kind: "report", title: "", text, byline_spans: [] };
  return createContext(article, null, { province: null, city: null, county: null }, resources);
}

function learn(data) {
  const seen = new Map();
  for (const { features } of data) for (const [name] of features) seen.set(name, (seen.get(name) ?? 0) + 1);
  const weights = new Map();
  const squares = new Map();
  for (const [name, n] of seen) if (n >= (name.includes(":word=") ? MIN_WORD_COUNT : MIN_COUNT)) [weights.set(name, 0), squares.set(name, 1e-6)];
  for (let pass = 0; pass < PASSES; pass++)
    for (const { features, label } of data) {
      let sum = 0;
      for (const [name, value] of features) sum += (weights.get(name) ?? 0) * value;
      const error = 1 / (1 + Math.exp(-sum)) - label;
      for (const [name, value] of features) {
        const weight = weights.get(name);
        if (weight === undefined) continue;
        const gradient = error * value + DECAY * weight;
        const square = squares.get(name) + gradient * gradient;
        squares.set(name, square);
        weights.set(name, weight - (RATE * gradient) / Math.sqrt(square));
      }
    }
  return weights;
}

const write = (file, header, rows) =>
  writeFileSync(new URL(file, here), `${[header, ...rows].map((row) => row.join("\t")).join("\n")}\n`);

const tables = readTables();
const surnames = new Set(tables.words.find(([kind]) => kind === "surname")[1].split(" "));
const [msra, pfr, cluener] = Object.keys(HELD).map(texts);
const learning = createResources({ ...tables, "name-units": countUnits(pfr, surnames) });
const data = examples([...msra, ...cluener], learning);
const weights = learn(data);
console.log(`${data.length} spans, ${data.filter((e) => e.label).length} names, ${weights.size} features`);
write(
  "name-weights.tsv",
  ["feature", "weight"],
  [...weights]
    .map(([name, weight]) => [name, weight.toFixed(2)])
    .filter(([, weight]) => Math.abs(Number(weight)) >= 0.05)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);
write(
  "name-units.tsv",
  ["unit", "surname", "single", "first", "last", "foreign", "text"],
  countUnits([...msra, ...pfr, ...cluener], surnames),
);
