// Articles made by hand, so that a test needs no segmentation.
import type { Article } from "../../src/articles/index.ts";
import { type Extraction, extractText, readResources } from "../../src/entities/index.ts";

export const resources = readResources();

/** An article whose text is printed in one run from page offset 0. */
export function articleOf(text: string, over: Partial<Article> = {}): Article {
  return {
    article: "p#a1",
    page: "p",
    ordinal: 1,
    kind: "report",
    title: "",
    byline: null,
    dateline: null,
    text,
    map: [[0, 0, text.length]],
    byline_spans: [],
    pieces: [[0, text.length]],
    continued_from: null,
    continued_to: null,
    joins: [],
    confidence: 1,
    ...over,
  };
}

export const extract = (text: string, paper: string | null = null, place: string | null = null): Extraction =>
  extractText({ text_id: "p#a1", articles: [articleOf(text)], paper, place, date: null }, [], resources);

/** "type:surface=name" of every mention, in order. */
export const found = (text: string, paper: string | null = null, place: string | null = null): string[] =>
  extract(text, paper, place).mentions.map((m) => `${m.type}:${m.surface}${m.name === m.surface ? "" : `=${m.name}`}`);
