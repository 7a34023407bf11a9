import { createHash } from "node:crypto";
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listSources, type PageRead, readMeta, readPages } from "../../src/corpus/index.ts";
import { InputError } from "../../src/lib/errors.ts";
import type { Issue } from "../../src/lib/issue.ts";
import { encodeAs } from "../fixtures/corpus/encode.ts";
import { makeHostileCorpus, PAGE_TEXT, TRADITIONAL_TEXT } from "../fixtures/corpus/make.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wenmai-corpus-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

async function readAll(inputs: readonly string[], meta?: string): Promise<PageRead[]> {
  const reads: PageRead[] = [];
  for await (const read of readPages(inputs, meta)) reads.push(read);
  return reads;
}
const pagesOf = (reads: readonly PageRead[]): string[] => reads.flatMap(({ page }) => (page ? [page.page] : []));
const issuesOf = (reads: readonly PageRead[]): Issue[] => reads.flatMap(({ issues }) => issues);
const codesOf = (reads: readonly PageRead[]): string[] => issuesOf(reads).map((issue) => issue.code);

describe("listSources", () => {
  it("names pages by their path without ending, sorted by code point, hidden entries left out", async () => {
    await put({ "b.txt": "x", "a/2.md": "x", "a/1.HTML": "x", ".x.txt": "x", ".git/y.txt": "x", "a.b.txt": "x" });
    const { sources, issues } = await listSources([folder]);
    expect(sources.map(({ page, kind }) => [page, kind])).toEqual([
      ["a.b", "text"],
      ["a/1", "html"],
      ["a/2", "text"],
      ["b", "text"],
    ]);
    expect(issues).toEqual([]);
  });

  it("names a single file by its stem", async () => {
    await put({ "deep/a.txt": "x" });
    const { sources } = await listSources([join(folder, "deep/a.txt")]);
    expect(sources).toMatchObject([{ page: "a", source: "a.txt" }]);
  });

  it("composes ids, so that a folder from another system names the same pages", async () => {
    await put({ "cafe\u0301.txt": "x" });
    expect((await listSources([folder])).sources[0]!.page).toBe("caf\u00e9");
  });

  it("does not depend on the order of inputs, and reads a file named twice once", async () => {
    await put({ "a/1.txt": "x", "b/2.txt": "x" });
    const [a, b] = [join(folder, "a"), join(folder, "b")];
    const forth = await listSources([a, b, join(a, "1.txt"), a]);
    expect(forth).toEqual(await listSources([b, a]));
    expect(forth.sources).toHaveLength(2);
  });

  it.each([
    ["two endings", { "a/1.txt": "x", "a/1.html": "x" }, ["."]],
    ["two folders", { "a/1.txt": "x", "b/1.txt": "x" }, ["a", "b"]],
  ])("refuses equal ids from %s and names both files", async (_, files, inputs) => {
    await put(files);
    const paths = inputs.map((name) => join(folder, name));
    const [first, second] = Object.keys(files);
    await expect(listSources(paths)).rejects.toThrow(InputError);
    await expect(listSources(paths)).rejects.toThrow(first!);
    await expect(listSources(paths)).rejects.toThrow(second!);
  });

  it("lets a .jsonl bear the stem of a page", async () => {
    await put({ "a.txt": "x", "a.jsonl": "" });
    expect((await listSources([folder])).sources).toHaveLength(2);
  });

  it("follows links to files and to folders outside, but never in a loop", async () => {
    await put({ "in/a.txt": "x", "out/b.txt": "x" });
    await symlink("..", join(folder, "in/up"));
    await symlink(".", join(folder, "in/self"));
    await symlink("../out", join(folder, "in/out"));
    await symlink("../in", join(folder, "out/back"));
    await symlink("a.txt", join(folder, "in/link.txt"));
    const { sources } = await listSources([join(folder, "in")]);
    expect(sources.map(({ page }) => page)).toEqual(["a", "link", "out/b"]);
  });

  it("gives an issue for each file that it skips, without the place where the folder lies", async () => {
    await put({ "scan.pdf": "x", README: "x", "a.txt": "x" });
    const { issues } = await listSources([folder]);
    expect(issues.map(({ code }) => code)).toEqual(["file-skipped", "file-skipped"]);
    expect(issues.map(({ message }) => message).join()).not.toContain(folder);
  });

  it("throws where an input does not exist", async () => {
    await expect(listSources([join(folder, "nowhere")])).rejects.toThrow(InputError);
  });
});

