// Taking away, in a real browser: what is downloaded is caught and read.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inflateSync } from "node:zlib";
import { parse as parseCsv } from "csv-parse/sync";
import { MultiUndirectedGraph } from "graphology";
import * as gexf from "graphology-gexf";
import * as graphml from "graphology-graphml";
import type { Browser, Page } from "playwright-core";
import { SaxesParser } from "saxes";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../tools/browser.ts";
import { freshFolder, removeFolders } from "../tools/program.ts";
import { unzip } from "../tools/unzip.ts";
import { makeSite } from "../viz/fixture/site.ts";
import { type Served, servePage } from "./serve.ts";
import { createVisits, type Visits } from "./visits.ts";

const TIE = "#/tie/person:习近平/agency:西藏自治区党委";

let browser: Browser;
let served: Served;
let visits: Visits;
let folder: string;

beforeAll(async () => {
  if (!existsSync(new URL("../../dist/viz/offline.html", import.meta.url)))
    throw new Error("dist/viz is missing: run `npx vite build viz` first");
  folder = freshFolder();
  browser = await openBrowser();
  served = await servePage(makeSite());
  visits = createVisits(
    browser,
    (address) => address.startsWith(served.url) || address.startsWith(pathToFileURL(folder).href),
  );
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  removeFolders();
});
afterEach(async () => {
  expect(await visits.end()).toEqual([]);
});

async function open(hash = ""): Promise<Page> {
  const page = await visits.visitMap(served.url + hash);
  await page.getByRole("button", { name: "带走" }).click();
  await page.getByRole("dialog").waitFor();
  return page;
}

/** What a button of the dialog saves. */
async function download(page: Page, name: RegExp): Promise<{ name: string; bytes: Buffer }> {
  const button = page.getByRole("dialog").getByRole("button", { name });
  const [file] = await Promise.all([page.waitForEvent("download", { timeout: 60_000 }), button.click()]);
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return { name: file.suggestedFilename(), bytes: readFileSync(path) };
}

/** Names and ties as the ledger counts them. */
async function ledger(page: Page): Promise<[number, number]> {
  const text = (await page.locator(".ledger p").textContent())!.replaceAll(",", "");
  const [, names, ties] = /图上 (\d+) 个实体.*?(\d+) 条联系/.exec(text)!;
  return [Number(names), Number(ties)];
}

describe("pictures", () => {
  it("PNG is drawn at any scale, with what is on the map and the words around it", async () => {
    const page = await open();
    const sizes: number[] = [];
    for (const scale of [1, 3]) {
      await page.getByRole("dialog").getByLabel(`${scale} 倍`).check();
      const { bytes } = await download(page, /PNG/);
      const { width, height, colours } = readPng(bytes);
      sizes.push(width);
      // The stage is 1,440 wide; title and legend stand above and below it.
      expect([width, height > 900 * scale]).toEqual([1440 * scale, true]);
      // Paper alone has one colour, the five types and their edges have hundreds.
      expect(colours).toBeGreaterThan(200);
    }
    expect(sizes).toEqual([1440, 4320]);
  });

  it("SVG holds the names as text, the legend, the period, the ledger's sentence and the source", async () => {
    const page = await open(TIE);
    const names = await page.evaluate(() => globalThis.__wenmai!.labels().map(({ name }) => name));
    const { bytes } = await download(page, /SVG/);
    const svg = bytes.toString("utf8");
    const parser = new SaxesParser({ xmlns: true });
    parser.on("error", (error) => {
      throw error;
    });
    parser.write(svg).close();
    const text = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map((match) => match[1]!).join("");
    for (const name of names.filter((one) => one.length < 5)) expect(text).toContain(name);
    for (const word of ["习近平", "人物", "机构", "期间：", "个实体", "《拉萨日报》", "按稿数"])
      expect(text).toContain(word);
  });
});

