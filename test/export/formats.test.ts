// What formats share: ids and text of XML, cells of spreadsheets, words of Markdown, the index of ties, windows of evidence.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Layer } from "../../src/entities/index.ts";
import { createExporter, manifestPathOf } from "../../src/export/exporter.ts";
import { defuse } from "../../src/export/formats/formula.ts";
import { createMarkdownEscape } from "../../src/export/formats/markdown-text.ts";
import { createEscape, tieToken, xmlToken } from "../../src/export/formats/xml.ts";
import { type EvidenceRow, evidenceRows } from "../../src/export/rows/evidence-rows.ts";
import { createTieIndex } from "../../src/export/rows/tie-index.ts";
import { countEdges, countEntities, weighEdges, writeEvidence } from "../../src/graph/index.ts";
import { parseStatement } from "../../src/store/index.ts";
import { hostileProject, openCounted, type TableEdge } from "../fixtures/export/hostile.ts";
import { openProjectOf } from "../fixtures/graph/small-project.ts";

/** Any UTF-16 units, lone surrogates and controls among them, with those that formats give a meaning. */
const units = fc
  .array(
    fc.oneof(
      fc.nat(0xffff),
      fc.constantFrom(..."._-:|<&\"'=+@x0041\u0001\ud800\udc00").map((c) => c.charCodeAt(0)),
    ),
    {
      maxLength: 8,
    },
  )
  .map((codes) => String.fromCharCode(...codes));

describe("ids in XML", () => {
  it("are name tokens of both editions, and no two are alike", () => {
    fc.assert(
      fc.property(units, units, (a, b) => {
        expect(xmlToken(a)).toMatch(/^[A-Za-z0-9_:\-\u3007\u4e00-\u9fa5]*$/);
        expect(xmlToken(a) === xmlToken(b)).toBe(a === b);
      }),
    );
    expect(xmlToken("person:甲\u0001")).not.toBe(xmlToken("person:甲"));
    expect(xmlToken("person:习近平")).toBe("person:习近平");
  });

  it("of ties tell the ends apart", () => {
    fc.assert(
      fc.property(units, units, units, units, (a, b, c, d) => {
        const [first, second] = [
          tieToken({ source: a, target: b, layer: "content" }),
          tieToken({ source: c, target: d, layer: "content" }),
        ];
        expect(first === second).toBe(a === c && b === d);
      }),
    );
  });
});

