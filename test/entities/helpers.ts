// Articles made by hand, so that a test needs no segmentation.
import type { Article } from "../../src/articles/index.ts";
import { type Extraction, extractText, readResources } from "../../src/entities/index.ts";
import { plainArticle } from "../../src/entities/plain-article.ts";

export const resources = readResources();

/** An article whose text is printed in one run from page offset 0. */
export const articleOf = (text: string, over: Partial<Article> = {}): Article =>
  plainArticle(text, { article: "p#a1", page: "p", ...over });

export const extract = (text: string, paper: string | null = null, place: string | null = null): Extraction =>
  extractText({ text_id: "p#a1", articles: [articleOf(text)], paper, place, date: null }, [], resources);

/** "type:surface=name" of every mention, in order. */
export const found = (text: string, paper: string | null = null, place: string | null = null): string[] =>
  extract(text, paper, place).mentions.map((m) => `${m.type}:${m.surface}${m.name === m.surface ? "" : `=${m.name}`}`);
