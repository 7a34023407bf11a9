// Trains characters.lm, the character language model of src/text/language-model.ts.
//
//   npm run build && node data/model/train-language-model.mjs SAMPLE.jsonl.gz [NER-FOLDER]
//
// SAMPLE holds {date, title, text} a line; items dated 2026 and later are held out for measuring and never read here.
// NER-FOLDER holds msra-train, pfr-199801, cluener-train and resume-train (.jsonl.gz, {text} a line).
// Interpolated modified Kneser-Ney over all n-grams, written in back-off form, n-grams seen once dropped, the rest pruned by
// weighted difference until the file is small enough. The texts themselves are no part of this project.
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const here = new URL(".", import.meta.url);
const dist = process.env.DIST ?? new URL("../../dist/", here).pathname;
const lm = await import(`${dist}/text/language-model.js`);
const { normalized } = await import(`${dist}/text/normal.js`);

const option = (name, fallback) => {
  const found = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  return found ? found.slice(name.length + 3) : fallback;
};
const ORDER = Number(option("order", "4"));
const BYTES = Number(option("bytes", "5000000"));
const OUT = option("out", new URL("characters.lm", here).pathname);
const MIN_COUNT = Number(option("min-count", "2"));
const LAST_DAY = option("before", "2026-01-01");
/** Twelve bits a character: five fit a 64-bit key. The rarest characters are one unknown kind. */
const BITS = 12;
const MAX_KINDS = (1 << BITS) - 1;
const [sample, nerFolder] = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const say = (text) => process.stderr.write(`${text}\n`);

const lines = (path) => gunzipSync(readFileSync(path)).toString().trim().split("\n").map((line) => JSON.parse(line));

/** Paragraphs and headlines, in order. */
function* paragraphs() {
  for (const item of lines(sample)) {
    if (item.date >= LAST_DAY) continue;
    yield item.title;
    yield* item.text.split("\n");
  }
  if (!nerFolder) return;
  for (const name of option("ner", "msra-train,pfr-199801,cluener-train,resume-train").split(","))
    for (const item of lines(`${nerFolder}/${name}.jsonl.gz`)) yield* item.text.split("\n");
}

/** Most frequent units of the folded normal form, ties by unit; the first two ids are the unknown and the boundary. */
function countKinds(texts) {
  const counts = new Uint32Array(0x10000);
  for (const text of texts) {
    const kinds = lm.folded(normalized(text));
    for (let i = 0; i < kinds.length; i++) counts[kinds.charCodeAt(i)]++;
  }
  const units = [...counts.keys()].filter((unit) => counts[unit] >= 2);
  units.sort((a, b) => counts[b] - counts[a] || a - b);
  return Uint16Array.from([0, 0, ...units.slice(0, MAX_KINDS - 2)]);
}

const texts = [...paragraphs()].filter((text) => text.trim() !== "");
const units = countKinds(texts);
const ids = lm.idsOfUnits(units);
const roles = lm.rolesOf(ids, units.length);
const stream = [lm.BOUNDARY];
for (const text of texts) {
  const found = lm.encoded({ ids, roles }, text, 0, text.length);
  if (found.length === 0) continue;
  for (const id of found) stream.push(id);
  stream.push(lm.BOUNDARY);
}
const tokens = Uint16Array.from(stream);
say(`${texts.length} paragraphs, ${tokens.length} characters, ${units.length} kinds`);

/** Sorted distinct keys with how often each stands in `keys` (which is sorted in place). */
function tally(keys) {
  keys.sort();
  let size = 0;
  const counts = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    if (i > 0 && keys[i] === keys[i - 1]) counts[size - 1]++;
    else {
      keys[size] = keys[i];
      counts[size++] = 1;
    }
  }
  return { keys: keys.slice(0, size), counts: counts.slice(0, size) };
}