describe("readPages", () => {
  it("gives a page with its bytes' hash, source and text as decoded", async () => {
    const text = "\r\n 青河日报\r\n正文 。\r\n";
    await put({ "2025-08-29/a.txt": `\ufeff${text}` });
    const [read] = await readAll([folder]);
    expect(read!.page).toEqual({
      page: "2025-08-29/a",
      paper: "青河日报",
      place: "青河",
      date: "2025-08-29",
      source: "2025-08-29/a.txt",
      sha256: createHash("sha256").update(`\ufeff${text}`).digest("hex"),
      text,
    });
  });

  it("gives no page for empty, blank, binary and unreadable files, and goes on", async () => {
    await put({ "a.txt": "", "b.txt": "\n \u3000", "c.txt": new Uint8Array(100), "d.txt": "x", "e.txt": "正文。" });
    await symlink("nowhere", join(folder, "f.txt"));
    const reads = await readAll([folder]);
    expect(pagesOf(reads)).toEqual(["d", "e"]);
    expect(codesOf(reads).filter((code) => code.startsWith("file-"))).toEqual([
      "file-unreadable",
      "file-empty",
      "file-empty",
      "file-binary",
    ]);
  });

  it.skipIf(process.getuid?.() === 0)("gives an issue for a file that may not be opened", async () => {
    await put({ "a.txt": "x" });
    await chmod(join(folder, "a.txt"), 0);
    expect(codesOf(await readAll([folder]))).toEqual(["file-unreadable"]);
  });

  it("gives an issue for a file that is gone since it was listed", async () => {
    await put({ "a.txt": "正文。", "b.txt": "正文。" });
    const reads: PageRead[] = [];
    for await (const read of readPages([folder])) {
      reads.push(read);
      await rm(join(folder, "b.txt"), { force: true });
    }
    expect(pagesOf(reads)).toEqual(["a"]);
    expect(codesOf(reads)).toContain("file-unreadable");
  });

  it("says what it guessed and how much is damaged", async () => {
    await put({
      "a.txt": encodeAs(PAGE_TEXT, "gb18030"),
      "b.txt": encodeAs(TRADITIONAL_TEXT, "big5"),
      "c.txt": "文\ufffd脉\ufffd。",
    });
    const reads = await readAll([folder]);
    expect(reads.map(({ page }) => page?.text)).toEqual([PAGE_TEXT, TRADITIONAL_TEXT, "文\ufffd脉\ufffd。"]);
    expect(
      issuesOf(reads)
        .filter(({ code }) => code === "encoding-guessed")
        .map(({ page }) => page),
    ).toEqual(["a", "b"]);
    expect(issuesOf(reads).find(({ code }) => code === "file-damaged")).toMatchObject({ page: "c", count: 2 });
  });

  it("reads a web page as its text", async () => {
    await put({ "a.html": "<title>x</title><h1>标题</h1><p>正&amp;文</p>" });
    expect((await readAll([folder]))[0]!.page!.text).toBe("标题\n\n正&文");
  });

  describe("of a .jsonl", () => {
    it("takes each record's own id, title, paper, place and date", async () => {
      const record = {
        id: "x/1",
        title: "标题",
        text: "正文。",
        paper: "青河晚报",
        place: "青河",
        date: "2025年8月29日",
      };
      const line = JSON.stringify(record);
      await put({ "news.jsonl": `\ufeff${line}\r\n\n{"text":"无编号。"}` });
      const reads = await readAll([folder]);
      expect(reads[0]).toMatchObject({
        page: {
          page: "x/1",
          text: "标题\n\n正文。",
          paper: "青河晚报",
          place: "青河",
          date: "2025-08-29",
          source: "news.jsonl:1",
        },
        issues: [],
      });
      expect(reads[1]!.page).toMatchObject({ page: "news:3", source: "news.jsonl:3", text: "无编号。" });
    });

    it("gives an issue for a broken line and goes on, with one row for many", async () => {
      const broken = Array.from({ length: 50 }, () => "{").join("\n");
      await put({ "news.jsonl": `{"text":1}\n[]\nnull\n${broken}\n{"id":"ok","text":"正文。"}` });
      const reads = await readAll([folder]);
      expect(pagesOf(reads)).toEqual(["ok"]);
      const rows = issuesOf(reads).filter(({ code }) => code === "line-broken");
      expect(rows).toHaveLength(21);
      expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(53);
    });

    it("prefers page to id, takes numbers for ids, and says when a date is none", async () => {
      await put({
        "n.jsonl": `{"page":7,"id":"x","text":"正文。","date":"明天"}\n{"page":null,"id":"y","text":"正文。"}`,
      });
      const reads = await readAll([folder]);
      expect(pagesOf(reads)).toEqual(["7", "y"]);
      expect(codesOf(reads)).toContain("meta-date");
    });

    it("refuses two records of one id, and a record with the id of a file", async () => {
      await put({ "n.jsonl": `{"id":"a","text":"正文。"}\n{"id":"a","text":"正文。"}` });
      await expect(readAll([folder])).rejects.toThrow(InputError);
      await put({ "n.jsonl": `{"id":"a","text":"正文。"}`, "a.txt": "正文。" });
      await expect(readAll([folder])).rejects.toThrow(/a\.txt.*n\.jsonl:1/);
    });

    it("reads lines in GB18030", async () => {
      await put({
        "n.jsonl": encodeAs(`{"id":"a","text":"会议在城市召开。"}\n{"id":"b","text":"市民生活改善。"}\n`, "gb18030"),
      });
      expect((await readAll([folder])).map(({ page }) => page?.text)).toEqual(["会议在城市召开。", "市民生活改善。"]);
    });
  });
});