describe("graph files", () => {
  it("hold what the ledger counts, each read by another program's reader, each with its manifest", async () => {
    const page = await visits.visitMap(served.url);
    const [names, ties] = await ledger(page);
    await page.getByRole("button", { name: "带走" }).click();
    const files = async (name: RegExp): Promise<Map<string, string>> => {
      const found = unzip((await download(page, name)).bytes);
      const manifest = JSON.parse(found.get("manifest.json")!);
      expect(manifest.shown).toMatchObject({ entities: { shown: names }, edges: { shown: ties } });
      expect(manifest.view).toContain(served.url);
      expect(manifest).toMatchObject({ corrections: [], pages: { newest: "2025-08-29" } });
      return found;
    };
    const xml = (await files(/GEXF/)).get("graph.gexf")!;
    const read = gexf.parse(MultiUndirectedGraph, xml);
    expect([read.order, read.size]).toEqual([names, ties]);
    read.forEachNode((_, { x, y, color }) => {
      expect([typeof x, typeof y]).toEqual(["number", "number"]);
      expect(color).toMatch(/^(#|rgb)/);
    });
    const second = graphml.parse(MultiUndirectedGraph, (await files(/GraphML/)).get("graph.graphml")!);
    expect([second.order, second.size]).toEqual([names, ties]);
    const json = new MultiUndirectedGraph();
    json.import(JSON.parse((await files(/JSON（/)).get("graph.json")!));
    expect([json.order, json.size]).toEqual([names, ties]);
    const tables = await files(/CSV/);
    const rows = (name: string): unknown[] => parseCsv(tables.get(name)!, { columns: true, bom: true });
    expect([rows("nodes.csv").length, rows("edges.csv").length]).toEqual([names, ties]);
  });

  it("of a selection are smaller, and the citations of its tie come as Markdown and BibTeX", async () => {
    const page = await open(TIE);
    await page
      .getByRole("dialog")
      .getByLabel(/选中的及其周围/)
      .check();
    const found = unzip((await download(page, /JSON（/)).bytes);
    const graph = JSON.parse(found.get("graph.json")!) as { nodes: { key: string }[] };
    expect(graph.nodes.map(({ key }) => key)).toEqual(
      expect.arrayContaining(["person:习近平", "agency:西藏自治区党委"]),
    );
    expect(graph.nodes.length).toBeLessThan(JSON.parse(found.get("manifest.json")!).shown.entities.of);
    const evidence = await page.locator(".evidence > li").count();
    const markdown = (await download(page, /Markdown/)).bytes.toString("utf8");
    expect(markdown.match(/^- .*《.*》\d+年\d+月\d+日/gm)!.length).toBeGreaterThanOrEqual(evidence);
    const bibtex = (await download(page, /BibTeX/)).bytes.toString("utf8");
    expect(bibtex.match(/^@article\{/gm)!.length).toBeGreaterThanOrEqual(evidence);
  });
});

describe("the page as one file", () => {
  it("is made in the page, and opens from the disk at an article beside its printed page", async () => {
    const page = await open();
    const { name, bytes } = await download(page, /HTML/);
    expect(name).toBe("wenmai.html");
    const path = join(folder, "kept.html");
    writeFileSync(path, bytes);
    const kept = await visits.visitMap(pathToFileURL(path).href + TIE, { offline: true });
    await kept.locator(".evidence .link.strong").first().click();
    await kept.locator(".facs li.here").first().waitFor();
    await kept.getByRole("button", { name: "带走" }).click();
    expect(await kept.getByRole("dialog").textContent()).toContain("这一页本身就是那个文件");
    const { bytes: picture } = await download(kept, /PNG/);
    expect(readPng(picture).colours).toBeGreaterThan(200);
  });
});

describe("the dialog", () => {
  it("is worked by keys alone, keeps them to itself, and gives the focus back", async () => {
    const page = await visits.visitMap(served.url);
    const button = page.getByRole("button", { name: "带走" });
    await button.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    // The search's key is not the page's while the dialog is open.
    await page.keyboard.press("/");
    expect(await page.evaluate(() => document.activeElement?.closest("dialog") !== null)).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(() => dialog.count()).toBe(0);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(page.url()).not.toContain("take");
  });
});

/** Size of a PNG and how many colours are in it. Of eight bits, RGBA, not interlaced, as canvases write it. */
function readPng(bytes: Buffer): { width: number; height: number; colours: number } {
  const chunks: Buffer[] = [];
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  expect([...bytes.subarray(24, 29)]).toEqual([8, 6, 0, 0, 0]);
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at))
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT")
      chunks.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  const data = inflateSync(Buffer.concat(chunks));
  const line = width * 4 + 1;
  expect(data.length).toBe(line * height);
  const colours = new Set<number>();
  // Filters make equal colours differ from line to line; within a line without a filter they are as they are.
  for (let y = 0; y < height; y++) {
    const row = decodeLine(data, y, line);
    for (let x = 0; x < row.length; x += 4) colours.add(row.readUInt32BE(x));
  }
  return { width, height, colours: colours.size };
}

/** A line of pixels, its filter undone in place (PNG, section 9). */
function decodeLine(data: Buffer, y: number, line: number): Buffer {
  const filter = data[y * line]!;
  const row = data.subarray(y * line + 1, (y + 1) * line);
  const above = y > 0 ? data.subarray((y - 1) * line + 1, y * line) : Buffer.alloc(line - 1);
  for (let i = 0; i < row.length; i++) {
    const [left, up, corner] = [i < 4 ? 0 : row[i - 4]!, above[i]!, i < 4 ? 0 : above[i - 4]!];
    row[i] = row[i]! + [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!;
  }
  return row;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
