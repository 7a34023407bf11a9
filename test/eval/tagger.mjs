// npm run eval:tagger: how well names are found in clean labelled text, how fast, and what that takes.
//
//   npm run eval:tagger -- --sources FOLDER [--use boson,weibo] [--convention msra] [--held] [--model FILE] [--errors N]
//   npm run eval:tagger -- --speed ARTICLES
//
// --sources     files of labelled text as wenmai train takes them, each measured in the convention its name begins with
// --convention  measured in this one instead: what a corpus is that the model has not been trained on, boson say
// --held        only the blocks that training keeps back. Of the shipped model they say too much: it has seen all in the end
// --errors      shows so many misses and finds of each type
// --speed       characters a second on clean articles ({"text"} a line; .gz too) against nodejieba.tag in the same run
//
// Reads the built program (npm run build).
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";

const { values } = parseArgs({
  options: {
    sources: { type: "string" },
    use: { type: "string" },
    convention: { type: "string" },
    held: { type: "boolean", default: false },
    model: { type: "string" },
    errors: { type: "string", default: "0" },
    speed: { type: "string" },
    dist: { type: "string", default: new URL("../../dist", import.meta.url).href },
  },
});
const megabytes = () => Math.round(process.memoryUsage().rss / 2 ** 20);
const before = { time: performance.now(), memory: megabytes() };
const built = (path) => import(`${values.dist}/entities/${path}`);
const { readResources } = await built("read.js");
const { readModel, readSources, readWords } = await built("tagger/read-sources.js");
const { createTagger } = await built("tagger/tagger.js");
const { measure, namesOf } = await built("tagger/figures.js");
const { heldBack } = await built("tagger/sources.js");
const imported = performance.now();
const words = readWords(readResources());
const model = readModel(values.model);
const taggers = new Map();
const taggerOf = (convention) => {
  if (!taggers.has(convention)) taggers.set(convention, createTagger(model, words, convention));
  return taggers.get(convention);
};
taggerOf(values.convention ?? "guide");
console.log(
  `loaded in ${Math.round(performance.now() - imported)} ms (modules ${Math.round(imported - before.time)} ms), ` +
    `memory ${before.memory} → ${megabytes()} MB`,
);
if (values.sources) for (const source of readSources(values.sources, values.use?.split(",") ?? null)) score(source);
if (values.speed) await race(values.speed);

function score({ convention, file, texts }) {
  const held = heldBack(texts);
  const learned = texts.filter((_, i) => !held[i]);
  const tagger = taggerOf(values.convention ?? convention);
  const chosen = values.held ? texts.filter((_, i) => held[i]) : texts;
  const started = performance.now();
  const figures = measure(tagger, chosen, values.held ? namesOf(learned) : new Set());
  const seconds = (performance.now() - started) / 1000;
  const characters = chosen.reduce((sum, { text }) => sum + text.length, 0);
  console.log(
    `\n${file} as ${tagger.convention}: ${chosen.length} texts, ${Math.round(characters / seconds / 1000)} k characters/s`,
  );
  const percent = (share) => (share === null ? "-" : (100 * share).toFixed(1)).padStart(5);
  for (const [type, f] of Object.entries(figures))
    console.log(
      `  ${type.padEnd(8)} P ${percent(f.precision)} R ${percent(f.recall)} F ${percent(f.f1)} of ${f.gold}` +
        (values.held ? `; unseen R ${percent(f.unseenRecall)} of ${f.unseen}` : ""),
    );
  if (Number(values.errors) > 0) show(tagger, chosen, Number(values.errors));
}

/** Errors spread over the texts, each with its surroundings. */
function show(tagger, texts, most) {
  const errors = { missed: {}, spurious: {} };
  for (const { text, spans } of texts) {
    const found = tagger.tag(text);
    const same = (a, b) => a.start === b.start && a.end === b.end && a.type === b.type;
    const note = (kind, { start, end, type }) => {
      errors[kind][type] ??= [];
      errors[kind][type].push(
        `${text.slice(Math.max(0, start - 10), start)}【${text.slice(start, end)}】${text.slice(end, end + 10)}`,
      );
    };
    for (const span of spans) if (!found.some((other) => same(span, other))) note("missed", span);
    for (const span of found) if (!spans.some((other) => same(span, other))) note("spurious", span);
  }
  for (const [kind, types] of Object.entries(errors))
    for (const [type, list] of Object.entries(types)) {
      console.log(`  ${kind} ${type}: ${list.length}`);
      const step = Math.ceil(list.length / most);
      for (let i = 0; i < list.length; i += step) console.log(`    ${list[i].replaceAll("\n", "｜")}`);
    }
}

async function race(file) {
  const bytes = readFileSync(file);
  const rows = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString().trim().split("\n");
  const texts = rows.slice(-2000).map((row) => JSON.parse(row).text);
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const { default: nodejieba } = await import("nodejieba");
  nodejieba.tag("预热");
  const tagger = taggerOf(values.convention ?? "guide");
  const timed = (run) => {
    const started = performance.now();
    for (const text of texts) run(text);
    return characters / (performance.now() - started);
  };
  console.log(`\nspeed on ${characters} characters, thousand characters a second`);
  for (let round = 1; round <= 4; round++) {
    const [own, theirs] = [timed((text) => tagger.tag(text)), timed((text) => nodejieba.tag(text))];
    console.log(
      `  round ${round}: tagger ${Math.round(own)}, nodejieba.tag ${Math.round(theirs)}, ratio ${(own / theirs).toFixed(2)}`,
    );
  }
  console.log(`  memory with nodejieba ${megabytes()} MB`);
}
