// The page as one HTML file, opened from the disk in a real browser without a network.
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../tools/browser.ts";
import { freshFolder, removeFolders, SAMPLE_META, SAMPLE_PAGES, succeed, wenmai } from "../tools/program.ts";
import { createVisits, typeInSearch, type Visits } from "./visits.ts";

let browser: Browser;
let visits: Visits;
let project: string;
let file: string;

beforeAll(async () => {
  const folder = freshFolder();
  [project, file] = [join(folder, "project"), join(folder, "page.html")];
  await succeed(["build", SAMPLE_PAGES, "--meta", SAMPLE_META, "--out", project]);
  const { stderr } = await succeed(["site", project, "--out", file, "--single-file"]);
  expect(stderr).toMatch(/\d\.\d MB written/);
  browser = await openBrowser();
  // The file itself and nothing else.
  visits = createVisits(browser, (address) => address.split("#")[0] === pathToFileURL(file).href);
});
afterAll(async () => {
  await browser?.close();
  removeFolders();
});
afterEach(async () => {
  expect(await visits.end()).toEqual([]);
});

describe("the page as one file", () => {
  it("shows the graph, and leads from a search over a tie to the article beside its page, without any request", async () => {
    const page = await visits.visitMap(pathToFileURL(file).href, { offline: true });
    await typeInSearch(page, "西藏自治区");
    await page.getByRole("option").first().click();
    await page.locator(".panel.node h2").waitFor();
    await page.locator(".ties button").first().click();
    await page.locator(".evidence blockquote mark").first().waitFor();
    await page.locator(".evidence .link.strong").first().click();
    await page.locator(".facs li.here").first().waitFor();
    expect(await page.locator(".body a.name").count()).toBeGreaterThan(0);
    // The address keeps the view here too.
    const again = await visits.visitMap(page.url(), { offline: true });
    await again.locator(".facs li.here").first().waitFor();
  });

  it("runs nothing but its own script: its policy names it by its hash", async () => {
    const page = await visits.visitMap(pathToFileURL(file).href, { offline: true });
    const policy = (await page.locator("meta[http-equiv]").getAttribute("content"))!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'sha256-[^']+'; style-src 'sha256-[^']+'/);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "globalThis.hit = 1";
      document.head.append(script);
    });
    expect(await page.evaluate(() => "hit" in globalThis)).toBe(false);
    expect(await visits.end()).toEqual(expect.arrayContaining([expect.stringContaining("script-src")]));
  });

  it("is refused with a sentence when it would be too large, and what stood there stays", async () => {
    const before = statSync(file);
    const run = await wenmai(["site", project, "--out", file, "--single-file", "--limit", "0.5"]);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("larger than 0.5 MB");
    expect(run.stderr).toContain("--limit");
    expect(statSync(file).size).toBe(before.size);
    writeFileSync(`${file}.txt`, "mine");
    expect(await wenmai(["site", project, "--out", `${file}.txt`, "--single-file"])).toMatchObject({ code: 1 });
  });
});
