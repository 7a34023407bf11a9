// npm run eval:names: how well names are found in clean articles that were labelled by the guide.
//
//   npm run build && npm run eval:names -- --articles FILE [--labels FILE] [--tagger] [--errors] [--dist DIR]
//
// --articles  the texts, one a line ({"id","date","paper","title","text"}; .gz too); those without labels are passed over
// --labels    default data/gold/articles/labels.json, which keeps names alone: shape and draw in data/README.md
// --tagger    measures the tagger by itself (wenmai tag), which gives no canonical names, instead of the whole extractor
// --errors    shows misses (-), false finds (+, with what found them) and other canonical names (~), each in its words
// --dist      another checkout's dist/, to compare two extractors on the same articles
//
// Entities of an article are compared as `wenmai eval` compares them: sets of (type, entity), optional ones count neither
// way, a name matches by its canonical form or a surface, strictly by the canonical form alone. Stops when a labelled
// article is not in FILE, or a label's surface is not in its text.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { values } = parseArgs({
  options: {
    articles: { type: "string" },
    labels: { type: "string", default: resolve(root, "data/gold/articles/labels.json") },
    tagger: { type: "boolean", default: false },
    errors: { type: "boolean", default: false },
    dist: { type: "string", default: resolve(root, "dist") },
  },
});
if (!values.articles) fail("--articles is missing: the file with the texts");

const built = (path) => import(pathToFileURL(resolve(values.dist, path)).href);
const { createExtractor, createTagger, readModel, readResources, readWords, tagText } =
  await built("entities/index.js");
const { matchEntities, sameName } = await built("eval/entities.js");
const { plainName, squeeze } = await built("eval/names.js");
const { addTally, emptyTally, prf } = await built("eval/tally.js");

const labelled = JSON.parse(readFileSync(values.labels, "utf8")).articles;
const texts = readTexts(values.articles, new Set(labelled.map(({ id }) => id)));
const mentionsOf = values.tagger ? byTagger() : byExtractor();

const types = new Map(["city_cluster", "agency", "program", "person", "place"].map((type) => [type, emptyTally()]));
const classes = new Map();
const [all, strict] = [emptyTally(), emptyTally()];
const errors = [];
for (const article of labelled) score(article);

if (values.errors) for (const error of errors) console.log(error);
const characters = labelled.reduce((sum, { id }) => sum + texts.get(id).text.length, 0);
console.log(`${labelled.length} articles, ${characters} characters, by the ${values.tagger ? "tagger" : "extractor"}`);
for (const [type, tally] of types) line(type, tally);
line("all", all);
line("strict", strict);
for (const [name, tally] of classes) line(`  ${name}`, tally);

/** Adds an article's counts and errors. */
function score({ id, drawn_as, entities }) {
  const { text } = texts.get(id);
  const printed = plainName(text);
  for (const { name, surfaces } of entities)
    for (const surface of surfaces)
      if (!printed.includes(plainName(surface))) fail(`${id}: "${surface}" (${name}) is not in the text`);
  const { pairs, missed, spurious } = matchEntities(entities, foundIn(id));
  const named = pairs.filter(([wanted, found]) => sameName(wanted, found)).length;
  const tally = { tp: pairs.length, fp: spurious.length, fn: missed.length };
  addTally(all, tally);
  addTally(strict, { tp: named, fp: tally.fp + tally.tp - named, fn: tally.fn + tally.tp - named });
  if (!classes.has(drawn_as)) classes.set(drawn_as, emptyTally());
  addTally(classes.get(drawn_as), tally);
  for (const [{ type }] of pairs) types.get(type).tp++;
  for (const { type } of spurious) types.get(type).fp++;
  for (const { type } of missed) types.get(type).fn++;
  const note = (sign, type, words, at) => errors.push(`${sign} ${id} ${type} ${words}: ${around(text, at)}`);
  for (const { type, name, surfaces } of missed) note("-", type, name, surfaces[0]);
  for (const { type, name, surface, by } of spurious) note("+", type, `${name} (${by})`, surface);
  for (const [wanted, found] of pairs)
    if (!sameName(wanted, found)) note("~", wanted.type, `${found.name}, gold ${wanted.name}`, found.surface);
}

/** Entities that the program finds in an article, with the forms that stand there and the first mention's surface. */
function foundIn(id) {
  const found = new Map();
  for (const { type, name, surface, by } of mentionsOf(texts.get(id))) {
    const key = `${type}:${name}`;
    if (!found.has(key))
      found.set(key, { id: key, type, name, forms: new Set([plainName(name)]), content: true, surface, by });
    found.get(key).forms.add(plainName(surface));
  }
  return [...found.values()];
}

/** The whole extractor on a page that holds this text and nothing else. */
function byExtractor() {
  const extract = createExtractor(readResources());
  return ({ id, date, paper, title, text }) => {
    const whole = [0, text.length];
    const article = { article: `${id}#a1`, page: id, ordinal: 1, kind: "report", title, byline: null, dateline: null };
    const rest = { map: [[0, 0, text.length]], byline_spans: [], pieces: [whole], confidence: 1, joins: [] };
    const articles = [{ ...article, ...rest, text, continued_from: null, continued_to: null }];
    const { mentions } = extract({ text_id: article.article, articles, paper, date, place: null }, []);
    return mentions.map(({ type, name, surface, extractor }) => ({ type, name, surface, by: extractor }));
  };
}

function byTagger() {
  const resources = readResources();
  const tagger = createTagger(readModel(), readWords(resources), "guide");
  return ({ text }) =>
    tagText(text, tagger, resources).map(({ type, name, score }) => ({ type, name, surface: name, by: score }));
}

/** The labelled articles of a file by id; `text` as an article has it: title, a line feed, the body. */
function readTexts(file, ids) {
  const bytes = readFileSync(file);
  const rows = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString().split("\n").filter(Boolean);
  const found = new Map();
  for (const row of rows) {
    const { id, date, paper, title, text } = JSON.parse(row);
    if (ids.has(id)) found.set(id, { id, date, paper: paper ?? null, title, text: `${title}\n${text}` });
  }
  for (const id of ids) if (!found.has(id)) fail(`${id} is labelled, but its text is not in ${file}`);
  return found;
}

/** The words around the first print of a surface. */
function around(text, surface) {
  const flat = squeeze(text);
  const [at, length] = [flat.indexOf(squeeze(surface)), squeeze(surface).length];
  if (at < 0) return "";
  return `…${flat.slice(Math.max(0, at - 12), at)}【${flat.slice(at, at + length)}】${flat.slice(at + length, at + length + 12)}…`;
}

function line(name, tally) {
  const { p, r, f1, tp, fp, fn } = prf(tally);
  const [P, R, F] = [p, r, f1].map((share) => (100 * share).toFixed(1).padStart(6));
  console.log(`${name.padEnd(25)}P ${P} R ${R} F ${F}  (${tp + fn} in gold, ${fn} missed, ${fp} false)`);
}

function fail(message) {
  console.error(`eval:names: ${message}`);
  process.exit(1);
}
