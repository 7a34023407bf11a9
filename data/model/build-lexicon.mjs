// Builds words.bin from jieba's dictionary, which nodejieba brings along.
//
//   npm run build && node data/model/build-lexicon.mjs [--out FILE]
//
// Words of up to six units, each with its part of speech and the grade of its frequency; src/entities/tagger/lexicon.ts has
// the format. The same bytes for the same dictionary.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { deflateSync } from "node:zlib";
import nodejieba from "nodejieba";

const { values } = parseArgs({
  options: { out: { type: "string", default: fileURLToPath(new URL("words.bin", import.meta.url)) } },
});
const { formatLexicon, GRADES_A_NAT, LONGEST_WORD, WORD_KINDS } = await import(
  new URL("../../dist/entities/tagger/lexicon.js", import.meta.url)
);
const words = new Map();
let total = 0;
for (const line of readFileSync(nodejieba.DEFAULT_DICT, "utf8").split("\n")) {
  const [word, count, tag] = line.split(" ");
  if (!word) continue;
  total += Number(count);
  if (word.length > LONGEST_WORD || words.has(word)) continue;
  const kind = WORD_KINDS.indexOf(tag);
  words.set(word, {
    word,
    kind: kind < 0 ? WORD_KINDS.length - 1 : kind,
    grade: Math.min(255, Math.round(GRADES_A_NAT * Math.log(Number(count)))),
  });
}
const sorted = [...words.values()].sort((a, b) => (a.word < b.word ? -1 : 1));
const bytes = deflateSync(formatLexicon(sorted, total), { level: 9 });
writeFileSync(values.out, bytes);
console.log(`${sorted.length} words, ${bytes.length} bytes`);
