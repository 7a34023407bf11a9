// Every tie of the sample leads to its printed words: read from the exported tables alone, as a stranger would.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SiteArticle, SiteArticleEntry, SiteGraph, SiteProject } from "../../src/export/site-types.ts";
import { passage, witnesses } from "../../viz/src/evidence.ts";
import { buildModel } from "../../viz/src/model.ts";
import { freshFolder, removeFolders, SAMPLE_META, SAMPLE_PAGES, succeed } from "../tools/program.ts";

interface Mention {
  article: string;
  sentence: number;
  entity: string;
  surface: string;
  start: number;
  end: number;
  page_spans: [number, number][];
  layer: string;
  repair: string | null;
}
interface Edge {
  source: string;
  target: string;
  layer: string;
  articles: number;
  close: number;
  texts: number;
  stories: number;
}
interface Article {
  article: string;
  page: string;
  text: string;
  text_id: string;
  story: string;
  kind: string;
  pieces: [number, number][];
}
interface Sentence {
  article: string;
  sentence: number;
  start: number;
  end: number;
  page_spans: [number, number][];
}

interface Relation {
  subject: string;
  object: string;
  label: string;
  article: string;
  sentence: number;
  page_spans: [number, number][];
}

const tables: {
  mentions: Mention[];
  edges: Edge[];
  articles: Article[];
  sentences: Sentence[];
  relations: Relation[];
} = {
  mentions: [],
  edges: [],
  articles: [],
  sentences: [],
  relations: [],
};
const pages = new Map<string, string>();
let site: string;
const both = (a: Iterable<string>, b: Iterable<string>): string[] => {
  const second = new Set(b);
  return [...new Set(a)].filter((value) => second.has(value));
};
const squeeze = (text: string): string => text.replace(/\s+/gu, "");
const printed = (page: string, spans: readonly [number, number][]): string =>
  squeeze(spans.map(([start, end]) => pages.get(page)!.slice(start, end)).join(""));

beforeAll(async () => {
  const out = freshFolder();
  await succeed(["build", SAMPLE_PAGES, "--meta", SAMPLE_META, "--out", join(out, "project")]);
  await succeed(["export", join(out, "project"), "--format", "jsonl", "--out", join(out, "tables")]);
  await succeed(["site", join(out, "project"), "--out", join(out, "site")]);
  site = join(out, "site", "data");
  for (const [name, rows] of Object.entries(tables)) {
    const lines = readFileSync(join(out, "tables", `${name}.jsonl`), "utf8")
      .trimEnd()
      .split("\n");
    (rows as unknown[]).push(...lines.map((line) => JSON.parse(line) as unknown));
  }
  for (const name of readdirSync(SAMPLE_PAGES)) {
    pages.set(name.replace(/\.txt$/, ""), readFileSync(join(SAMPLE_PAGES, name), "utf8").replace(/^\uFEFF/, ""));
  }
});
afterAll(removeFolders);

