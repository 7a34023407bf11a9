// npm run eval:reprints: how well reprints are found among many articles, and how long it takes.
//
//   npm run build && npm run eval:reprints -- --articles FILE --count 20000 --planted 2000 [--seed 1] [--hard] [--read 20]
//
// FILE holds articles, one JSON object a line: {"id", "date", "title", "text"}. count − planted of them, drawn by the seed,
// are the corpus; reprints of some of them are planted: other papers, up to four days later, under the same headline,
// another one or none; one to five of a text. A third each is whole, cut to its first 300 characters, and whole with 3 %
// of its characters damaged. --hard plants other kinds: cut to 300 and 5 % damaged; 300 from the middle; every third
// paragraph left out; 5 % damaged under a foreign head of 80 characters, with the original damaged as well.
//
// A pair is two articles of one story. The corpus holds repeats of its own: a pair that was not planted is called a true
// repeat when four fifths of the 4-unit shingles of the shorter original stand in the longer one, and is then neither right
// nor wrong (that rule knows nothing of the linker's alignment). All others count as errors. --read N prints some of both.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { seededRandom } from "../../dist/lib/random.js";
import { Database } from "../../dist/store/index.js";
import { createLinkTables, linkArticles, linkableRow, shingleIds } from "../../dist/stories/index.js";
import { normalized } from "../../dist/text/index.js";

const { values } = parseArgs({
  options: {
    articles: { type: "string" },
    count: { type: "string", default: "20000" },
    planted: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
    hard: { type: "boolean", default: false },
    read: { type: "string", default: "0" },
  },
});
const [count, planted, read] = [values.count, values.planted, values.read].map(Number);
const random = seededRandom(Number(values.seed));
const below = (n) => Math.floor(random() * n);
const pick = (list) => list[below(list.length)];

const bytes = readFileSync(values.articles);
const sample = (values.articles.endsWith(".gz") ? gunzipSync(bytes) : bytes)
  .toString("utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line));
if (sample.length < count - planted) {
  console.error(
    `eval: ${values.articles} has ${sample.length} articles, ${count - planted} are needed beside the planted ones`,
  );
  process.exit(2);
}
const pool = [...sample];
for (let i = pool.length - 1; i > 0; i--) {
  const j = below(i + 1);
  [pool[i], pool[j]] = [pool[j], pool[i]];
}
const originals = pool.slice(0, count - planted);
const CHARACTERS = [...new Set(originals.slice(0, 300).flatMap(({ text }) => [...text]))].filter((c) =>
  /\p{Script=Han}/u.test(c),
);

/** Every character damaged with a chance: mostly misread, sometimes lost or doubled by a speck. */
function damaged(text, chance) {
  let out = "";
  for (const char of text) {
    if (random() >= chance) out += char;
    else {
      const kind = random();
      if (kind < 0.8) out += pick(CHARACTERS);
      else if (kind < 0.9) out += char + pick(CHARACTERS);
    }
  }
  return out;
}
const paragraphs = (text) => text.split("\n");
const without = (text) =>
  paragraphs(text)
    .filter((_, k) => k % 3 !== 1)
    .join("\n");
const middle = (text) => text.slice(text.length >> 1).slice(0, 300);
const KINDS = values.hard
  ? {
      "cut, 5 % damaged": (text) => damaged(text.slice(0, 300), 0.05),
      "from the middle": (text) => middle(text),
      "paragraphs left out": (text) => without(text),
      "both 5 % damaged, foreign head": (text) => pick(originals).text.slice(0, 80) + damaged(text, 0.05),
    }
  : {
      whole: (text) => text,
      "cut to 300": (text) => text.slice(0, 300),
      "3 % damaged": (text) => damaged(text, 0.03),
    };
const FITS = (text) => text.length >= (values.hard ? 620 : 450) && (!values.hard || paragraphs(text).length >= 3);

const DAY = 86_400_000;
const later = (date, days) => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
const articles = originals.map(({ id, date, title, text }) => ({
  id,
  date,
  title,
  text,
  paper: "央视",
  origin: id,
  kind: "original",
}));
const byId = new Map(articles.map((article) => [article.id, article]));
const names = Object.keys(KINDS);
const sources = articles.filter(({ text }) => FITS(text));
const used = new Set();
for (let n = 0; n < planted; ) {
  const source = pick(sources);
  if (used.has(source.id)) continue;
  used.add(source.id);
  const clean = source.text;
  if (values.hard && random() < 0.5) source.text = damaged(clean, 0.05);
  const copies = random() < 0.6 ? 1 : random() < 0.7 ? 2 : 3 + below(3);
  for (let k = 0; k < copies && n < planted; k++, n++) {
    const kind = names[n % names.length];
    const headline = random();
    articles.push({
      id: `${source.id}-r${k}`,
      date: later(source.date, below(5)),
      title: headline < 0.4 ? source.title : headline < 0.7 ? "" : pick(originals).title,
      text: KINDS[kind](clean),
      paper: `报${below(300)}`,
      origin: source.id,
      kind,
    });
  }
}

const timings = [];
async function timed(name, work) {
  const begun = performance.now();
  const value = await work();
  timings.push([name, (performance.now() - begun) / 1000]);
  return value;
}
const idOf = ({ id }) => `${id}#a1`;
const printed = ({ title, text }) => (title ? `${title}\n${text}` : text);
const db = await Database.open(":memory:");
await createLinkTables(db);
normalized("先造表");
const ids = await timed("shingles (part of segment)", () => articles.map((article) => shingleIds(printed(article))));
await timed("load", async () => {
  const rows = articles.map((article) =>
    linkableRow({
      article: idOf(article),
      page: article.id,
      paper: article.paper,
      date: article.date,
      kind: "report",
      title: article.title,
      text: printed(article),
      continued_from: null,
      continued_to: null,
    }),
  );
  await db.append("linkable", rows);
  await db.append("shingles", shingleRows());
});
function* shingleRows() {
  for (const [k, article] of articles.entries())
    for (const shingle of ids[k]) yield { article: idOf(article), shingle };
}
let stage = null;
let begun = 0;
const onStage = (name) => {
  if (stage) timings.push([stage, (performance.now() - begun) / 1000]);
  [stage, begun] = [name, performance.now()];
};
const links = await linkArticles(db, { onStage });
onStage(null);
db.close();

const grams = (text) => {
  const plain = normalized(text);
  const set = new Set();
  for (let i = 0; i + 4 <= plain.length; i++) set.add(plain.slice(i, i + 4));
  return set;
};
const REPEAT = 0.8;
const shareOf = (x, y) => {
  const [small, large] = [grams(x), grams(y)].sort((a, b) => a.size - b.size);
  let shared = 0;
  for (const gram of small) if (large.has(gram)) shared++;
  return small.size ? shared / small.size : 0;
};
const repeats = new Map();
const originalShare = (a, b) => {
  const key = a < b ? `${a} ${b}` : `${b} ${a}`;
  if (!repeats.has(key)) repeats.set(key, shareOf(byId.get(a).text, byId.get(b).text));
  return repeats.get(key);
};
const groupBy = (list, key) => {
  const groups = new Map();
  for (const item of list) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups.values()];
};
function* pairsOf(group) {
  for (let i = 0; i < group.length; i++) for (let j = i + 1; j < group.length; j++) yield [group[i], group[j]];
}
const storyOf = (article) => links.stories.get(idOf(article)) ?? idOf(article);
const kindOf = (a, b) =>
  a.kind === "original" || b.kind === "original" ? (a.kind === "original" ? b.kind : a.kind) : "copy with copy";
