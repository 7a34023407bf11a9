// Trains openings.bin, the model of src/articles/sense/opening-model.ts: how articles begin, and what a cut in mid-sentence looks like.
//
//   npm run build && node data/model/train-opening-model.mjs SAMPLE.jsonl.gz NER-FOLDER [--use=tv,pfr] [--test=tv2026,boson]
//
// SAMPLE holds {date, title, text} a line, paragraphs parted by line feeds; items dated 2026 and later are held out.
// NER-FOLDER holds pfr-199801.jsonl.gz ({text, doc} a paragraph) and boson.jsonl.gz (whole articles; only tested on). Leads
// ("本报讯", "新华社…电") are cut away: the segmenter knows them without a model. The texts are no part of this project.
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const here = new URL(".", import.meta.url);
const dist = process.env.DIST ?? new URL("../../dist/", here).pathname;
const { encoded, readLanguageModel } = await import(`${dist}/text/index.js`);
const { openingFeatures, lineFeatures, BUCKETS, REACHES, STEP } = await import(`${dist}/articles/sense/opening-model.js`);
const characters = readLanguageModel();

const option = (name, fallback) => {
  const found = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  return found ? found.slice(name.length + 3) : fallback;
};
const OUT = option("out", new URL("openings.bin", here).pathname);
const LAST_DAY = option("before", "2026-01-01");
/** pfrA and pfrB are halves of pfr, to train on the one and test on the other. */
const USE = option("use", "tv,pfr").split(",");
const TEST = option("test", "").split(",").filter(Boolean);
const EPOCHS = 8;
const RATE = 0.15;
const DECAY = 0.5;
const [sample, nerFolder] = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const lines = (path) => gunzipSync(readFileSync(path)).toString().trim().split("\n").map((line) => JSON.parse(line));

const LEAD =
  /^[(（]?(?:本报|本刊|新华社|据新华社|人民网|中新社)[^，。]{0,24}?[电讯](?:[(（][^（）()]{0,40}[)）])?[:：]?\s*/u;
const bare = (text) => text.replace(LEAD, "").trim();
const isParagraph = (text) => text.length >= 20 && /[。！？”）)]$/u.test(text);

function pfr() {
  const byDoc = new Map();
  for (const { doc, text } of lines(`${nerFolder}/pfr-199801.jsonl.gz`))
    byDoc.set(doc, [...(byDoc.get(doc) ?? []), text]);
  return [...byDoc.values()];
}
const tv = (from, to) =>
  lines(sample)
    .filter(({ date }) => date >= from && date < to)
    .map(({ text }) => text.split("\n"));
const sources = {
  tv: () => tv("0000", LAST_DAY),
  tv2026: () => tv("2026-01-01", "9999"),
  pfr,
  pfrA: () => pfr().filter((_, k) => k % 2 === 0),
  pfrB: () => pfr().filter((_, k) => k % 2 === 1),
  boson: () => lines(`${nerFolder}/boson.jsonl.gz`).map(({ text }) => text.match(/[^。！？]+[。！？]/gu) ?? []),
};

const idsOf = (text) => encoded(characters, text, 0, Math.min(text.length, 48));
/** The sources' articles as lists of paragraphs. */
const articlesOf = (source) => sources[source]().map((texts) => texts.map(bare).filter(isParagraph));

/** [features, 1 for an article's first paragraph, 0 for a later one]; about five later ones an article. */
const articleRows = (source) =>
  articlesOf(source).flatMap((paragraphs, a) => {
    if (paragraphs.length < 2) return [];
    const step = Math.ceil(paragraphs.length / 5);
    const taken = paragraphs.filter((_, k) => k === 0 || (k * 7 + a) % step === 0);
    return taken.map((text) => [openingFeatures(idsOf(text), REACHES.article), text === paragraphs[0] ? 1 : 0]);
  });

/** [features, 1 for a paragraph cut in mid-sentence, 0 for its beginning]. */
const insideRows = (source) =>
  articlesOf(source).flatMap((paragraphs, a) =>
    paragraphs
      .filter((_, k) => (k + a) % 2 === 0)
      .flatMap((text) => {
        // Anywhere but behind or before a mark.
        const cuts = [...text].map((_, k) => k).filter((k) => k > 4 && k < text.length - 8 && /\p{L}\p{L}/u.test(text.slice(k - 1, k + 1)));
        if (cuts.length === 0) return [];
        const cut = cuts[Math.floor(random() * cuts.length)];
        return [
          [openingFeatures(idsOf(text), REACHES.inside), 0],
          [openingFeatures(idsOf(text.slice(cut)), REACHES.inside), 1],
        ];
      }),
  );