/** Keys of all n-grams of the stream; a boundary stands first or last in an n-gram, never inside. */
function grams(n, wanted = () => true) {
  const keys = new BigUint64Array(tokens.length);
  const halves = new Uint32Array(keys.buffer);
  let size = 0;
  for (let end = n - 1; end < tokens.length; end++) {
    let valid = wanted(tokens[end - n + 1]);
    for (let i = end - n + 2; valid && i < end; i++) valid = tokens[i] !== lm.BOUNDARY;
    if (!valid || (n > 1 && tokens[end] === lm.BOUNDARY && tokens[end - 1] === lm.BOUNDARY)) continue;
    let low = 0;
    let high = 0;
    for (let i = end - n + 1; i <= end; i++) {
      high = ((high << BITS) | (low >>> (32 - BITS))) >>> 0;
      low = ((low << BITS) | tokens[i]) >>> 0;
    }
    halves[2 * size] = low;
    halves[2 * size++ + 1] = high;
  }
  return keys.slice(0, size);
}

/** The ids of an n-gram from the last to the first, out of the two halves of its key. */
const idAt = (low, high, back) => {
  const shift = BITS * back;
  if (shift + BITS <= 32) return (low >>> shift) & MAX_KINDS;
  if (shift >= 32) return (high >>> (shift - 32)) & MAX_KINDS;
  return ((low >>> shift) | (high << (32 - shift))) & MAX_KINDS;
};

/** Keys → indices. Open addressing; `find` takes the halves. */
class Index {
  constructor(keys) {
    this.halves = new Uint32Array(keys.buffer, keys.byteOffset, keys.length * 2);
    let capacity = 16;
    while (capacity < keys.length * 2) capacity *= 2;
    this.mask = capacity - 1;
    this.table = new Int32Array(capacity);
    for (let i = 0; i < keys.length; i++) {
      let at = this.place(this.halves[2 * i], this.halves[2 * i + 1]);
      while (this.table[at] !== 0) at = (at + 1) & this.mask;
      this.table[at] = i + 1;
    }
  }
  place(low, high) {
    return (lm.grown(lm.grown(0, low), high) >>> 0) & this.mask;
  }
  find(low, high) {
    let at = this.place(low, high);
    for (; this.table[at] !== 0; at = (at + 1) & this.mask) {
      const i = this.table[at] - 1;
      if (this.halves[2 * i] === low && this.halves[2 * i + 1] === high) return i;
    }
    return -1;
  }
}

/** The halves of a key whose first (oldest) or last (newest) id is dropped. */
const suffixHalves = (low, high, n) => {
  const bits = BITS * (n - 1);
  return bits >= 32 ? [low, bits === 32 ? 0 : high & ((1 << (bits - 32)) - 1)] : [low & ((1 << bits) - 1), 0];
};
const prefixHalves = (low, high) => [((low >>> BITS) | (high << (32 - BITS))) >>> 0, high >>> BITS];

function dropFirst(keys, n) {
  const mask = (1n << BigInt(BITS * (n - 1))) - 1n;
  return keys.map((key) => key & mask);
}