const perKind = new Map([...names, "copy with copy"].map((name) => [name, { found: 0, all: 0 }]));
const missed = [];
for (const group of groupBy(articles, ({ origin }) => origin)) {
  for (const [a, b] of pairsOf(group)) {
    const tally = perKind.get(kindOf(a, b));
    tally.all++;
    if (storyOf(a) === storyOf(b)) tally.found++;
    else missed.push([a, b]);
  }
}
const wrong = [];
const trueRepeats = [];
for (const group of groupBy(articles, storyOf)) {
  for (const [a, b] of pairsOf(group)) {
    if (a.origin === b.origin) continue;
    (originalShare(a.origin, b.origin) >= REPEAT ? trueRepeats : wrong).push([a, b]);
  }
}
/** Adjusted Rand index over all articles (Hubert and Arabie 1985), true repeats taken as one story on both sides. */
function adjustedRand() {
  const names = new Map();
  const find = (x) => {
    let at = x;
    while (names.has(at)) at = names.get(at);
    return at;
  };
  for (const [a, b] of trueRepeats) {
    const [x, y] = [find(a.origin), find(b.origin)].sort();
    if (x !== y) names.set(y, x);
  }
  const two = (n) => (n * (n - 1)) / 2;
  const sum = (groups) => groups.reduce((total, group) => total + two(group.length), 0);
  const truth = (article) => find(article.origin);
  const [rows, columns] = [sum(groupBy(articles, truth)), sum(groupBy(articles, storyOf))];
  const both = sum(groupBy(articles, (article) => `${truth(article)} ${storyOf(article)}`));
  const expected = (rows * columns) / two(articles.length);
  return (both - expected) / ((rows + columns) / 2 - expected);
}
const tallies = [...perKind.values()];
const found = tallies.reduce((total, tally) => total + tally.found, 0);
const all = tallies.reduce((total, tally) => total + tally.all, 0);
const percent = (share) => `${(100 * share).toFixed(2)} %`;
console.log(
  `${articles.length} articles, ${planted} of them planted${values.hard ? " (hard kinds)" : ""}, seed ${values.seed}`,
);
console.log(
  `precision ${percent(found / (found + wrong.length))}   recall ${percent(found / all)}   ARI ${adjustedRand().toFixed(4)}`,
);
console.log(
  `pairs: ${found} found, ${missed.length} missed, ${wrong.length} wrong, ${trueRepeats.length} true repeats of the corpus itself`,
);
console.log(
  `strict precision (true repeats taken as wrong) ${percent(found / (found + wrong.length + trueRepeats.length))}`,
);
for (const [name, tally] of perKind)
  console.log(`  ${name.padEnd(34)} recall ${percent(tally.found / tally.all)} of ${tally.all}`);
for (const [name, seconds] of timings) console.log(`  ${name.padEnd(34)} ${seconds.toFixed(2)} s`);
console.log(
  `  ${"all but shingles".padEnd(34)} ${timings
    .slice(1)
    .reduce((sum, [, s]) => sum + s, 0)
    .toFixed(2)} s; memory ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
);

function show(name, pairs) {
  console.log(`\n${name}: ${Math.min(read, pairs.length)} of ${pairs.length}`);
  for (const [a, b] of pairs.filter((_, k) => k % Math.ceil(pairs.length / read) === 0).slice(0, read)) {
    console.log(
      `--- ${a.id} (${a.kind}, ${a.text.length}) ${b.id} (${b.kind}, ${b.text.length}) share ${originalShare(a.origin, b.origin).toFixed(2)}`,
    );
    for (const { title, text } of [a, b]) console.log(`    〔${title}〕${text.slice(0, 220).replaceAll("\n", "｜")}`);
  }
}
if (read > 0) {
  show("missed", missed);
  show("wrong", wrong);
  show("true repeats", trueRepeats);
}
