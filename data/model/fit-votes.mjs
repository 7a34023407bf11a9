// What the votes of src/entities/settle are worth: data/model/votes.tsv, fitted on texts that were labelled by the guide.
//
//   node data/model/fit-votes.mjs --texts names.jsonl --taggers half-0.bin,half-1.bin [--sigma 0.7] [--folds 6] [--write FILE]
//
// --texts    labelled texts as test/eval/label-texts.mjs writes them
// --taggers  two models, each trained on one half of these texts (label-texts.mjs: half-0, half-1) and on nothing else of them:
//            a text is read by the one that has not learned it, else the tagger would seem surer than it is on a page
// --sigma    how far a worth may go from what is expected of it beforehand (EXPECTED), in nats
// --folds    the figures are of so many rounds, each measured on the texts that its worths were not fitted on; 0 for none
// --write    the worths fitted on all texts
//
// The likelihood of a labelled text is the share of the paths through its rivals (settle/lattice.ts) that take all names of
// the label that are rivals, and no others; what is optional is free. Repeated names count by the root of their number.
// Maximised with a normal prior by Adam (Kingma and Ba 2015), 250 rounds; weights of names inside others are taken anew every
// 25. The same file for the same input on one version of Node. Reads the built program (npm run build).
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    texts: { type: "string" },
    taggers: { type: "string" },
    sigma: { type: "string", default: "0.7" },
    folds: { type: "string", default: "6" },
    write: { type: "string" },
  },
});
if (!values.texts || !values.taggers) {
  console.error("fit-votes: --texts and --taggers are needed");
  process.exit(1);
}
const built = (path) => import(new URL(`../../dist/${path}`, import.meta.url).href);
const { createTagger, readModel, readResources, readWords } = await built("entities/index.js");
const { createContext } = await built("entities/context.js");
const { settledNames } = await built("entities/extract.js");
const { homeOfPaper } = await built("entities/home.js");
const { plainArticle } = await built("entities/plain-article.js");
const { bestPath, shares } = await built("entities/settle/lattice.js");
const { contestsOf, insideOf, weightsOf } = await built("entities/settle/settle.js");

const TYPES = ["city_cluster", "agency", "program", "person", "place"];
const ROUNDS = 250;
const RENEWED = 25;

/** What is expected of the votes before any text is seen: rules are mostly right, a name of no one is none. */
function expected() {
  const worths = new Map();
  const by = { gazetteer: 3, "whole-words": 2, local: 3.5, programs: 4, patterns: 2.5, ellipsis: 4 };
  Object.assign(by, { bylines: 4, persons: 3, consistency: 2.5, sources: 4, shares: 4, rows: 3.5, delegations: 4 });
  for (const type of TYPES) {
    const set = (vote, worth) => worths.set(`${type}:${vote}`, worth);
    set("name", -1);
    set("length", 0.25);
    // The tagger has no word on programs and city clusters.
    if (type !== "program" && type !== "city_cluster") {
      set("tagged-for", 0.8);
      set("tagged-against", 0.4);
      set("tagged-besides", 1);
      set("tagged-together", { person: 1.5, agency: 1, place: 0 }[type]);
    }
    set("inside", type === "person" ? 0.5 : 1);
    set("certain", 3);
    set("common-words", -1);
    set("agreed", -1);
    set("tiles-alike", -4);
    if (type === "place" || type === "agency") set("generic", -4);
    set("opens-with-verb", -1);
    set("tiles-mixed", -1);
    set("known-otherwise", -1.5);
    set("home", 1);
    if (type !== "person" && type !== "city_cluster") set(`${type}-tail`, 0.5);
    for (const [extractor, worth] of Object.entries(by)) set(`by-${extractor}`, worth);
  }
  const own = {
    city_cluster: { "by-gazetteer": 4, "by-patterns": 4 },
    place: { "by-local": 5, "rule-full-name-in-article": 1 },
    program: { "by-patterns": 3, "rule-ellipsis": 2 },
    person: { "rule-surname-and-title": 3, "behind-title": 0.7, "before-saying": 0.7 },
    agency: { "by-local": 5, "known-length": 0.5, "rule-ellipsis": 3, "rule-full-name-in-article": 2 },
  };
  for (const [type, votes] of Object.entries(own))
    for (const [vote, worth] of Object.entries(votes)) worths.set(`${type}:${vote}`, worth);
  return worths;
}
const EXPECTED = expected();
/**
 * Votes that these texts can't weigh. They are short: what comes back again and again is expected after PFR's articles of 1,200
 * characters and more, where it finds three persons in a hundred more. And they are national news, which hardly says 市水务局.
 */
