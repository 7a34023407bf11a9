// JSON-LD is read by jsonld (without a network) and, as N-Quads, by n3.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import jsonld from "jsonld";
import { Parser, type Quad, Store, type Term } from "n3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codePoints, iriPart, jsonldExporter } from "../../src/export/formats/jsonld.ts";
import { type Database, parseStatement } from "../../src/store/index.ts";
import { HOSTILE_NAMES, hostileProject, openCounted, type TableEdge } from "../fixtures/export/hostile.ts";

const BASE = "https://wenmai.invalid/";
const TERMS = `${BASE}terms#`;
const OA = "http://www.w3.org/ns/oa#";
const SCHEMA = "https://schema.org/";
const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

let db: Database;
let store: Store;
let expanded: unknown[];
const folder = mkdtempSync(join(tmpdir(), "wenmai-jsonld-"));

beforeAll(async () => {
  db = await openCounted(hostileProject(HOSTILE_NAMES.slice(12, 20)));
  await jsonldExporter.write(db, join(folder, "graph.jsonld"));
  const document = JSON.parse(readFileSync(join(folder, "graph.jsonld"), "utf8"));
  const documentLoader = async (url: string): Promise<never> => {
    throw new Error(`asked for ${url}`);
  };
  expanded = await jsonld.expand(document, { documentLoader });
  const nquads = await jsonld.toRDF(document, { format: "application/n-quads", documentLoader });
  store = new Store(new Parser({ format: "N-Quads" }).parse(nquads as string) as Quad[]);
}, 60_000);
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const objects = (subject: Term | string, predicate: string): Term[] =>
  store.getObjects(subject as Quad["subject"], predicate, null);
const has = (subject: Term, predicate: string): boolean => objects(subject, predicate).length > 0;
const one = (subject: Term | string, predicate: string): string => {
  const [found, ...more] = objects(subject, predicate);
  expect(more).toEqual([]);
  return found!.value;
};
const ofType = (type: string): Term[] => store.getSubjects(TYPE, type, null);

describe("jsonld", () => {
  it("expands every object, none by a term that the context lacks", () => {
    const lines = readFileSync(join(folder, "graph.jsonld"), "utf8").trim().split("\n").length;
    expect(expanded).toHaveLength(lines - 3);
  });

  it("ties the entities that the tables tie, with equal counts", async () => {
    const edges = await db.rows<TableEdge>(parseStatement("test", "SELECT * FROM edges WHERE layer = 'content'"));
    const read = ofType(`${TERMS}Tie`).map((tie) => {
      const ends = objects(tie, `${TERMS}between`).map((end) => one(end, `${TERMS}entity`));
      return [...ends.sort(), Number(one(tie, `${TERMS}stories`)), Number(one(tie, `${TERMS}articles`))].join("\t");
    });
    const expected = edges.map(({ source, target, stories, articles }) =>
      [...[source, target].sort(), stories, articles].join("\t"),
    );
    expect(read.sort()).toEqual(expected.sort());
  });

  it("selects, in code points, the words of the article", () => {
    const annotations = ofType(`${OA}Annotation`);
    const ties = new Set(ofType(`${TERMS}Tie`).map(({ value }) => value));
    let checked = 0;
    for (const annotation of annotations) {
      expect(ties).toContain(one(annotation, `${OA}hasBody`));
      for (const target of objects(annotation, `${OA}hasTarget`)) {
        const selectors = objects(target, `${OA}hasSelector`);
        const quote = selectors.find((selector) => has(selector, `${OA}exact`));
        if (!quote) continue;
        const position = selectors.find((selector) => has(selector, `${OA}start`))!;
        const text = [...one(one(target, `${OA}hasSource`), `${SCHEMA}articleBody`)];
        const [start, end] = [Number(one(position, `${OA}start`)), Number(one(position, `${OA}end`))];
        expect(text.slice(start, end).join("")).toBe(one(quote, `${OA}exact`));
        expect(
          text
            .slice(0, start)
            .join("")
            .endsWith(one(quote, `${OA}prefix`)),
        ).toBe(true);
        expect(
          text
            .slice(end)
            .join("")
            .startsWith(one(quote, `${OA}suffix`)),
        ).toBe(true);
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(annotations.length / 2);
  });
});

describe("parts of addresses", () => {
  it("never make two ids alike", () => {
    const text = fc.array(fc.nat(0xffff), { maxLength: 3 }).map((units) => String.fromCharCode(...units));
    fc.assert(fc.property(text, text, (a, b) => a === b || iriPart(a) !== iriPart(b)));
    expect(iriPart("\ud800")).not.toBe(iriPart("\udc00"));
    expect(iriPart("~d800")).not.toBe(iriPart("\ud800"));
  });
});

describe("code points", () => {
  it("are counted as an iterator counts them", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const points = codePoints(text);
        let units = 0;
        for (const [i, char] of [...text].entries()) {
          expect(points(units)).toBe(i);
          units += char.length;
        }
      }),
    );
  });
});
