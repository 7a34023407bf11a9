// Floors on the labelled pages of data/gold: articles are cut where the labels cut them, so that this measures names alone.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { extractText } from "../../src/entities/index.ts";
import { comparable } from "../../src/text/index.ts";
import { articleOf, resources } from "./helpers.ts";

interface GoldEntity {
  type: string;
  name: string;
  surfaces: string[];
  optional?: boolean;
}
interface GoldArticle {
  id: string;
  title: string;
  pieces: [string, string][];
  entities: GoldEntity[];
}

const squeeze = (text: string): string => text.replace(/\s+/gu, "");

/** The page between a piece's first and last words, with the scan's line breaks and blanks taken out but for paragraphs. */
function pieceOf(raw: string, [head, tail]: [string, string]): string {
  const at: number[] = [];
  let flat = "";
  for (let i = 0; i < raw.length; i++)
    if (!/\s/u.test(raw[i]!)) {
      flat += raw[i];
      at.push(i);
    }
  const from = flat.indexOf(squeeze(head));
  const end =
    flat.indexOf(squeeze(tail), Math.max(from, from + squeeze(head).length - squeeze(tail).length)) +
    squeeze(tail).length;
  return raw
    .slice(at[from]!, at[end - 1]! + 1)
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/[ \t]*\n[ \t]*/g, ""))
    .join("\n");
}

describe("gold pages", () => {
  const counts = { tp: 0, fp: 0, fn: 0 };
  const folder = new URL("../../data/", import.meta.url);
  for (const file of readdirSync(new URL("gold/", folder)).filter((name) => name.endsWith(".json"))) {
    const gold = JSON.parse(readFileSync(new URL(`gold/${file}`, folder), "utf8")) as {
      page: string;
      paper: string;
      articles: GoldArticle[];
    };
    const raw = readFileSync(new URL(`pages/${gold.page}`, folder), "utf8");
    for (const article of gold.articles) {
      if (article.id === "masthead") continue;
      const text = article.pieces.map((piece) => pieceOf(raw, piece)).join("\n");
      const { mentions } = extractText(
        { text_id: "t", articles: [articleOf(text)], paper: gold.paper, place: null, date: null },
        [],
        resources,
      );
      const system = new Map<string, Set<string>>();
      for (const m of mentions) {
        const key = `${m.type}:${m.name}`;
        system.set(key, (system.get(key) ?? new Set([comparable(m.name)])).add(comparable(m.surface)));
      }
      for (const entity of article.entities) {
        const forms = [entity.name, ...entity.surfaces].map(comparable);
        const hit = [...system].find(
          ([key, known]) => key.startsWith(`${entity.type}:`) && forms.some((form) => known.has(form)),
        );
        if (hit) system.delete(hit[0]);
        if (!entity.optional) counts[hit ? "tp" : "fn"]++;
      }
      counts.fp += system.size;
    }
  }
  it("finds nine of ten entities, and nine of ten found are right", () => {
    expect(counts.tp / (counts.tp + counts.fn)).toBeGreaterThan(0.9);
    expect(counts.tp / (counts.tp + counts.fp)).toBeGreaterThan(0.9);
  });
});
