// The page says everything in Chinese and in English, from one catalogue; every word of it is used, and none stands elsewhere.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { strings } from "../../viz/src/i18n.ts";

const SRC = fileURLToPath(new URL("../../viz/src/", import.meta.url));
const CATALOGUE = /^(i18n\.ts|words\/)/;
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((path) => /\.tsx?$/.test(path));
/** The sources without their comments. */
const source = new Map(
  files.map((path) => [
    path,
    readFileSync(join(SRC, path), "utf8")
      .replace(/\/\*[\s\S]*?\*\//g, "")
      .replace(/^\s*\/\/.*$|(?<=[;,{})\s])\/\/ .*$/gm, ""),
  ]),
);
const elsewhere = [...source].filter(([path]) => !CATALOGUE.test(path));
const code = elsewhere.map(([, text]) => text).join("\n");

type Leaf = readonly [path: string, value: unknown];

/** Every word with its path; a list is one word. */
function leaves(value: unknown, path: string): Leaf[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key));
}

const zh = leaves(strings("zh"), "");
const en = leaves(strings("en"), "");

describe("the catalogue", () => {
  it("has every word in both languages, in the same form", () => {
    const shape = (list: readonly Leaf[]): string[] => list.map(([path, value]) => `${path}: ${typeof value}`).sort();
    expect(shape(en)).toEqual(shape(zh));
    const missing = [...zh, ...en].filter(([, value]) => value === undefined || value === null);
    expect(missing).toEqual([]);
  });

  it("says nothing in Chinese where English was asked for, but the name of the other language and of the page", () => {
    const words = en.flatMap(([path, value]): [string, string][] =>
      typeof value === "function"
        ? [...String(value).matchAll(/["'`]([^"'`]*)["'`]/g)].map((match) => [path, match[1]!])
        : [[path, JSON.stringify(value)]],
    );
    const chinese = words.filter(([, text]) => /\p{Script=Han}/u.test(text.replaceAll("文脉", "")));
    expect(chinese.map(([path]) => path).sort()).toEqual(["language", "languageLabel"]);
  });

  it("has no word that the page never says", () => {
    // `s.take[extent]` asks for any word under `take`, `s.asks.changes[by][change]` for any two steps below.
    const asksAny = (path: string): boolean =>
      path
        .split(".")
        .slice(0, -1)
        .some((name) => new RegExp(`\\.${name}\\[|Object\\.entries\\([^)]*\\.${name}\\)`).test(code));
    const said = (path: string): boolean => {
      const parts = path.split(".");
      return new RegExp(`\\.${parts.at(-1)}\\b`).test(code) || asksAny(path);
    };
    const catalogue = [...source]
      .filter(([path]) => CATALOGUE.test(path))
      .map(([, text]) => text)
      .join("\n");
    const idle = zh
      .map(([path]) => path)
      .filter((path) => !said(path) && !new RegExp(`\\bzh\\.${path}\\b`).test(catalogue));
    expect(idle).toEqual([]);
  });
});

describe("the rest of the page", () => {
  // What is cited is cited in Chinese, whoever reads; so are the page's own name and what a reader may type.
  const CITED = /^(panels\/copy\.tsx|takeaway\/citations\.ts|panels\/masthead\.tsx|main\.tsx|search-ask\.ts)$/;

  it("holds no Chinese of its own", () => {
    const found = elsewhere.flatMap(([path, text]) =>
      CITED.test(path)
        ? []
        : [
            ...text.matchAll(
              /(["'`])((?:(?!\1)[^\n])*\p{Script=Han}(?:(?!\1)[^\n])*)\1|>([^<>{}]*\p{Script=Han}[^<>{}]*)</gu,
            ),
          ]
            // A range of characters is no word.
            .filter((match) => !/\[.*\p{Script=Han}-\p{Script=Han}/u.test(match[0]))
            .map((match) => `${path}: ${match[0]}`),
    );
    expect(found).toEqual([]);
  });

  it("holds no English between its tags, nor in what is read out", () => {
    const found = elsewhere.flatMap(([path, text]) =>
      path.endsWith(".tsx")
        ? [
            ...text.matchAll(/<[a-z][^<>{}]*>\s*([A-Za-z][A-Za-z ,.]+[a-z])\s*<\//g),
            ...text.matchAll(/\s(?:aria-label|title|placeholder|alt)="([^"]+)"/g),
          ].map((match) => `${path}: ${match[1]}`)
        : [],
    );
    expect(found.filter((one) => !/masthead\.tsx: Wenmai$/.test(one))).toEqual([]);
  });
});
