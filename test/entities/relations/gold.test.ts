// A floor on the offices of the labelled pages, over the whole way from page to relation.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readSegmentModels, segmentPage } from "../../../src/articles/index.ts";
import { extractText } from "../../../src/entities/index.ts";
import { type GoldOffices, scoreOffices } from "../../../src/eval/index.ts";
import { sha256 } from "../../../src/lib/hash.ts";
import { resources } from "../helpers.ts";

const DATA = new URL("../../../data/", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, DATA), "utf8");

it("offices of the labelled pages are found at F 90", () => {
  const { pages } = JSON.parse(read("gold/offices/offices.json")) as { pages: GoldOffices[] };
  const models = readSegmentModels();
  const found = new Map(
    pages.map(({ page }) => {
      const { paper } = JSON.parse(read(`gold/${page}.json`)) as { paper: string };
      const text = read(`pages/${page}.txt`);
      const of = { paper, place: null, date: null };
      const { articles } = segmentPage({ page, text, source: "", sha256: sha256(text), ...of }, models);
      const rows = articles.flatMap((article) => {
        const { relations } = extractText({ text_id: article.article, articles: [article], ...of }, [], resources);
        return relations.filter(({ predicate }) => predicate === "holds_office");
      });
      return [
        page,
        rows.map(({ subject, object, label }) => ({ person: subject.entity.slice(7), object: object.entity, label })),
      ];
    }),
  );
  const { f1, errors } = scoreOffices(pages, found);
  expect(f1, errors.join("\n")).toBeGreaterThanOrEqual(0.9);
});

it("an office counts once a page, an optional one never", () => {
  const gold = [
    {
      page: "p",
      offices: [
        { person: "王强", object: "agency:拉萨市委", label: "书记" },
        { person: "李芳", object: "agency:拉萨市委", label: "副书记", optional: true },
      ],
    },
  ];
  const right = { person: "王强", object: "agency:拉萨市委", label: "书记" };
  const optional = { person: "李芳", object: "agency:拉萨市委", label: "副书记" };
  const wrong = { person: "王强", object: "place:拉萨市", label: "书记" };
  expect(scoreOffices(gold, new Map([["p", [right, right, optional]]]))).toMatchObject({ p: 1, r: 1, errors: [] });
  expect(scoreOffices(gold, new Map([["p", [wrong]]]))).toMatchObject({ tp: 0, fp: 1, fn: 1 });
});