describe("text in XML", () => {
  it("has no character that XML 1.0 forbids and none of its marks, and tells what was left out", () => {
    fc.assert(
      fc.property(units, (text) => {
        let stripped = 0;
        const written = createEscape((count) => {
          stripped += count;
        })(text);
        expect(written).not.toMatch(/[<>"\t\n\r]|&(?!(amp|lt|gt|quot|#9|#10|#13);)/);
        const forbidden = [...text].filter((char) => {
          const code = char.codePointAt(0)!;
          const fits = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0xd7ff);
          return !(fits || (code >= 0xe000 && code <= 0xfffd) || code >= 0x10000);
        });
        expect(stripped).toBe(forbidden.length);
      }),
    );
  });
});

describe("cells of a spreadsheet", () => {
  it.each(["=1+1", "+86", "-2+3", "@cmd", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x"])("%j is text", (text) => {
    expect(defuse(text)).toBe(`'${text}`);
  });
  it("are left alone where nothing runs", () => {
    for (const text of ["", "国务院", "1-2", "'x", " =1", "0"]) expect(defuse(text)).toBe(text);
  });
});

describe("words in Markdown", () => {
  it("leave no mark of a link, of emphasis, of HTML or of a table unescaped, on one line", () => {
    const escaped = createMarkdownEscape(() => {});
    fc.assert(
      fc.property(units, (text) => {
        const bare = escaped(text).replace(/\\[!-~]/g, "");
        expect(bare).not.toMatch(/[\\`*_[\]<>|~&!\n\r]/);
      }),
    );
    expect(escaped("[x](javascript:alert(1))")).toBe("\\[x\\](javascript:alert(1))");
    expect(escaped("a\u202eb\u0000")).toBe("ab");
  });
});

describe("a file of an export", () => {
  it("stays as it was, with its manifest, when writing its successor fails", async () => {
    const folder = mkdtempSync(join(tmpdir(), "wenmai-atomic-"));
    const path = join(folder, "out.txt");
    let failing = false;
    const exporter = createExporter({
      name: "text",
      summary: "",
      extension: "txt",
      write: (writing) =>
        writing.text("", async function* (tally) {
          tally.rows++;
          yield failing ? "new" : "old";
          if (failing) throw new Error("no space left");
        }),
    });
    const db = await openCounted({ pages: [], articles: [] });
    await exporter.write(db, path);
    const manifest = readFileSync(manifestPathOf(exporter, path), "utf8");
    failing = true;
    await expect(exporter.write(db, path)).rejects.toThrow("no space left");
    expect(readFileSync(path, "utf8")).toBe("old");
    expect(readFileSync(manifestPathOf(exporter, path), "utf8")).toBe(manifest);
    expect(readdirSync(folder)).toHaveLength(2);
    db.close();
    rmSync(folder, { recursive: true });
  });
});

describe("the index of ties", () => {
  it("answers as a set of strings does, whatever the order of the ties", () => {
    const tie = fc.tuple(fc.nat(9), fc.nat(9), fc.constantFrom<Layer>("content", "byline", "masthead"));
    fc.assert(
      fc.property(fc.array(tie, { maxLength: 40 }), fc.array(tie, { maxLength: 40 }), (added, asked) => {
        const index = createTieIndex();
        for (let i = 0; i < 9; i++) index.addEntity(`e${i}`);
        const known = added.filter(([a, b]) => a < 9 && b < 9);
        for (const [a, b, layer] of known) index.addTie(`e${a}`, `e${b}`, layer);
        const key = ([a, b, layer]: readonly [number, number, Layer]) => `${Math.min(a, b)} ${Math.max(a, b)} ${layer}`;
        const set = new Set(known.map(key));
        for (const one of [...added, ...asked]) {
          expect(index.has(`e${one[0]}`, `e${one[1]}`, one[2])).toBe(set.has(key(one)));
        }
      }),
    );
  });
});

describe("evidence", () => {
  it("is the same in windows of any size, and covers the ties of every layer", async () => {
    const db = await openCounted(hostileProject());
    const ties = createTieIndex();
    const edges = await db.rows<TableEdge & { layer: Layer }>(parseStatement("test", "SELECT * FROM edges"));
    for (const { source, target, layer } of edges) {
      ties.addEntity(source);
      ties.addEntity(target);
      ties.addTie(source, target, layer);
    }
    const read = async (size?: number): Promise<EvidenceRow[]> => {
      const rows: EvidenceRow[] = [];
      for await (const row of evidenceRows(db, ties, undefined, size)) rows.push(row);
      return rows;
    };
    const rows = await read();
    expect(await read(1)).toEqual(rows);
    const key = (tie: { source: string; target: string; layer: string }) =>
      `${tie.source}\t${tie.target}\t${tie.layer}`;
    expect(new Set(rows.map(key))).toEqual(new Set(edges.map(key)));
    expect(new Set(rows.map(({ layer }) => layer))).toEqual(new Set(["content", "byline", "masthead"]));
    db.close();
  });

  it.each([3, 4, 400])(
    "is of as many texts of each tie as are counted, where texts are capped at %i entities",
    async (cap) => {
      const list = ["person:甲", "person:乙", "person:丙", "place:丁", "agency:戊"].map((name): [string] => [name]);
      const db = await openProjectOf({
        pages: ["p1", "p2"].map((page) => ({ page })),
        articles: [
          { article: "p1#a1", page: "p1", sentences: [list, [["agency:戊"], ["person:丙"]]] },
          // One text with the first; the list is capped over both.
          { article: "p2#a1", page: "p2", text_id: "p1#a1", sentences: [[["place:丁"], ["place:丁"]]] },
          ...[0, 1, 2].map((i) => ({ article: `p2#b${i}`, page: "p2", sentences: [list.slice(i, i + 3)] })),
        ],
      });
      await countEntities(db);
      await writeEvidence(db);
      const issues = await countEdges(db, { maxEntitiesPerText: cap });
      await db.append(
        "issues",
        issues.map((issue) => ({ ...issue })),
      );
      await weighEdges(db);
      const edges = await db.rows<TableEdge & { layer: Layer; texts: number }>(
        parseStatement("test", "SELECT * FROM edges"),
      );
      const ties = createTieIndex();
      for (const { source, target, layer } of edges) {
        ties.addEntity(source);
        ties.addEntity(target);
        ties.addTie(source, target, layer);
      }
      const texts = new Map<string, Set<string>>();
      for await (const { source, target, text_id } of evidenceRows(db, ties)) {
        const key = `${source}\t${target}`;
        texts.set(key, (texts.get(key) ?? new Set()).add(text_id));
      }
      const counted = edges.map((edge) => [`${edge.source}\t${edge.target}`, edge.texts]);
      expect([...texts].map(([key, ids]) => [key, ids.size]).sort()).toEqual(counted.sort());
      expect(issues.length).toBe(cap < 5 ? 1 : 0);
      db.close();
    },
  );
});
