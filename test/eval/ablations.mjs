// npm run eval:ablations: what each extractor adds, as mention F on labelled text (see wenmai eval --help for its shape).
//
//   npm run build && npm run eval:ablations -- --sentences FILE… [--taggers half-0.bin,half-1.bin] [--dist DIR]
//
// --taggers   two models, each trained on one half of the first file's texts (label-texts.mjs): a text is read by the one that
//             has not learned it; without them the model that ships reads all
// One run with everything, then one without each extractor; the votes stay what they are. Prints a table in Markdown, per
// cent: the first row is F, the others are differences to it. A column for each type, and for each file if there are several.
// --dist      another checkout's dist/
import { basename, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { values, positionals } = parseArgs({
  options: {
    sentences: { type: "string" },
    taggers: { type: "string" },
    dist: { type: "string", default: resolve(root, "dist") },
  },
  allowPositionals: true,
});
if (!values.sentences) {
  console.error("eval:ablations: --sentences is missing: files of labelled text");
  process.exit(1);
}
const built = (path) => import(pathToFileURL(resolve(values.dist, path)).href);
const { createExaminer, createTagger, EXTRACTOR_NAMES, readModel, readResources, readWords } =
  await built("entities/index.js");
const { readLabelledTexts, scoreMentions } = await built("eval/index.js");

const files = [values.sentences, ...positionals].map((file) => ({
  name: basename(file, ".jsonl"),
  texts: readLabelledTexts(file),
}));
const texts = files.flatMap((file) => file.texts);
const resources = readResources();
const words = values.taggers ? readWords(resources) : null;
const readers = values.taggers
  ?.split(",")
  .toReversed()
  .map((file) => ({ ...resources, tagger: createTagger(readModel(file), words, "guide") })) ?? [resources];

/** F, P and R of all, then F by type and by file, and the share with the labelled canonical name, as [column, share]. */
function figures(without) {
  const looks = readers.map((reader) => createExaminer(reader, { without }));
  const seen = new Map(texts.map((text, i) => [text, looks[i % looks.length](text)]));
  const examine = (text) => seen.get(text);
  const report = scoreMentions(texts, examine);
  const byFile = files.length > 1 ? files.map((file) => [file.name, scoreMentions(file.texts, examine).all.f1]) : [];
  const { all, types } = report;
  const byName = report.named.of > 0 ? [["named", report.named.share]] : [];
  const byType = Object.entries(types).map(([type, { f1 }]) => [type, f1]);
  return { report, columns: [["F", all.f1], ["P", all.p], ["R", all.r], ...byType, ...byFile, ...byName] };
}

const row = (cells) => console.log(`| ${cells.join(" | ")} |`);
const percent = (share) => (100 * share).toFixed(1);
function difference(share, from) {
  const points = (100 * (share - from)).toFixed(1);
  return Number(points) === 0 ? "0" : points.replace(/^(?=\d)/, "+");
}

const whole = figures([]);
const { characters, all } = whole.report;
console.log(`${texts.length} texts, ${characters} characters, ${all.tp + all.fn} names\n`);
row(["left out", "stand on it", "right", ...whole.columns.map(([column]) => column)]);
row(["---", "---", "---", ...whole.columns.map(() => "---")]);
row(["nothing", all.tp + all.fp, all.tp, ...whole.columns.map(([, share]) => percent(share))]);
for (const name of EXTRACTOR_NAMES) {
  const columns = new Map(figures([name]).columns);
  const { found = 0, right = 0 } = whole.report.extractors[name] ?? {};
  row([name, found, right, ...whole.columns.map(([column, share]) => difference(columns.get(column) ?? 0, share))]);
}