function concatenated(a, b) {
  const all = new BigUint64Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

/** Raw counts and adjusted ones: in how many characters' company an n-gram stands (Kneser and Ney 1995). */
const levels = [];
for (let n = ORDER; n >= 1; n--) {
  const raw = tally(grams(n));
  let adjusted = raw.counts;
  if (n < ORDER) {
    const opening = n > 1 ? grams(n, (first) => first === lm.BOUNDARY) : new BigUint64Array(0);
    const kept = tally(concatenated(dropFirst(levels[n + 1].keys, n + 1), opening));
    if (kept.keys.length === raw.keys.length) adjusted = kept.counts;
    else {
      // An n-gram that ends in a boundary may stand in no longer one.
      const at = new Index(raw.keys);
      adjusted = new Uint32Array(raw.keys.length);
      const halves = new Uint32Array(kept.keys.buffer);
      kept.counts.forEach((count, i) => {
        adjusted[at.find(halves[2 * i], halves[2 * i + 1])] = count;
      });
    }
  }
  levels[n] = { n, keys: raw.keys, counts: raw.counts, adjusted, halves: new Uint32Array(raw.keys.buffer, raw.keys.byteOffset, raw.keys.length * 2) };
  say(`${n}-grams: ${raw.keys.length}, seen twice ${raw.counts.filter((count) => count >= 2).length}`);
}

/** Discounts of counts 1, 2 and more (Chen and Goodman 1999, eq. 26). */
function discounts(counts) {
  const n = [0, 0, 0, 0, 0];
  for (const count of counts) if (count > 0 && count < 5) n[count]++;
  const y = n[1] / (n[1] + 2 * n[2]);
  return [0, 1, 2, 3].map((c) => (c === 0 ? 0 : Math.max(0, c - ((c + 1) * y * n[c + 1]) / n[c])));
}

/** log p of every n-gram, and log of the share γ that its context leaves to shorter ones. */
for (let n = 1; n <= ORDER; n++) {
  const level = levels[n];
  const size = level.keys.length;
  level.logP = new Float64Array(size);
  level.gamma = new Float64Array(size);
  level.suffix = new Int32Array(size);
  level.prefix = new Int32Array(size);
  level.index = new Index(level.keys);
  const d = discounts(level.adjusted);
  for (let from = 0; from < size; ) {
    let to = from;
    let total = 0;
    let left = 0;
    const [low, high] = prefixHalves(level.halves[2 * from], level.halves[2 * from + 1]);
    for (; to < size; to++) {
      const [l, h] = prefixHalves(level.halves[2 * to], level.halves[2 * to + 1]);
      if (n > 1 && (l !== low || h !== high)) break;
      total += level.adjusted[to];
      left += d[Math.min(3, level.adjusted[to])];
    }
    const gamma = left / total;
    const prefix = n === 1 ? 0 : levels[n - 1].index.find(low, high);
    for (let i = from; i < to; i++) {
      const count = level.adjusted[i];
      let lower = 1 / units.length;
      level.prefix[i] = prefix;
      level.gamma[i] = Math.log(gamma);
      if (n > 1) {
        level.suffix[i] = levels[n - 1].index.find(...suffixHalves(level.halves[2 * i], level.halves[2 * i + 1], n));
        lower = Math.exp(levels[n - 1].logP[level.suffix[i]]);
      }
      level.logP[i] = Math.log((count - d[Math.min(3, count)]) / total + gamma * lower);
    }
    from = to;
  }
  say(`${n}-grams: discounts ${d.slice(1).map((x) => x.toFixed(3)).join(" ")}`);
}

/** What the corpus would lose in nats if an n-gram were backed off. */
for (let n = 2; n <= ORDER; n++) {
  const level = levels[n];
  level.loss = new Float64Array(level.keys.length);
  for (let i = 0; i < level.loss.length; i++)
    level.loss[i] = level.counts[i] * (level.logP[i] - level.gamma[i] - levels[n - 1].logP[level.suffix[i]]);
}

/** Marks what is kept: seen often enough, worth its place, or a part of such. */
function keep(threshold) {
  let size = 0;
  for (let n = ORDER; n >= 2; n--) levels[n].kept = new Uint8Array(levels[n].keys.length);
  for (let n = ORDER; n >= 2; n--) {
    const level = levels[n];
    for (let i = 0; i < level.kept.length; i++) {
      if (!level.kept[i] && (level.counts[i] < MIN_COUNT || level.loss[i] < threshold)) continue;
      level.kept[i] = 1;
      size++;
      if (n === 2) continue;
      levels[n - 1].kept[level.suffix[i]] = 1;
      levels[n - 1].kept[level.prefix[i]] = 1;
    }
  }
  return size;
}

const overhead = 4 * lm.HEADER_WORDS + 10 * units.length + 4 * (1 << lm.BUCKET_BITS) + 8;
const room = Math.floor((BYTES - overhead) / 4);
let [low, high] = [0, keep(0) > room ? 1000 : 0];
if (high > 0)
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2;
    if (keep(middle) > room) low = middle;
    else high = middle;
  }
