// Trains topics.bin, the model of src/articles/sense/topic-model.ts: a vector for each pair of characters, such that the sums of two
// neighbouring passages' vectors lie nearer than those of passages of other articles.
//
//   node data/model/train-topic-model.mjs SAMPLE.jsonl.gz NER-FOLDER
//
// SAMPLE holds {date, title, text} a line; items dated 2026 and later are held out. NER-FOLDER holds pfr-199801.jsonl.gz
// ({text, doc} a paragraph) and msra-train.jsonl.gz ({text} a sentence, in the order of print). The texts themselves are no
// part of this project.
//
// An article is cut anywhere; what stands before the cut must find what stands behind it among those of the other articles
// of its batch, and the other way round: a softmax over cosines (InfoNCE, van den Oord et al. 2018), from the batch's middle,
// as the segmenter takes them from the page's. Batches are of neighbouring days as often as not: their matters lie close.
// Pairs are dropped at random, so that no name alone decides. Steps by Adagrad (Duchi et al. 2011), one rate a pair.
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const here = new URL(".", import.meta.url);
const option = (name, fallback) => {
  const found = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  return found ? found.slice(name.length + 3) : fallback;
};
const OUT = option("out", new URL("topics.bin", here).pathname);
const LAST_DAY = option("before", "2026-01-01");
const MOST_PAIRS = Number(option("pairs", "32768"));
const DIMENSIONS = Number(option("dimensions", "64"));
const EPOCHS = Number(option("epochs", "60"));
/** How often the newspapers' articles are seen in an epoch, the television's once: there are fewer of them. */
const NEWSPAPERS = Number(option("newspapers", "2"));
const DROPPED = Number(option("dropped", "0.5"));
/** Articles of a batch. */
const BATCH = 48;
/** The softmax is of cosines times this. */
const SHARPNESS = 10;
const RATE = 0.2;
/** Characters on each side of a cut. */
const SHORTEST = 60;
const LONGEST = 400;
/** Sentences without borders of articles are taken for articles of this length. */
const RUN = 700;
const [sample, nerFolder] = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const lines = (path) => gunzipSync(readFileSync(path)).toString().trim().split("\n").map((line) => JSON.parse(line));

const television = lines(sample)
  .filter(({ date }) => date < LAST_DAY)
  .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  .map(({ text }) => text.replace(/\s+/gu, ""));
const byDoc = new Map();
for (const { doc, text } of lines(`${nerFolder}/pfr-199801.jsonl.gz`)) byDoc.set(doc, (byDoc.get(doc) ?? "") + text);
const runs = [];
let run = "";
for (const { text } of lines(`${nerFolder}/msra-train.jsonl.gz`)) {
  run += text;
  if (run.length < RUN) continue;
  runs.push(run);
  run = "";
}
const sources = [television, [...byDoc.values()], runs].map((texts) =>
  texts.filter((text) => text.length >= 2 * SHORTEST),
);

const isHan = (unit) => unit >= 0x3400 && unit <= 0x9fff;
const pairAt = (text, i) => {
  const [left, right] = [text.charCodeAt(i), text.charCodeAt(i + 1)];
  return isHan(left) && isHan(right) ? left * 0x10000 + right : -1;
};
const counts = new Map();
let texts = 0;
for (const text of sources.flat()) {
  texts++;
  const own = new Set();
  for (let i = 0; i + 1 < text.length; i++) own.add(pairAt(text, i));
  own.delete(-1);
  for (const pair of own) counts.set(pair, (counts.get(pair) ?? 0) + 1);
}
const pairs = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || a - b).slice(0, MOST_PAIRS).sort((a, b) => a - b);
const PAIRS = pairs.length;
const rowOf = new Map(pairs.map((pair, row) => [pair, row]));
/** Each text as the rows of its pairs by where they begin, -1 where there is none. */
const encoded = sources.map((list) =>
  list.map((text) => Int32Array.from({ length: text.length }, (_, i) => rowOf.get(pairAt(text, i)) ?? -1)),
);

let state = 7;
/** Mulberry32: in [0, 1). */
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}

const vectors = new Float32Array(PAIRS * DIMENSIONS);
const steps = new Float32Array(PAIRS);
for (let row = 0; row < PAIRS; row++) {
  const rarity = Math.log(texts / counts.get(pairs[row]));
  for (let d = 0; d < DIMENSIONS; d++)
    vectors[row * DIMENSIONS + d] = (random() + random() + random() - 1.5) * 0.05 * rarity;
}

const seen = new Int32Array(PAIRS).fill(-1);
let stamp = 0;
/** Rows of a stretch, each once, some left out. */
function rowsOf(text, from, to) {
  stamp++;
  const rows = [];
  for (let i = from; i < to - 1; i++) {
    const row = text[i];
    if (row < 0 || seen[row] === stamp) continue;
    seen[row] = stamp;
    if (random() >= DROPPED) rows.push(row);
  }
  return rows;
}

/** Places in a source of a batch's texts: neighbours of a random one, near or far. */
function chosenOf(source) {
  const size = encoded[source].length;
  const width = source === 0 ? BATCH * (random() < 0.5 ? 2 : 40) : size;
  const home = Math.floor(random() * size);
  const chosen = new Set();
  while (chosen.size < BATCH) {
    const place = home + Math.floor((random() - 0.5) * Math.max(width, BATCH * 1.5));
    chosen.add(((place % size) + size) % size);
  }
  return chosen;
}

