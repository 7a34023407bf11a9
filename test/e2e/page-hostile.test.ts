// Names, headlines and papers that try to be markup, scripts, directions, ten thousand characters: the page shows them as text
// and nothing else. Once of counted tables (names that no reader of newspapers would find), once of printed pages through
// the whole program and its own server.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { SaxesParser } from "saxes";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { siteFiles } from "../../src/export/site.ts";
import { writeOneFile } from "../../src/export/site-one-file.ts";
import type { SiteGraph } from "../../src/export/site-types.ts";
import { HOSTILE_NAMES, hostileProject, openCounted } from "../fixtures/export/hostile.ts";
import { openBrowser } from "../tools/browser.ts";
import { freshFolder, removeFolders, start, succeed } from "../tools/program.ts";
import { unzip } from "../tools/unzip.ts";
import { type Served, servePage } from "./serve.ts";
import { createVisits, type Visits } from "./visits.ts";

const IMAGE = '<img src=x onerror="globalThis.hit=1">';
const SCRIPT = '</script><script>globalThis.hit=1</script><!--<script>"';
const LONG = `长名${"<b>长</b>".repeat(1250)}`;
const NAMES = [
  IMAGE,
  SCRIPT,
  '"><svg/onload=globalThis.hit=1>',
  "javascript:globalThis.hit=1",
  LONG,
  "零\0号",
  ...HOSTILE_NAMES,
];

let browser: Browser;
let served: Served;
let visits: Visits;
let folder: string;
let file: string;
let graph: SiteGraph;
let home: string;

beforeAll(async () => {
  folder = freshFolder();
  file = join(folder, "page.html");
  const db = await openCounted(hostileProject(NAMES));
  const files = new Map<string, unknown>();
  for await (const { path, value } of siteFiles(db)) files.set(path.slice("data/".length), value);
  await writeOneFile(db, file);
  db.close();
  graph = files.get("graph.json") as SiteGraph;
  // A database holds no lone surrogate; a file of JSON does.
  const nodes = graph.nodes.map((node) => (node.name === "甲" ? { ...node, name: "甲\ud800乙\udc00" } : node));
  graph = { ...graph, nodes };
  files.set("graph.json", graph);
  browser = await openBrowser();
  served = await servePage(files);
  home = served.url;
  visits = createVisits(browser, (address) => address.startsWith(home) || address.startsWith(pathToFileURL(file).href));
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  removeFolders();
});
afterEach(async () => {
  expect(await visits.end()).toEqual([]);
});

/** Nothing ran, nothing was made of a name, nothing is wider than the window. */
async function expectHarmless(page: Page): Promise<void> {
  const seen = await page.evaluate(() => ({
    hit: "hit" in globalThis,
    made: document.querySelectorAll("img, iframe, object, embed, [onload], [onerror], body b b, svg svg").length,
    scripts: [...document.scripts].filter(({ type }) => type !== "application/json").length,
    wide: document.documentElement.scrollWidth - innerWidth,
  }));
  expect(seen).toEqual({ hit: false, made: 0, scripts: 1, wide: 0 });
}

async function openName(page: Page, typed: string, name: string): Promise<void> {
  await page.keyboard.press("/");
  await page.locator(".find input").fill(typed);
  await page.getByRole("option").first().click();
  await expect.poll(() => page.locator(".panel h2").textContent()).toContain(name.slice(0, 20));
}