const size = keep(high);
say(`threshold ${high.toFixed(4)} nats: ${size} n-grams kept, ${[2, 3, 4, 5].filter((n) => n <= ORDER).map((n) => levels[n].kept.filter(Boolean).length).join(" ")}`);

/** The weight with which a context backs off: what its kept n-grams leave, over what they leave in the shorter context. */
for (let n = 2; n <= ORDER; n++) {
  const level = levels[n];
  const below = levels[n - 1];
  const own = new Float64Array(below.keys.length);
  const lower = new Float64Array(below.keys.length);
  for (let i = 0; i < level.kept.length; i++) {
    if (!level.kept[i]) continue;
    own[level.prefix[i]] += Math.exp(level.logP[i]);
    lower[level.prefix[i]] += Math.exp(below.logP[level.suffix[i]]);
  }
  below.backoff = own.map((sum, i) => (sum === 0 ? 0 : Math.log(Math.max(1e-4, 1 - sum) / Math.max(1e-4, 1 - lower[i]))));
}

const quantised = (value, [from, to], bits) => {
  const steps = 2 ** bits - 1;
  return Math.max(0, Math.min(steps, Math.round(((value - from) / (to - from)) * steps)));
};
const P_RANGE = [-14, 0];
const BACKOFF_RANGE = [-5, 0.5];

const single = new Float32Array(2 * units.length).fill(Math.log(1 / tokens.length));
single.fill(0, units.length);
for (let i = 0; i < levels[1].keys.length; i++) {
  const id = levels[1].halves[2 * i];
  single[id] = levels[1].logP[i];
  single[units.length + id] = levels[1].backoff[i];
}
const rows = [];
for (let n = 2; n <= ORDER; n++) {
  const { halves, kept, logP, backoff, counts } = levels[n];
  for (let i = 0; i < kept.length; i++) {
    if (!kept[i]) continue;
    let hash = 0;
    let mark = 0;
    for (let back = 0; back < n; back++) {
      const id = idAt(halves[2 * i], halves[2 * i + 1], back);
      hash = lm.grown(hash, id);
      mark = lm.marked(mark, id);
    }
    const p = quantised(logP[i], P_RANGE, lm.PROBABILITY_BITS);
    const value = (p << lm.BACKOFF_BITS) | quantised(backoff?.[i] ?? 0, BACKOFF_RANGE, lm.BACKOFF_BITS);
    rows.push({ bucket: hash >>> (32 - lm.BUCKET_BITS), mark: mark >>> lm.VALUE_BITS, value, count: counts[i] });
  }
}
// Two n-grams of one place and mark (a handful in a million): the more frequent one stays.
rows.sort((a, b) => a.bucket - b.bucket || a.mark - b.mark || b.count - a.count || a.value - b.value);
const slots = rows.filter(({ bucket, mark }, i) => bucket !== rows[i - 1]?.bucket || mark !== rows[i - 1].mark);
const buckets = 1 << lm.BUCKET_BITS;
const starts = new Uint32Array(buckets + 1);
for (const { bucket } of slots) starts[bucket + 1]++;
for (let i = 0; i < buckets; i++) starts[i + 1] += starts[i];
const header = new Uint32Array(lm.HEADER_WORDS);
header.set([lm.MAGIC, ORDER, units.length, slots.length]);
new Float32Array(header.buffer, 16).set([...P_RANGE, ...BACKOFF_RANGE]);
const padded = new Uint16Array(units.length + (units.length & 1));
padded.set(units);
const body = Uint32Array.from(slots, ({ mark, value }) => mark * 2 ** lm.VALUE_BITS + value);
const bytes = Buffer.concat([header, single, padded, starts, body].map((part) => Buffer.from(part.buffer)));
writeFileSync(OUT, bytes);
say(`${bytes.length} bytes, ${slots.length} n-grams, ${rows.length - slots.length} lost to a shared hash`);