describe("the metadata table", () => {
  const meta = async (csv: string | Uint8Array): Promise<string> => {
    await writeFile(join(folder, "meta.csv"), csv);
    return join(folder, "meta.csv");
  };

  it.each([
    ["English headers", "page,paper,place,date\na,青河日报,青河,2025-08-29\n"],
    ["Chinese headers in another order", "日期,版面,报纸,地点\n2025年8月29日,a,青河日报,青河\n"],
    [
      "a byte-order mark, quotes and blanks",
      '\ufeff"page", "paper" ,place,date\r\n"a", 青河日报 ,"青河",2025/8/29\r\n',
    ],
    ["file names for pages", "page,paper,place,date\n.\\a.txt,青河日报,青河,20250829"],
    ["tabs", "page\tpaper\tplace\tdate\na\t青河日报\t青河\t2025.8.29"],
  ])("is read with %s", async (_, csv) => {
    const table = await readMeta(await meta(csv));
    expect([...table.rows]).toEqual([["a", { paper: "青河日报", place: "青河", date: "2025-08-29" }]]);
    expect(table.issues).toEqual([]);
  });

  it("is read in GB18030", async () => {
    const table = await readMeta(await meta(encodeAs("版面,报纸,地点,日期\na,天津日报,天津,2025-08-29\n", "gb18030")));
    expect(table.rows.get("a")).toEqual({ paper: "天津日报", place: "天津", date: "2025-08-29" });
  });

  it("gives issues for columns, dates and rows that it cannot use", async () => {
    const table = await readMeta(await meta("page,paper,editor,date\na,甲报,x,2025-02-30\na,乙报,x,\n\nb\n"));
    expect(table.issues.map(({ code }) => code)).toEqual(["meta-column", "meta-date", "meta-duplicate"]);
    expect(table.rows.get("a")).toEqual({ paper: "甲报", place: null, date: null });
    expect(table.rows.get("b")).toEqual({ paper: null, place: null, date: null });
  });

  it.each([
    ["without a column of pages", "paper,date\n甲报,2025-08-29\n"],
    ["with an open quotation", 'page,paper\n"a,甲报\n'],
    ["that is empty", ""],
  ])("is refused %s", async (_, csv) => {
    await expect(readMeta(await meta(csv))).rejects.toThrow(InputError);
  });

  it("is refused where it does not exist or is no text", async () => {
    await expect(readMeta(join(folder, "nowhere.csv"))).rejects.toThrow(InputError);
    await expect(readMeta(await meta(new Uint8Array(100)))).rejects.toThrow(InputError);
  });

  it("wins over the page and the record, cell by cell, and names the rows of no page", async () => {
    const file = await meta("page,paper,place,date\na,白山日报,,\nr,,白山,\nz,甲报,,\n");
    await put({ "in/a.txt": "青河日报社出版", "in/r.jsonl": `{"id":"r","text":"正文。","paper":"乙报","place":"丙"}` });
    const reads = await readAll([join(folder, "in")], file);
    expect(reads.flatMap(({ page }) => (page ? [[page.paper, page.place]] : []))).toEqual([
      ["白山日报", "白山"],
      ["乙报", "白山"],
    ]);
    expect(issuesOf(reads).filter(({ code }) => code === "meta-unused")).toHaveLength(1);
  });
});