describe.each([
  ["served", () => home],
  ["as one file", () => pathToFileURL(file).href],
])("hostile names, %s", (_, address) => {
  it("are found, opened, tied, read in their article and listed, as text", async () => {
    const page = await visits.visitMap(address());
    await expectHarmless(page);
    await openName(page, "onerror", IMAGE);
    await expectHarmless(page);
    await page.locator(".ties button").first().click();
    await page.locator(".evidence blockquote").first().waitFor();
    await expectHarmless(page);
    await page.locator(".evidence .link.strong").first().click();
    await page.locator(".facs li.here").first().waitFor();
    expect(await page.locator(".body").textContent()).toContain("</script><script>globalThis.hit=1</script>");
    await expectHarmless(page);
    for (let step = 0; step < 3; step++) await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /^社群/ }).click();
    await page.locator(".communities li").first().waitFor();
    await expectHarmless(page);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "列表" }).click();
    await expect.poll(() => page.locator(".table").textContent()).toContain(IMAGE);
    await expectHarmless(page);
  });

  it("are clipped where they are long: a name of ten thousand characters leaves room for what is said of it", async () => {
    for (const viewport of [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ]) {
      const page = await visits.visitMap(address(), { viewport });
      await openName(page, "长名", "长名");
      const heading = (await page.locator(".panel h2").boundingBox())!;
      expect(heading.height).toBeLessThan(viewport.height / 3);
      const counts = (await page.locator(".panel .counts").boundingBox())!;
      expect(counts.y + counts.height).toBeLessThan(viewport.height);
      expect(page.url().length).toBeLessThanOrEqual(2100);
      await expectHarmless(page);
    }
  });
});

describe("what is taken away of hostile names", () => {
  it("is whole: SVG and GEXF are well-formed, the page as one file opens", async () => {
    const page = await visits.visitMap(home);
    await page.getByRole("button", { name: "带走" }).click();
    const download = async (name: RegExp): Promise<Buffer> => {
      const button = page.getByRole("dialog").getByRole("button", { name });
      const [saved] = await Promise.all([page.waitForEvent("download"), button.click()]);
      expect(saved.suggestedFilename()).toMatch(/^[^\\/:*?"<>|\s]+$/);
      const path = join(folder, saved.suggestedFilename());
      await saved.saveAs(path);
      return readFileSync(path);
    };
    const wellFormed = (xml: string): void => {
      const parser = new SaxesParser({ xmlns: true });
      parser.on("error", (error) => {
        throw error;
      });
      parser.write(xml).close();
    };
    const svg = (await download(/SVG/)).toString("utf8");
    wellFormed(svg);
    expect(svg).not.toMatch(/<(script|img|b)\b/);
    const archive = unzip(await download(/GEXF/));
    wellFormed(archive.get("graph.gexf")!);
    expect(JSON.parse(archive.get("manifest.json")!).stripped).toBeGreaterThan(0);
    writeFileSync(file, await download(/HTML/));
    await expectHarmless(await visits.visitMap(pathToFileURL(file).href, { offline: true }));
  });
});

describe("hostile pages through the whole program and its server", () => {
  it("are shown as text under the server's policy", async () => {
    const pages = join(folder, "pages");
    mkdirSync(pages);
    const body = "习近平在拉萨市会见西藏自治区党委负责同志。国务院印发通知，要求拉萨市委抓好落实。";
    writeFileSync(
      join(pages, "a&b.txt"),
      `${IMAGE}\n${body}\n${SCRIPT}\n习近平强调，${IMAGE}拉萨市委要抓好落实。\u202e\n`,
    );
    writeFileSync(
      join(folder, "meta.csv"),
      `page,paper,place,date\na&b,"${SCRIPT.replaceAll('"', '""')}",拉萨,2025-08-29\n`,
    );
    await succeed(["build", pages, "--meta", join(folder, "meta.csv"), "--out", join(folder, "project")]);
    const server = start(["serve", join(folder, "project"), "--port", "0"]);
    try {
      home = await new Promise<string>((resolve, reject) => {
        let said = "";
        server.stdout!.setEncoding("utf8").on("data", (chunk: string) => {
          said += chunk;
          const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
          if (url) resolve(url);
        });
        server.on("close", () => reject(new Error(said)));
      });
      const policy = (await fetch(home)).headers.get("content-security-policy")!;
      expect(policy).toMatch(/default-src 'self'/);
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      const page = await visits.visitMap(home);
      await openName(page, "习近平", "习近平");
      await page.locator(".ties button").first().click();
      await page.locator(".evidence blockquote").first().waitFor();
      await page.locator(".evidence .link.strong").first().click();
      await page.locator(".facs li.here").first().waitFor();
      expect(await page.locator(".facs").textContent()).toContain(IMAGE);
      expect(await page.locator(".corpus").textContent()).toContain("</script>");
      await expectHarmless(page);
      await visits.end().then((problems) => expect(problems).toEqual([]));
    } finally {
      home = served.url;
      server.kill();
    }
  });
});
