// The report: what it cites is printed where it says.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { markdownExporter } from "../../src/export/formats/markdown.ts";
import { writeEvidence } from "../../src/graph/index.ts";
import { InputError } from "../../src/lib/errors.ts";
import { type Database, parseStatement } from "../../src/store/index.ts";
import { hostileProject, openCounted } from "../fixtures/export/hostile.ts";

const NAMES = ["习近平", "国务院", "<b>[乙](x)|*", "雄安", "京津冀", "丁"];

let db: Database;
const folder = mkdtempSync(join(tmpdir(), "wenmai-markdown-"));

beforeAll(async () => {
  db = await openCounted(hostileProject(NAMES));
  await writeEvidence(db);
});
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

async function report(of: readonly string[], filter: string | null = null): Promise<string> {
  const path = join(folder, "report.md");
  await markdownExporter.write(db, path, { of, filter });
  return readFileSync(path, "utf8");
}

describe("a report", () => {
  it("of a tie cites each sentence by paper, date, headline and page, at offsets where it is printed", async () => {
    const text = await report(["习近平", "国务院"]);
    expect(text).toMatch(/^# 习近平 × 国务院\n/);
    const pages = await db.rows<{ page: string; text: string }>(parseStatement("test", "SELECT page, text FROM pages"));
    const cited = [...text.matchAll(/^\d+\\\. (.+?) {2}\n— (.*)版面 page (.+?): (\d+)–(\d+)$/gm)];
    expect(cited.length).toBe(2);
    for (const [, quote, source, page, start, end] of cited) {
      const bare = (escaped: string): string => escaped.replace(/\\(?=[!-~])|<\/?b>(?!\[)/g, "");
      const printed = pages.find((one) => one.page === bare(page!))!.text.slice(Number(start), Number(end));
      expect(quote).toContain("<b>习近平</b>");
      expect(quote).toContain("<b>国务院</b>");
      expect(bare(quote!).slice(0, 4)).toBe(printed.slice(0, 4));
      expect(source).toMatch(
        /^(《=甲报\\\|“x”》 · 2025-08-29 · “题“目” \\\|=1”|报纸不详 paper unknown · 日期不详 undated)/,
      );
    }
  });

  it("of an entity lists its neighbours, and of them those that a filter keeps", async () => {
    const whole = await report(["习近平"]);
    expect(whole).toContain("## 相邻 Neighbours (5)");
    expect(whole).toContain("| \\<b\\>\\[乙\\](x)\\|\\* |");
    expect(await report(["习近平"], "type:person OR type:agency")).toContain("## 相邻 Neighbours (2)");
  });

  it("says that a filter chooses no sentences, and refuses one that leaves out whom it is asked of", async () => {
    const filtered = await report(["习近平"], "type:person");
    expect(filtered).toContain("the filter chooses entities and ties, not sentences");
    expect(await report(["习近平"])).not.toContain("the filter chooses");
    const refused = await report(["国务院"], "type:person").catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(InputError);
    expect(String(refused)).toMatch(/leaves out 国务院 \(agency:国务院\).*OR id:"agency:国务院"/);
    expect(await report(["国务院"], 'type:person OR id:"agency:国务院"')).toContain("## 相邻 Neighbours (2)");
  });

  it("of nothing tells the leading entities and ties", async () => {
    const text = await report([]);
    expect(text).toContain("## 主要实体 Leading entities (6)");
    expect(text).toContain("## 主要联系 Leading ties (15)");
  });

  it("refuses a name that nobody has", async () => {
    await expect(report(["无此人"])).rejects.toThrow(InputError);
  });
});