describe("the sample pages", () => {
  const pages = fileURLToPath(new URL("../../data/pages", import.meta.url));
  const table = fileURLToPath(new URL("../../data/pages.csv", import.meta.url));
  const of = async (meta?: string): Promise<unknown[]> =>
    (await readAll([pages], meta)).flatMap(({ page }) =>
      page ? [[page.page.slice(0, 3), page.paper, page.place, page.date]] : [],
    );

  it("tell their paper and day where they print them, and nothing else", async () => {
    expect(await of()).toEqual([
      ["000", "拉萨日报", "拉萨", "2025-08-29"],
      ["001", null, null, null],
      ["002", null, null, null],
      ["003", "河北日报", "河北", null],
      ["004", null, null, null],
    ]);
  });

  it("have what their table says", async () => {
    expect(await of(table)).toEqual([
      ["000", "拉萨日报", "拉萨", "2025-08-29"],
      ["001", null, "咸宁", "2025-08-29"],
      ["002", "天津日报", "天津", "2025-08-29"],
      ["003", "河北日报", "河北", "2025-08-29"],
      ["004", "昭通日报", "昭通", "2025-08-29"],
    ]);
  });
});

describe("the hostile corpus", () => {
  it("is read to its end, with a row for everything that is wrong", async () => {
    const corpus = await makeHostileCorpus({ longLine: 500_000 });
    try {
      const reads = await readAll([corpus.folder]);
      expect(pagesOf(reads).sort()).toEqual([...corpus.pages].sort());
      expect(codesOf(reads)).toEqual(expect.arrayContaining([...corpus.codes]));
      const text = new Map(reads.map(({ page }) => [page?.page, page?.text]));
      for (const page of ["plain", "bom", "gb18030", "utf16le", "utf16be-bare"]) expect(text.get(page)).toBe(PAGE_TEXT);
      expect(text.get("big5")).toBe(TRADITIONAL_TEXT);
      expect(text.get("crlf")).toBe(PAGE_TEXT.replaceAll("\n", "\r\n"));
      expect(text.get("web")).toBe("标题\n\n清河市&会议");
    } finally {
      await corpus.remove();
    }
  });

  it("is refused as a whole where two files are one page", async () => {
    const corpus = await makeHostileCorpus({ equalIds: true });
    try {
      await expect(readAll([corpus.folder])).rejects.toThrow(InputError);
    } finally {
      await corpus.remove();
    }
  });
});