const FIRM = /:(tagged-together|by-local|score-local)$/;
const FIRM_SIGMA = 0.1;

const texts = readFileSync(values.texts, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const readers = readersOf(values.taggers.split(","));
let worths = EXPECTED;
// Twice: which names are sure enough to be looked for again follows from the worths themselves.
let lessons = [];
for (let pass = 0; pass < 2; pass++) {
  lessons = texts.map(lessonOf);
  worths = fit(lessons);
}
if (Number(values.folds) > 0) crossValidate(Number(values.folds));
if (values.write) {
  const rows = [...worths].sort(([a], [b]) => (a < b ? -1 : 1)).map(([vote, worth]) => [vote, Math.round(100 * worth) / 100]);
  writeFileSync(values.write, ["vote\tworth", ...rows.map((row) => row.join("\t"))].join("\n").concat("\n"));
  console.log(`${values.write}: ${rows.length} votes`);
}

/** Resources by half of the texts: the tagger that has learned the other half. */
function readersOf(files) {
  const resources = readResources();
  const words = readWords(resources);
  return [...files].reverse().map((file) => ({ ...resources, tagger: createTagger(readModel(file), words, "guide") }));
}

/** A text's rivals with their votes, and which of them its labels take (wanted), leave open (open) and cover. */
function lessonOf({ text, title, paper, entities }, i) {
  const resources = { ...readers[i % 2], worths };
  const home = homeOfPaper(paper ?? null, text, resources);
  const context = createContext({ ...plainArticle(text), title: title ?? "" }, paper ?? null, home, resources);
  const [contest] = contestsOf([context], settledNames([context]).candidates);
  const labels = entities.flatMap((label) => inUnits(context, label));
  const keyOf = ({ start, end, type }) => `${start} ${end} ${type}`;
  const required = new Set(labels.filter(({ optional }) => !optional).map(keyOf));
  const [taken, free, covered] = [0, 1, 2].map(() => new Uint8Array(context.text.length));
  for (const { start, end, optional } of labels) (optional ? free : taken).fill(1, start, end);
  const wanted = contest.rivals.map((rival) => required.has(keyOf(rival)));
  contest.rivals.forEach(({ start, end }, k) => wanted[k] && covered.fill(1, start, end));
  const has = (units, { start, end }) => units.subarray(start, end).includes(1);
  const open = contest.rivals.map((rival, k) => wanted[k] || (has(free, rival) && !has(taken, rival)));
  const counts = new Map();
  const wordsOf = ({ start, end, type }) => `${type} ${context.text.slice(start, end)}`;
  for (const rival of contest.rivals) counts.set(wordsOf(rival), (counts.get(wordsOf(rival)) ?? 0) + 1);
  const rates = contest.rivals.map((rival) => 1 / Math.sqrt(counts.get(wordsOf(rival))));
  const length = context.text.length;
  return { contest, labels, required, wanted, open, covered, rates, length, inside: new Float64Array(wanted.length) };
}

/** A label in units of the context's text; none for one of blanks. */
function inUnits({ at, text }, { start, end, type, optional }) {
  const before = (offset) => at.subarray(0, text.length).findIndex((unit) => unit >= offset);
  const [first, last] = [before(start), before(end)];
  return first < 0 ? [] : [{ start: first, end: last < 0 ? text.length : last, type, optional: optional === true }];
}

/** Worths by vote, for these lessons. */
function fit(own) {
  const votes = [...new Set([...EXPECTED.keys(), ...own.flatMap(({ contest }) => contest.votes.flat().map(([vote]) => vote))])];
  const index = new Map(votes.map((vote, i) => [vote, i]));
  const prior = Float64Array.from(votes, (vote) => EXPECTED.get(vote) ?? 0);
  const w = Float64Array.from(prior);
  const [mean, square] = [new Float64Array(w.length), new Float64Array(w.length)];
  const sigmas = votes.map((vote) => (FIRM.test(vote) ? FIRM_SIGMA : Number(values.sigma)));
  for (let round = 1; round <= ROUNDS; round++) {
    const now = new Map(votes.map((vote, i) => [vote, w[i]]));
    const gradient = Float64Array.from(w, (worth, i) => (prior[i] - worth) / sigmas[i] ** 2);
    for (const lesson of own) addGradient(lesson, now, index, gradient, round % RENEWED === 1);
    const step = round < 150 ? 0.08 : 0.02;
    for (let i = 0; i < w.length; i++) {
      mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
      square[i] = 0.99 * square[i] + 0.01 * gradient[i] ** 2;
      w[i] += (step * (mean[i] / (1 - 0.9 ** round))) / (Math.sqrt(square[i] / (1 - 0.99 ** round)) + 1e-8);
    }
  }
  return new Map(votes.map((vote, i) => [vote, w[i]]));
}

function addGradient({ contest, open, covered, rates, length, inside }, now, index, gradient, renew) {
  const { rivals, votes } = contest;
  if (renew) {
    const weights = weightsOf(contest, now);
    rivals.forEach((_, i) => (inside[i] = insideOf(rivals, weights, i)));
  }
  const valuesOf = (i) => [...votes[i], [`${rivals[i].type}:inside`, inside[i]]];
  const weights = Float64Array.from(rivals, (_, i) =>
    valuesOf(i).reduce((sum, [vote, value]) => sum + (now.get(vote) ?? 0) * value, 0),
  );
  const all = shares(rivals, weights, length).shares;
  const right = shares(
    rivals,
    weights,
    length,
    (i) => open[i],
    (unit) => covered[unit] === 0,
  ).shares;
  rivals.forEach((_, i) => {
    const error = (right[i] - all[i]) * rates[i];
    if (error !== 0) for (const [vote, value] of valuesOf(i)) gradient[index.get(vote)] += error * value;
  });
}

function crossValidate(folds) {
  const tallies = new Map([...TYPES, "all"].map((type) => [type, { right: 0, found: 0, wanted: 0, possible: 0 }]));
  for (let fold = 0; fold < folds; fold++) {
    const fitted = fit(lessons.filter((_, i) => i % folds !== fold));
    for (const lesson of lessons.filter((_, i) => i % folds === fold)) score(lesson, fitted, tallies);
  }
  console.log(`${lessons.length} texts, ${folds} folds, sigma ${values.sigma}: exact spans and types, per cent`);
  for (const [type, { right, found, wanted, possible }] of tallies) {
    const [p, r] = [right / found, right / wanted];
    const percent = [p, r, (2 * p * r) / (p + r), possible / wanted].map((share) => (100 * share).toFixed(1).padStart(6));
    console.log(`${type.padEnd(14)}P ${percent[0]} R ${percent[1]} F ${percent[2]} of ${wanted}; ${percent[3]} are rivals`);
  }
}

function score({ contest, labels, required, wanted, length }, fitted, tallies) {
  const { rivals } = contest;
  const add = (type, key) => {
    tallies.get(type)[key]++;
    tallies.get("all")[key]++;
  };
  for (const key of required) add(key.split(" ")[2], "wanted");
  wanted.forEach((is, i) => is && add(rivals[i].type, "possible"));
  for (const i of bestPath(rivals, weightsOf(contest, fitted), length)) {
    const { start, end, type } = rivals[i];
    const isOpen = !wanted[i] && labels.some((label) => label.optional && label.start < end && start < label.end);
    if (!isOpen) add(type, "found");
    if (wanted[i]) add(type, "right");
  }
}
