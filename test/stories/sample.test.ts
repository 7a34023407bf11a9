// The sample pages print one document in five lengths: one story; no other article of theirs is in one.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { readSegmentModels, segmentPage } from "../../src/articles/index.ts";
import { readPages } from "../../src/corpus/index.ts";
import { Database } from "../../src/store/index.ts";
import { createLinkTables, linkArticles, linkableRow, shingleIds } from "../../src/stories/index.ts";

const DATA = fileURLToPath(new URL("../../data/", import.meta.url));

it("the policy document of the five sample pages is one story of five printings, and the only one", async () => {
  const models = readSegmentModels();
  const articles = [];
  for await (const { page } of readPages([join(DATA, "pages")], join(DATA, "pages.csv"))) {
    const { paper, date } = page!;
    for (const article of segmentPage(page!, models).articles)
      if (article.kind !== "masthead") articles.push({ ...article, paper, date });
  }
  const db = await Database.open(":memory:");
  await createLinkTables(db);
  await db.append(
    "linkable",
    articles.map(({ article, page, paper, date, kind, title, text, continued_from, continued_to }) =>
      linkableRow({ article, page, paper, date, kind, title, text, continued_from, continued_to }),
    ),
  );
  await db.append(
    "shingles",
    articles.flatMap(({ article, text }) => shingleIds(text).map((shingle) => ({ article, shingle }))),
  );
  const { stories, texts } = await linkArticles(db);
  db.close();
  const inStory = articles.filter(({ article }) => stories.has(article));
  expect(inStory.map(({ page }) => page.slice(0, 3))).toEqual(["000", "001", "002", "003", "004"]);
  for (const { title } of inStory) expect(title.replaceAll(" ", "")).toContain("关于推动城市高质量发展的意见");
  expect(new Set(stories.values()).size).toBe(1);
  expect(texts.size).toBe(0);
});
