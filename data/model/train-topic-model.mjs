// Trains topics.bin, the model of src/articles/topic-model.ts: latent semantic analysis of pairs of characters.
//
//   npm run build && node data/model/train-topic-model.mjs SAMPLE.jsonl.gz NER-FOLDER
//
// SAMPLE holds {date, title, text} a line; items dated 2026 and later are held out. NER-FOLDER holds pfr-199801.jsonl.gz
// ({text, doc} a paragraph). Articles are cut into passages; the matrix of passages and pairs, weighted by rarity, is
// approximated by its leading singular vectors (Deerwester et al. 1990), found by subspace iteration. The texts themselves
// are no part of this project.
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const here = new URL(".", import.meta.url);
const option = (name, fallback) => {
  const found = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  return found ? found.slice(name.length + 3) : fallback;
};
const OUT = option("out", new URL("topics.bin", here).pathname);
const LAST_DAY = option("before", "2026-01-01");
const PAIRS = Number(option("pairs", "12288"));
const DIMENSIONS = Number(option("dimensions", "32"));
const ROUNDS = 8;
const PASSAGE = 400;
const SHORTEST = 150;
const [sample, nerFolder] = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const lines = (path) => gunzipSync(readFileSync(path)).toString().trim().split("\n").map((line) => JSON.parse(line));

const articles = lines(sample)
  .filter(({ date }) => date < LAST_DAY)
  .map(({ text }) => text.replace(/\s+/gu, ""));
const byDoc = new Map();
for (const { doc, text } of lines(`${nerFolder}/pfr-199801.jsonl.gz`)) byDoc.set(doc, (byDoc.get(doc) ?? "") + text);
articles.push(...byDoc.values());
const passages = articles.flatMap((text) =>
  Array.from({ length: Math.ceil(text.length / PASSAGE) }, (_, k) => text.slice(k * PASSAGE, (k + 1) * PASSAGE)),
);

const isHan = (unit) => unit >= 0x3400 && unit <= 0x9fff;
function pairsOf(text) {
  const keys = new Set();
  for (let i = 0; i + 1 < text.length; i++) {
    const [left, right] = [text.charCodeAt(i), text.charCodeAt(i + 1)];
    if (isHan(left) && isHan(right)) keys.add(left * 0x10000 + right);
  }
  return keys;
}
const sets = passages.filter((text) => text.length >= SHORTEST).map(pairsOf);
const counts = new Map();
for (const set of sets) for (const key of set) counts.set(key, (counts.get(key) ?? 0) + 1);
const keys = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || a - b).slice(0, PAIRS).sort((a, b) => a - b);
const columnOf = new Map(keys.map((key, k) => [key, k]));
const rarity = Float64Array.from(keys, (key) => Math.log(sets.length / counts.get(key)));

/** Rows of unit length: columns and values. */
const rows = sets.map((set) => {
  const columns = Int32Array.from([...set].map((key) => columnOf.get(key)).filter((column) => column !== undefined));
  const norm = Math.sqrt(columns.reduce((sum, column) => sum + rarity[column] ** 2, 0)) || 1;
  return { columns, values: Float64Array.from(columns, (column) => rarity[column] / norm) };
});

let seed = 1;
const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32 - 0.5;
};
let basis = Float64Array.from({ length: PAIRS * DIMENSIONS }, random);

/** Gram and Schmidt, twice, for exactness. */
function orthonormalise(matrix) {
  for (let d = 0; d < DIMENSIONS; d++) {
    for (let again = 0; again < 2; again++)
      for (let e = 0; e < d; e++) {
        let dot = 0;
        for (let k = 0; k < PAIRS; k++) dot += matrix[k * DIMENSIONS + d] * matrix[k * DIMENSIONS + e];
        for (let k = 0; k < PAIRS; k++) matrix[k * DIMENSIONS + d] -= dot * matrix[k * DIMENSIONS + e];
      }
    let norm = 0;
    for (let k = 0; k < PAIRS; k++) norm += matrix[k * DIMENSIONS + d] ** 2;
    for (let k = 0; k < PAIRS; k++) matrix[k * DIMENSIONS + d] /= Math.sqrt(norm);
  }
}

orthonormalise(basis);
const projected = new Float64Array(DIMENSIONS);
for (let round = 0; round < ROUNDS; round++) {
  const next = new Float64Array(PAIRS * DIMENSIONS);
  for (const { columns, values } of rows) {
    projected.fill(0);
    columns.forEach((column, i) => {
      for (let d = 0; d < DIMENSIONS; d++) projected[d] += values[i] * basis[column * DIMENSIONS + d];
    });
    columns.forEach((column, i) => {
      for (let d = 0; d < DIMENSIONS; d++) next[column * DIMENSIONS + d] += values[i] * projected[d];
    });
  }
  orthonormalise(next);
  basis = next;
}

// A pair's vector is its row of the basis times its rarity, in steps that let all but the rarest extremes fit a byte.
const weighted = Float64Array.from(basis, (value, k) => value * rarity[Math.floor(k / DIMENSIONS)]);
const sizes = Float64Array.from(weighted, Math.abs).sort();
const step = sizes[Math.floor(sizes.length * 0.9995)] / 127;
const bytes = Buffer.alloc(8 + PAIRS * (4 + DIMENSIONS));
bytes.writeUInt32LE(PAIRS, 0);
bytes.writeUInt32LE(DIMENSIONS, 4);
keys.forEach((key, k) => bytes.writeUInt32LE(key, 8 + 4 * k));
weighted.forEach((value, k) =>
  bytes.writeInt8(Math.max(-127, Math.min(127, Math.round(value / step))), 8 + 4 * PAIRS + k),
);
writeFileSync(OUT, bytes);
console.log(`${sets.length} passages, ${PAIRS} pairs, ${DIMENSIONS} dimensions, ${bytes.length} bytes`);