describe("the sample's tables", () => {
  it("put every non-blank character of every page into exactly one piece", () => {
    for (const [page, text] of pages) {
      const cover = new Uint8Array(text.length);
      for (const article of tables.articles.filter((a) => a.page === page)) {
        for (const [start, end] of article.pieces) for (let i = start; i < end; i++) cover[i]!++;
      }
      const wrong = [...text.matchAll(/\S/gu)].filter(({ index }) => cover[index] !== 1);
      expect(wrong.map(({ index }) => `${page}:${index}`)).toEqual([]);
    }
  });

  it("find every surface again at its printed offsets and in its sentence", () => {
    const article = new Map(tables.articles.map((a) => [a.article, a]));
    const sentence = new Map(tables.sentences.map((s) => [`${s.article} ${s.sentence}`, s]));
    expect(tables.mentions.length).toBeGreaterThan(500);
    for (const mention of tables.mentions) {
      const { page, text } = article.get(mention.article)!;
      if (mention.repair === null) expect(printed(page, mention.page_spans)).toBe(mention.surface);
      expect(squeeze(text.slice(mention.start, mention.end))).toBe(mention.surface);
      const { start, end } = sentence.get(`${mention.article} ${mention.sentence}`)!;
      expect(start <= mention.start && mention.end <= end).toBe(true);
    }
  });

  it("print every relation's words, between entities that the tables have", () => {
    const pageOf = new Map(tables.articles.map((a) => [a.article, a.page]));
    const named = new Set(tables.mentions.map(({ entity }) => entity));
    expect(tables.relations.length).toBeGreaterThan(50);
    for (const { subject, object, label, article, page_spans } of tables.relations) {
      expect(printed(pageOf.get(article)!, page_spans)).toBe(label);
      expect([subject, object].filter((id) => !named.has(id))).toEqual([]);
    }
  });

  it("lead every edge to its sentences", () => {
    const article = new Map(tables.articles.map((a) => [a.article, a]));
    const byEntity = new Map<string, Mention[]>();
    for (const mention of tables.mentions) {
      byEntity.set(mention.entity, [...(byEntity.get(mention.entity) ?? []), mention]);
    }
    const textOf = (mention: Mention): string => article.get(mention.article)!.text_id;
    expect(tables.edges.length).toBeGreaterThan(500);
    for (const edge of tables.edges) {
      const inLayer = (mention: Mention): boolean => edge.layer !== "content" || mention.layer === "content";
      const [a, b] = [edge.source, edge.target].map((id) => (byEntity.get(id) ?? []).filter(inLayer)) as [
        Mention[],
        Mention[],
      ];
      const common = both(a.map(textOf), b.map(textOf));
      const place = (m: Mention): string => `${m.article} ${m.sentence}`;
      const shared = both(a.map(place), b.map(place));
      expect(common.length, `${edge.source} — ${edge.target}`).toBeGreaterThanOrEqual(edge.texts);
      const closeArticles = new Set(shared.map((key) => key.slice(0, key.lastIndexOf(" "))));
      expect(closeArticles.size).toBeGreaterThanOrEqual(edge.close);
      if (edge.close === 0 && edge.layer === "content") expect(shared.length).toBe(0);
    }
  });

  it("show both names in the printed sentence of a close edge", () => {
    const article = new Map(tables.articles.map((a) => [a.article, a]));
    const sentence = new Map(tables.sentences.map((s) => [`${s.article} ${s.sentence}`, s]));
    const close = new Map<string, Mention[]>();
    for (const mention of tables.mentions.filter((m) => m.repair === null)) {
      const key = `${mention.article} ${mention.sentence}`;
      close.set(key, [...(close.get(key) ?? []), mention]);
    }
    for (const [key, mentions] of close) {
      const { page } = article.get(mentions[0]!.article)!;
      const words = printed(page, sentence.get(key)!.page_spans);
      for (const { surface } of mentions) expect(words).toContain(surface);
    }
  });
});

describe("the page", () => {
  it("finds, for every tie it draws, as many stories as the tie counts, each with its words", () => {
    const read = <T>(name: string): T => JSON.parse(readFileSync(join(site, name), "utf8")) as T;
    const model = buildModel({
      project: read<SiteProject>("project.json"),
      graph: read<SiteGraph>("graph.json"),
      articles: read<SiteArticleEntry[]>("articles.json"),
    });
    const articles = model.articles.map((_, i) => read<SiteArticle>(`article/${i}.json`));
    const content = model.edges.filter((edge) => edge.layer === "content");
    expect(content.length).toBeGreaterThan(500);
    for (const edge of content) {
      const [a, b] = [model.nodes[edge.source]!, model.nodes[edge.target]!];
      const found = witnesses(model, a, b, false);
      expect(found.length, `${a.name} — ${b.name}`).toBe(edge.stories);
      for (const witness of found) {
        const words = passage(
          witness.articles.map((i) => articles[i]!),
          a.id,
          b.id,
          false,
        );
        expect(words, `${a.name} — ${b.name} in ${witness.story}`).not.toBeNull();
      }
    }
  });
});