/** The left windows of a batch's texts, then the right ones. */
function windowsOf(source) {
  const windows = [];
  let k = 0;
  for (const place of chosenOf(source)) {
    const text = encoded[source][place];
    const least = Math.min(SHORTEST, text.length >> 1);
    const cut = least + Math.floor(random() * (text.length - 2 * least));
    const left = Math.floor(SHORTEST + random() * (LONGEST - SHORTEST));
    const right = Math.floor(SHORTEST + random() * (LONGEST - SHORTEST));
    windows[k] = rowsOf(text, Math.max(0, cut - left), cut);
    windows[BATCH + k] = rowsOf(text, cut, Math.min(text.length, cut + right));
    k++;
  }
  return windows;
}

const ALL = 2 * BATCH;
const D = DIMENSIONS;
const points = new Float32Array(ALL * D);
const units = new Float32Array(ALL * D);
const pointSizes = new Float32Array(ALL);
const unitSizes = new Float32Array(ALL);
const slopes = new Float32Array(ALL * D);
const cosines = new Float32Array(BATCH * BATCH);
const middle = new Float32Array(D);

function normalise(matrix, i, sizes) {
  let sum = 1e-12;
  for (let d = 0; d < D; d++) sum += matrix[i * D + d] ** 2;
  sizes[i] = Math.sqrt(sum);
  for (let d = 0; d < D; d++) matrix[i * D + d] /= sizes[i];
}

function forward(windows) {
  points.fill(0);
  middle.fill(0);
  for (let i = 0; i < ALL; i++) {
    for (const row of windows[i]) for (let d = 0; d < D; d++) points[i * D + d] += vectors[row * D + d];
    normalise(points, i, pointSizes);
    for (let d = 0; d < D; d++) middle[d] += points[i * D + d] / ALL;
  }
  for (let i = 0; i < ALL; i++) {
    for (let d = 0; d < D; d++) units[i * D + d] = points[i * D + d] - middle[d];
    normalise(units, i, unitSizes);
  }
  for (let i = 0; i < BATCH; i++)
    for (let j = 0; j < BATCH; j++) {
      let sum = 0;
      for (let d = 0; d < D; d++) sum += units[i * D + d] * units[(BATCH + j) * D + d];
      cosines[i * BATCH + j] = SHARPNESS * sum;
    }
}

/** Loss and slopes of one window's softmax; returns its loss. `at(j)`: where its cosine with j stands. */
function softmax(i, side) {
  const at = (j) => (side === 0 ? i * BATCH + j : j * BATCH + i);
  let largest = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < BATCH; j++) largest = Math.max(largest, cosines[at(j)]);
  let sum = 0;
  for (let j = 0; j < BATCH; j++) sum += Math.exp(cosines[at(j)] - largest);
  for (let j = 0; j < BATCH; j++) {
    const slope = (SHARPNESS * (Math.exp(cosines[at(j)] - largest) / sum - (i === j ? 1 : 0))) / 2;
    if (Math.abs(slope) < 1e-6) continue;
    const left = side === 0 ? i : j;
    const right = BATCH + (side === 0 ? j : i);
    for (let d = 0; d < D; d++) {
      slopes[left * D + d] += slope * units[right * D + d];
      slopes[right * D + d] += slope * units[left * D + d];
    }
  }
  return Math.log(sum) + largest - cosines[at(i)];
}

/** The slope before a vector was made one of unit length. */
function throughNorm(i, unit, sizes) {
  let dot = 0;
  for (let d = 0; d < D; d++) dot += slopes[i * D + d] * unit[i * D + d];
  for (let d = 0; d < D; d++) slopes[i * D + d] = (slopes[i * D + d] - dot * unit[i * D + d]) / sizes[i];
}

function learn(windows, rate) {
  slopes.fill(0);
  let loss = 0;
  for (const side of [0, 1]) for (let i = 0; i < BATCH; i++) loss += softmax(i, side);
  for (let i = 0; i < ALL; i++) {
    throughNorm(i, units, unitSizes);
    throughNorm(i, points, pointSizes);
    let size = 0;
    for (let d = 0; d < D; d++) size += slopes[i * D + d] ** 2 / D;
    for (const row of windows[i]) {
      steps[row] += size;
      const step = rate / Math.sqrt(steps[row] + 1e-10);
      for (let d = 0; d < D; d++) vectors[row * D + d] -= step * slopes[i * D + d];
    }
  }
  return loss / ALL;
}

const batches = encoded.flatMap((list, source) =>
  Array(Math.floor(list.length / BATCH) * (source === 0 ? 1 : NEWSPAPERS)).fill(source),
);
for (let epoch = 0; epoch < EPOCHS; epoch++) {
  for (let i = batches.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [batches[i], batches[j]] = [batches[j], batches[i]];
  }
  let loss = 0;
  for (const source of batches) {
    const windows = windowsOf(source);
    forward(windows);
    loss += learn(windows, RATE * (1 - (0.9 * epoch) / EPOCHS));
  }
  if (epoch % 10 === 9) console.log(`epoch ${epoch + 1}: loss ${(loss / batches.length).toFixed(4)}`);
}

// In steps that let all but the rarest extremes fit a byte.
const sizes = Float64Array.from(vectors, Math.abs).sort();
const step = sizes[Math.floor(sizes.length * 0.9995)] / 127;
const bytes = Buffer.alloc(8 + PAIRS * (4 + D));
bytes.writeUInt32LE(PAIRS, 0);
bytes.writeUInt32LE(D, 4);
pairs.forEach((pair, row) => bytes.writeUInt32LE(pair, 8 + 4 * row));
vectors.forEach((value, k) =>
  bytes.writeInt8(Math.max(-127, Math.min(127, Math.round(value / step))), 8 + 4 * PAIRS + k),
);
writeFileSync(OUT, bytes);
console.log(`${texts} texts, ${PAIRS} pairs, ${D} dimensions, ${bytes.length} bytes`);
