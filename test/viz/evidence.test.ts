import { describe, expect, test } from "vitest";
import type { SiteArticle } from "../../src/export/site-types.ts";
import { articlesOfTie, countClose, expected, passage, verdict, witnesses } from "../../viz/src/evidence.ts";
import { buildModel } from "../../viz/src/model.ts";
import { EVERYTHING } from "../../viz/src/recount.ts";
import { sliceModel } from "../../viz/src/slice.ts";
import { siteOf } from "./fixture/shape.ts";
import { makeSite } from "./fixture/site.ts";

const files = makeSite();
const model = buildModel(siteOf(files));
const article = (i: number): SiteArticle => files.get(`article/${i}.json`) as SiteArticle;

describe("the evidence of ties", () => {
  test("every tie of the content layer leads to as many stories as it counts", () => {
    for (const edge of model.edges) {
      if (edge.layer !== "content") continue;
      const list = witnesses(model, model.nodes[edge.source]!, model.nodes[edge.target]!, false);
      expect(list.length).toBe(edge.stories);
    }
  });

  test("every story shows a sentence with both names, or one sentence for each", () => {
    for (const edge of model.edges) {
      if (edge.layer !== "content") continue;
      const [a, b] = [model.nodes[edge.source]!, model.nodes[edge.target]!];
      for (const witness of witnesses(model, a, b, false)) {
        const found = passage(witness.articles.map(article), a.id, b.id, false);
        expect(found, `${a.name} — ${b.name}`).not.toBeNull();
        const entities = new Set(found!.quotes.flatMap((quote) => quote.mentions.map((mention) => mention.entity)));
        expect([...entities].sort()).toEqual([a.id, b.id].sort());
        for (const quote of found!.quotes)
          for (const mention of quote.mentions)
            expect(mention.start >= quote.span[0] && mention.end <= quote.span[1]).toBe(true);
      }
    }
  });

  test("read again, the articles of a tie hold as many shared sentences as it counts, in any part too", () => {
    // As if every other article were of the day after.
    const site = siteOf(files);
    const articles = site.articles.map((entry, i) => ({ ...entry, date: `2025-01-0${1 + (i % 2)}` }));
    const part = sliceModel(buildModel({ ...site, articles }), { ...EVERYTHING, from: "2025-01-02" });
    let open = 0;
    model.edges.forEach((edge, i) => {
      if (edge.layer !== "content") return;
      const [a, b] = [model.nodes[edge.source]!.id, model.nodes[edge.target]!.id];
      const all = articlesOfTie(model, i);
      expect(all.length).toBe(edge.articles);
      expect(countClose(all.map(article), a, b, false)).toBe(edge.close);
      const some = articlesOfTie(part, i);
      expect(all).toEqual(expect.arrayContaining(some));
      expect(some.length).toBe(part.edges[i]!.articles);
      const { close } = part.edges[i]!;
      const read = countClose(some.map(article), a, b, false);
      if (close === null) open++;
      else expect(close).toBe(read);
    });
    expect(open).toBeGreaterThan(0);
  });

  test("sentences without both names come in the order of the page", () => {
    const loose = model.edges.find((edge) => edge.layer === "content" && edge.close === 0)!;
    const [a, b] = [model.nodes[loose.source]!, model.nodes[loose.target]!];
    const [witness] = witnesses(model, a, b, false);
    const found = passage(witness!.articles.map(article), a.id, b.id, false)!;
    expect(found.close).toBe(false);
    expect(found.quotes[0]!.span[0]).toBeLessThan(found.quotes[1]!.span[0]);
  });

  test("reprints of one story are folded under the first", () => {
    const [a, b] = ["agency:中共中央", "agency:国务院"].map((id) => model.nodes[model.indexById.get(id)!]!);
    const folded = witnesses(model, a!, b!, false).find((witness) => witness.story === "意见");
    expect(folded!.reprints).toHaveLength(1);
  });

  test("both ends of a passage may stand in two articles of one text", () => {
    const part = (name: string, text: string): SiteArticle =>
      ({
        article: name,
        text,
        sentences: [[0, text.length]],
        mentions: [{ entity: text, sentence: 0, start: 0, end: text.length, layer: "content" }],
      }) as unknown as SiteArticle;
    const found = passage([part("1", "甲"), part("2", "乙")], "甲", "乙", false);
    expect(found!.quotes.map((quote) => quote.article.article)).toEqual(["1", "2"]);
    expect(passage([part("1", "甲")], "甲", "乙", false)).toBeNull();
  });
});

test("chance and the conclusion drawn from it", () => {
  expect(expected(5, 2, 14)).toBeCloseTo(0.714, 3);
  expect(expected(1, 1, 0)).toBe(0);
  expect(verdict(1, 0.001, 0.001)).toBe("single");
  expect(verdict(3, null, null)).toBe("few");
  expect(verdict(3, 0.2, 0.4)).toBe("chance");
  expect(verdict(3, 0.02, 0.4)).toBe("hint");
  expect(verdict(9, 0.0001, 0.01)).toBe("clear");
});
