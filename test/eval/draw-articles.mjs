// Which articles are labelled in data/gold/articles/labels.json: a seeded draw with quotas, made without the extractor's output.
//
//   node test/eval/draw-articles.mjs --articles FILE [--seed 20260822]
//
// Articles dated 2026, 150 to 900 characters. Each is of the first class below whose rule it meets; they are then walked in
// the order of sha256("SEED:ID") and taken while the class has room. Prints the ids, by class.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";

const CLASSES = [
  { name: "round-up", quota: 4, rule: ({ title }) => /联播快讯/u.test(title) },
  {
    name: "world",
    quota: 7,
    rule: ({ title }) =>
      /会见|会谈|通电话|致电|贺电|外交|联合国|总统|总理|首相|[美俄乌日以伊欧英法韩朝印]方|美国|伊朗|以色列|俄|乌克兰|日本|欧洲|非洲/u.test(
        title,
      ),
  },
  {
    name: "law, plan or meeting",
    quota: 6,
    rule: ({ title }) => /法|条例|规划|意见|纲要|方案|办法|会议|全会|座谈|常委会|委员会|政协|印发/u.test(title),
  },
  {
    name: "domestic economy, local",
    quota: 10,
    rule: ({ text }) => (text.match(/省|市(?!场)|县|州|(?<![地社])区|乡|镇|村/gu) ?? []).length >= 4,
  },
  { name: "mixed", quota: 3, rule: () => true },
];

const { values } = parseArgs({
  options: { articles: { type: "string" }, seed: { type: "string", default: "20260822" } },
});
const bytes = readFileSync(values.articles);
const rows = (values.articles.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString().trim().split("\n");
const turn = ({ id }) => createHash("sha256").update(`${values.seed}:${id}`).digest("hex");
const inTurn = rows
  .map((row) => JSON.parse(row))
  .filter(({ date, text }) => date.startsWith("2026-") && text.length >= 150 && text.length <= 900)
  .map((article) => ({ turn: turn(article), article }))
  .sort((a, b) => (a.turn < b.turn ? -1 : 1));
const drawn = new Map(CLASSES.map(({ name }) => [name, []]));
for (const { article } of inTurn) {
  const { name, quota } = CLASSES.find(({ rule }) => rule(article));
  if (drawn.get(name).length < quota) drawn.get(name).push(article.id);
}
for (const [name, ids] of drawn) console.log(`${name}: ${ids.sort().join(" ")}`);