/** A title's lines: its parts between blanks, and the whole where it is short. */
const titles = {
  tv: () => lines(sample).filter(({ date }) => date < LAST_DAY).map(({ title }) => title),
  tv2026: () => lines(sample).filter(({ date }) => date >= "2026-01-01").map(({ title }) => title),
  pfr: () => pfr().map(([first]) => first),
  pfrA: () => sources.pfrA().map(([first]) => first),
  pfrB: () => sources.pfrB().map(([first]) => first),
};
const isTitle = (text) => text.length >= 4 && text.length <= 40 && !/[。；，：]/u.test(text);
function titleLines(title) {
  const bareTitle = title.replace(/^【[^】]*】/u, "").replace(/（[^）]*）$/u, "").trim();
  const parts = bareTitle.split(/\s+|——/u).filter(isTitle);
  const whole = bareTitle.replace(/\s+/gu, "");
  const half = Math.floor(whole.length * (0.35 + 0.3 * random()));
  return [...parts, ...(isTitle(whole) ? [whole] : []), ...(isTitle(whole) && whole.length > 14 ? [whole.slice(0, half), whole.slice(half)] : [])];
}

/** [features, 1 for a line of a headline, 0 for as many characters of running text]. */
const headlineRows = (source) => {
  if (!titles[source]) return [];
  const headlines = titles[source]().flatMap(titleLines);
  const texts = articlesOf(source).flat();
  return headlines.flatMap((line) => {
    const text = texts[Math.floor(random() * texts.length)];
    const from = random() < 0.5 ? 0 : Math.floor(random() * Math.max(1, text.length - line.length));
    const part = text.slice(from, from + line.length).replace(/[，。；：、]+$/u, "");
    return [
      [lineFeatures(idsOf(line)), 1],
      ...(part.length >= 4 && !/[。；]/u.test(part) ? [[lineFeatures(idsOf(part)), 0]] : []),
    ];
  });
};

let seed = 1;
function random() {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
}

/** Stochastic gradient descent with steps of its own for each weight (AdaGrad, Duchi 2011); both kinds weigh the same. */
function train(rowsOf) {
  const sets = USE.map(rowsOf);
  const largest = Math.max(...sets.map((set) => set.length));
  // Smaller sources count more, so that no one paper's habits rule.
  const rows = sets.flatMap((set) =>
    set.map(([features, label]) => [features, label, Math.min(3, Math.sqrt(largest / set.length))]),
  );
  const sum = (test) => rows.reduce((total, [, label, weight]) => total + (test(label) ? weight : 0), 0);
  const share = [0, 1].map((kind) => sum(() => true) / (2 * sum((label) => label === kind)));
  const values = new Float64Array(BUCKETS);
  const squares = new Float64Array(BUCKETS).fill(1e-8);
  let [bias, biasSquares] = [0, 1e-8];
  for (let n = 0; n < EPOCHS * rows.length; n++) {
    const [features, label, weight] = rows[Math.floor(random() * rows.length)];
    const score = features.reduce((total, feature) => total + values[feature], bias);
    const error = (1 / (1 + Math.exp(-score)) - label) * weight * share[label];
    for (const feature of features) {
      const gradient = error + DECAY * values[feature];
      squares[feature] += gradient * gradient;
      values[feature] -= (RATE / Math.sqrt(squares[feature])) * gradient;
    }
    biasSquares += error * error;
    bias -= (RATE / Math.sqrt(biasSquares)) * error;
  }
  return { bias, values: Int8Array.from(values, (value) => Math.max(-127, Math.min(127, Math.round(value / STEP)))) };
}

/** How often a row of label 1 scores above one of label 0. */
function areaUnderCurve(scored) {
  let [below, wins, positive] = [0, 0, 0];
  for (const [, label] of scored.sort((a, b) => a[0] - b[0])) {
    if (label === 0) below++;
    else {
      wins += below;
      positive++;
    }
  }
  return wins / (below * positive);
}

const part = 4 + BUCKETS;
const bytes = Buffer.alloc(3 * part);
for (const [k, [name, rowsOf]] of [
  ["article", articleRows],
  ["inside", insideRows],
  ["headline", headlineRows],
].entries()) {
  const { bias, values } = train(rowsOf);
  for (const test of TEST.filter((name) => rowsOf(name).length > 0)) {
    const score = (features) => features.reduce((total, feature) => total + values[feature], 0) * STEP + bias;
    const area = areaUnderCurve(rowsOf(test).map(([features, label]) => [score(features), label]));
    console.log(`${name}: trained on ${USE}, ${test}: area under the curve ${area.toFixed(3)}`);
  }
  bytes.writeFloatLE(bias, k * part);
  values.forEach((value, i) => bytes.writeInt8(value, k * part + 4 + i));
}
writeFileSync(OUT, bytes);
