// npm run eval:offices: who holds which office, on the labelled pages (data/gold/offices).
//
//   npm run build && npm run eval:offices -- --tables DIR [--errors]
//
// --tables  an export of a project that holds the sample pages: wenmai export PROJECT --format jsonl --out DIR
// --errors  shows what was missed (-) and what is spurious (+)
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { scoreOffices } from "../../dist/eval/index.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { values } = parseArgs({ options: { tables: { type: "string" }, errors: { type: "boolean", default: false } } });
if (!values.tables) {
  console.error("eval:offices: --tables is missing: the folder of an export (--format jsonl)");
  process.exit(1);
}
const { pages } = JSON.parse(readFileSync(join(root, "data/gold/offices/offices.json"), "utf8"));
const rows = readFileSync(join(values.tables, "relations.jsonl"), "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line))
  .filter(({ predicate }) => predicate === "holds_office");
const found = new Map(
  pages.map(({ page }) => [page, rows.filter(({ article }) => article.startsWith(`${page}#`)).map(office)]),
);
const { p, r, f1, tp, fp, fn, errors } = scoreOffices(pages, found);
if (values.errors) for (const error of errors) console.log(error);
const percent = (share) => (100 * share).toFixed(1);
console.log(
  `offices  P ${percent(p)} R ${percent(r)} F ${percent(f1)}  (${tp + fn} in gold, ${fn} missed, ${fp} spurious)`,
);

function office({ subject, object, label }) {
  return { person: subject.slice("person:".length), object, label };
}
