// What a reader does, one test a task, in a real browser: over the sample project as the program builds it, and, where a day
// is not enough, over a made-up project of many days. One page goes through all of a project's tasks, by its address.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, sep } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseDecisions } from "../../src/entities/resolve/decisions.ts";
import type { SiteGraph, SiteProject } from "../../src/export/site-types.ts";
import { overlaps } from "../../viz/src/labels.ts";
import { openBrowser } from "../tools/browser.ts";
import { freshFolder, removeFolders, SAMPLE_META, SAMPLE_PAGES, succeed } from "../tools/program.ts";
import { datedFiles, makeDatedSite } from "../viz/fixture/dated.ts";
import { type Served, servePage } from "./serve.ts";
import { createVisits, painted, placeAtRest, typeInSearch, type Visits } from "./visits.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SMALL = { viewport: { width: 1100, height: 700 } };

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}
declare global {
  var axe: { run(root: Document, options: object): Promise<{ violations: Violation[] }> };
}

let browser: Browser;
let visits: Visits;
let sample: Served;
let dated: Served;
let files: Map<string, string>;
let page: Page;
const graphOf = (map: ReadonlyMap<string, unknown>): SiteGraph =>
  JSON.parse(String(map.get("graph.json"))) as SiteGraph;

const many = makeDatedSite({ names: 160, articles: 500, each: 4, days: 60, papers: 3, seed: 21 });

beforeAll(async () => {
  const folder = freshFolder();
  await succeed(["build", SAMPLE_PAGES, "--meta", SAMPLE_META, "--out", join(folder, "project")]);
  await succeed(["site", join(folder, "project"), "--out", join(folder, "site")]);
  const data = join(folder, "site", "data");
  files = new Map(
    readdirSync(data, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".json"))
      .map((path) => [path.split(sep).join("/"), readFileSync(join(data, path), "utf8")]),
  );
  [browser, sample, dated] = await Promise.all([openBrowser(), servePage(files), servePage(datedFiles(many))]);
  visits = createVisits(browser, (address) => address.startsWith(sample.url) || address.startsWith(dated.url));
}, 200_000);

afterAll(async () => {
  await visits?.end();
  await browser?.close();
  await Promise.all([sample?.close(), dated?.close()]);
  removeFolders();
});

/** Goes on to another place of the same page, as a link in it would. */
async function go(hash: string): Promise<void> {
  await page.goto(page.url().split("#")[0] + hash);
}

const heading = () => page.locator(".panel h2").textContent();
const ledger = () => page.locator(".ledger p").first().textContent();
const place = (node: number) => page.evaluate((i) => globalThis.__wenmai!.position(i), node);
const hash = () => page.evaluate(() => decodeURIComponent(location.hash));

describe("over the sample project", () => {
  beforeAll(async () => {
    page = await visits.visitMap(sample.url, SMALL);
    page.setDefaultTimeout(30_000);
  }, 60_000);
  afterAll(async () => {
    expect(await visits.end()).toEqual([]);
  });

  test("1 arrives: a legible graph, every type, the corpus in a line, the ledger with a way to change it", async () => {
    const project = JSON.parse(files.get("project.json")!) as SiteProject;
    const boxes = await page.evaluate(() => [...globalThis.__wenmai!.labels(), ...globalThis.__wenmai!.regions()]);
    expect(boxes.length).toBeGreaterThan(60);
    expect(overlaps(boxes)).toBe(0);
    for (const count of await page.locator(".sections button:not(.layer, .more) small").allInnerTexts())
      expect(Number(count)).toBeGreaterThan(0);
    expect(await page.locator(".corpus").textContent()).toContain(`${project.counts.articles} 篇文章`);
    expect(await ledger()).toContain(`图上 ${project.drawn.entities} 个实体，共 ${project.counts.entities}`);
    expect(await page.locator(".ledger p button").textContent()).toBe("更改");
  });

  test("2 searches: the middle of a name, initials, a type; and the map stays where it is", async () => {
    const { nodes } = graphOf(files);
    const first = nodes.findIndex((node) => node.name === "西藏自治区");
    for (const [query, name] of [
      ["藏自治", "西藏自治区"],
      ["xzzzq", "西藏自治区"],
      ["xizangzizhiqu", "西藏自治区"],
      ["place 西藏", "西藏自治区"],
    ] as const) {
      await typeInSearch(page, query);
      await page.getByRole("option").filter({ hasText: name }).first().click();
      await expect.poll(heading).toContain(name);
      await page.keyboard.press("Escape");
    }
    // The mouse has moved the hover only; the camera is back where the reader was.
    const before = await placeAtRest(page, first);
    await typeInSearch(page, "没有这个名称");
    await expect.poll(() => page.locator(".hits .why").textContent()).toContain("没有");
    expect(await placeAtRest(page, first)).toEqual(before);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
  });

  test("2 asks in the search box: A × B opens the tie, A → B the paths, type: filters", async () => {
    await typeInSearch(page, "国务院 × 京津冀");
    await page.keyboard.press("Enter");
    await page.locator(".evidence blockquote mark").first().waitFor();
    expect(await hash()).toContain("#/tie/agency:国务院/city_cluster:京津冀");
    await typeInSearch(page, "林周县 -> 长三角");
    await page.keyboard.press("Enter");
    await page.locator(".chain .hop").first().waitFor();
    await typeInSearch(page, "type:机构 stories:>=2");
    await page.keyboard.press("Enter");
    const { nodes } = graphOf(files);
    const fit = nodes.filter((node) => node.type === "agency" && node.stories >= 2 && node.in.content).length;
    await expect.poll(ledger).toContain(`图上 ${fit} 个实体`);
    await go("#/filters?v=1&q=typ:机构");
    await expect.poll(() => page.locator(".fault").textContent()).toContain("没有这个字段");
    await go("#/");
  });

  test("3 reads a name: counts, printed forms, ties by any weight, articles, community", async () => {
    await go("#/node/person:习近平");
    const node = graphOf(files).nodes.find((one) => one.id === "person:习近平")!;
    await expect.poll(() => page.locator(".panel .counts dd").first().textContent()).toBe(String(node.articles));
    const figures = () => page.locator(".ties tbody td:nth-child(4)").allInnerTexts();
    await page.locator(".panel .by select").selectOption("close");
    const close = (await figures()).map((text) => (text === "–" ? 0 : Number(text)));
    expect(close).toEqual([...close].sort((a, b) => b - a));
    expect(close[0]).toBeGreaterThan(0);
    await page.locator(".community-line button").click();
    await expect.poll(() => page.locator(".panel h2").textContent()).toContain("、");
  });

  test("4 reads a tie: its sentences, the whole article with its names, the printed page at the place", async () => {
    await go("#/tie/agency:国务院/city_cluster:京津冀");
    await page.locator(".evidence blockquote mark").first().waitFor();
    expect(await page.locator(".counts dd").allInnerTexts()).toEqual(["5", "1", "5"]);
    await page.locator(".evidence .link.strong").first().click();
    await page.locator(".facs li.here mark").first().waitFor();
    expect(await page.locator(".body a.name").count()).toBeGreaterThan(5);
    expect(await page.locator(".body mark").count()).toBeGreaterThan(0);
    await page.locator(".body a.name").first().click();
    await page.locator(".panel.node").waitFor();
  });

  test("5 asks: paths with options, what names share, two papers compared, each on the map too", async () => {
    await go("#/path/place:林周县/city_cluster:长三角");
    await page.locator(".chain .hop .evidence blockquote").first().waitFor();
    const way = () => page.locator(".chain .stop b").allInnerTexts();
    const straight = await way();
    expect([straight[0], straight.at(-1)]).toEqual(["林周县", "长三角"]);
    await page.getByLabel("避开枢纽").check();
    await expect.poll(hash).toContain("avoid=1");
    await page.locator(".path-options select").selectOption("agency");
    await expect.poll(hash).toContain("via=agency");
    const types = new Map(graphOf(files).nodes.map((node) => [node.name, node.type]));
    await expect
      .poll(async () => (await way()).slice(1, -1).map((name) => types.get(name)))
      .toEqual(expect.arrayContaining(["agency"]));
    for (const name of (await way()).slice(1, -1)) expect(types.get(name)).toBe("agency");
    // Through a third name, and over shared sentences alone; then without it again.
    await go("#/path/place:林周县/city_cluster:长三角");
    await page.getByRole("button", { name: "再经过一个名称" }).click();
    await page.locator(".find input:focus").waitFor();
    await page.keyboard.insertText("昭通市");
    await page.keyboard.press("Enter");
    await expect.poll(hash).toMatch(/^#\/path\/place:林周县\/city_cluster:长三角\/place:昭通市/);
    await page.locator(".chain .stop.asked").nth(2).waitFor();
    expect(await page.locator(".chain .stop.asked b").allInnerTexts()).toEqual(["林周县", "长三角", "昭通市"]);
    await page.getByLabel("只走同句").check();
    await expect.poll(hash).toContain("close=1");
    await page.getByLabel("只走同句").uncheck();
    await page.getByRole("button", { name: "不再经过长三角" }).click();
    await expect.poll(hash).toMatch(/^#\/path\/place:林周县\/place:昭通市/);
    await go("#/common/place:俄罗斯/place:法国");
    await page.locator(".panel table.ties").waitFor();
    expect(await page.locator(".panel").textContent()).toMatch(/同时提到它们的文章 \d+ 篇.*共同联系 \d+ 个/s);
    await page.locator(".tools .word-button", { hasText: "比较" }).click();
    await page.locator(".panel .key.new").waitFor();
    const { project } = { project: JSON.parse(files.get("project.json")!) as SiteProject };
    expect(await heading()).toBe(`《${project.papers[0]!.paper}》 ⇄ 《${project.papers[1]!.paper}》`);
    expect(await page.locator(".panel section").count()).toBeGreaterThan(2);
  });

  test("6 filters: by paper and by stories; the ledger says so, nothing moves, each is taken back", async () => {
    await go("#/");
    await page.locator(".panel").waitFor({ state: "detached" });
    // Seen whole, before and after: a name stands at the same spot.
    const whole = async (): ReturnType<typeof place> => {
      await page.keyboard.press("0");
      await painted(page);
      return place(0);
    };
    const before = await whole();
    const all = await ledger();
    await page.keyboard.press("f");
    await page.getByLabel("昭通日报").check();
    await expect.poll(ledger).toContain("只计《昭通日报》");
    await page.getByLabel("至少几稿").fill("2");
    await expect.poll(ledger).toContain("联系至少 2 稿");
    await page.keyboard.press("Escape");
    await page.locator(".panel").waitFor({ state: "detached" });
    await page.locator(".ledger p button").click();
    for (let left = await page.locator(".choice .undo").count(); left > 0; left--)
      await page.locator(".choice .undo button").first().click();
    await expect.poll(ledger).toBe(all);
    await page.keyboard.press("Escape");
    await expect.poll(whole).toEqual(before);
  });

  test("7 corrects: merges with a way back, renames, and downloads the file that a build takes", async () => {
    const entities = () => page.locator(".ledger b").first().textContent();
    await go("#/node/program:中共中央城市工作会议");
    await page.locator(".panel.node").waitFor();
    const before = await entities();
    await page.locator(".acts.asks button", { hasText: "更正" }).click();
    // Two that no rule may join: nothing changes here, and the way back is the same.
    await page.getByLabel("不与另一个名称合并").fill("中央城市工作会议");
    await page.locator(".correct .target", { hasText: /稿$/ }).first().click();
    await expect.poll(() => page.locator(".toast").textContent()).toContain("不合并");
    await expect.poll(ledger).toContain("1 项手工更正");
    await page.locator(".toast button").click();
    await expect.poll(ledger).not.toContain("手工更正");
    await page.getByLabel("并入另一个名称").fill("中央城市工作会议");
    await page.locator(".correct .target").first().click();
    await expect.poll(heading).toContain("中央城市工作会议");
    await expect.poll(entities).toBe(String(Number(before) - 1));
    expect(await page.locator(".aliases").textContent()).toContain("中共中央城市工作会议");
    await page.locator(".toast button").click();
    await expect.poll(entities).toBe(before);
    await go("#/node/person:习近平");
    await expect.poll(heading).toContain("习近平");
    await page.locator(".acts.asks button", { hasText: "更正" }).click();
    await page.getByLabel("改名").fill("某甲");
    await page.keyboard.press("Enter");
    await expect.poll(heading).toContain("某甲");
    // Kept for the next visit, and told wherever the name is printed.
    await page.reload();
    await expect.poll(heading).toContain("某甲");
    await go("#/corrections");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "下载更正文件" }).click(),
    ]);
    const text = readFileSync((await file.path())!, "utf8");
    expect(parseDecisions(text, "page").map(({ choice }) => choice.kind)).toEqual(["rename"]);
    await page.getByRole("button", { name: "全部撤销" }).click();
    await go("#/node/person:习近平");
    await expect.poll(heading).toContain("习近平");
  });

  test("8 takes the view along: the address opens it again, camera and all; back undoes a step", async () => {
    await go("#/node/agency:国务院?v=1&lang=en&theme=dark&least=2");
    await page.locator(".panel.node").waitFor();
    await page.keyboard.press("+");
    await expect.poll(hash).toContain("at=");
    await painted(page);
    const spot = await placeAtRest(page, 3);
    const kept = await hash();
    await page.locator(".community-line button").click();
    await expect.poll(hash).toContain("#/community/");
    await page.goBack();
    await expect.poll(hash).toBe(kept);
    const same = { x: expect.closeTo(spot.x, 0), y: expect.closeTo(spot.y, 0) };
    await expect.poll(() => place(3)).toEqual(same);
    const other = await visits.visitMap(sample.url + kept, SMALL);
    await expect.poll(() => other.evaluate(() => globalThis.__wenmai!.position(3))).toEqual(same);
    expect(await other.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
    expect(await other.locator(".ledger p").textContent()).toContain("at least 2 stories");
    await other.close();
  });

  test("6 re-arranges on request alone, says so, and puts everything back", async () => {
    await go("#/");
    await page.locator(".panel").waitFor({ state: "detached" });
    await page.keyboard.press("0");
    await painted(page);
    const [before, all] = [await placeAtRest(page, 0), await ledger()];
    await page.getByRole("button", { name: "重排" }).click();
    await expect.poll(ledger).toContain("位置已重排");
    await expect.poll(() => place(0)).not.toEqual(before);
    const boxes = await page.evaluate(() => globalThis.__wenmai!.labels());
    expect(overlaps(boxes)).toBe(0);
    await page.getByRole("button", { name: "还原位置" }).click();
    await expect.poll(ledger).toBe(all);
    await page.keyboard.press("0");
    await expect.poll(() => place(0)).toEqual(before);
  });

  test("a whole task by keyboard alone: search, tie, evidence, article, and back", async () => {
    await go("#/");
    await page.locator(".panel").waitFor({ state: "detached" });
    await page.keyboard.press("/");
    await page.keyboard.type("gwy");
    await page.keyboard.press("Enter");
    await expect.poll(heading).toContain("国务院");
    await page.locator(".map").focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => page.locator("[aria-live]").textContent()).toMatch(/国务院 — .+：\d+ 篇，\d+ 稿，\d+ 报/);
    await page.keyboard.press("e");
    await page.locator(".evidence blockquote").first().waitFor();
    await page.keyboard.press("a");
    await page.locator(".body p").first().waitFor();
    for (const seen of [".panel.drawer", ".panel.node"]) {
      await page.keyboard.press("Escape");
      await page.locator(seen).waitFor();
    }
    await page.keyboard.press("p");
    await page.keyboard.insertText("林周县");
    await page.keyboard.press("Enter");
    await page.locator(".chain .stop").first().waitFor();
    await page.keyboard.press("l");
    await page.locator(".table tbody tr").first().waitFor();
    await page.keyboard.press("?");
    expect(await page.locator(".help dt").count()).toBeGreaterThan(8);
    await page.keyboard.press("Escape");
  });

  test("the table holds what the map holds, sorts, and opens", async () => {
    await go("#/?v=1&table=1&without=place");
    const rows = page.locator(".table tbody tr");
    const { names, ties } = await page.evaluate(() => globalThis.__wenmai!.drawn());
    await expect.poll(() => rows.count()).toBe(Math.min(names, 200));
    expect(await page.locator(".table .switch small").textContent()).toContain(`${names} 个名称，${ties} 条联系`);
    expect(await page.locator(".table td.type").allInnerTexts()).not.toContain("地点");
    await page.locator(".table th.articles button").click();
    const articles = (await page.locator(".table td.articles").allInnerTexts()).map(Number);
    expect(articles).toEqual([...articles].sort((a, b) => b - a));
    await page.locator(".table .switch button", { hasText: "联系" }).click();
    await page.locator(".table td.first button").first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator(".panel.drawer .pair").waitFor();
  });

  test("axe finds nothing to complain of, in any state, light and dark", async () => {
    const states = [
      "#/",
      "#/node/agency:国务院",
      "#/tie/agency:国务院/city_cluster:京津冀",
      "#/tie/agency:国务院/city_cluster:京津冀/article/000_2a8df9d1a5b17eec%23a1",
      "#/communities",
      "#/community/1",
      "#/path/place:林周县/city_cluster:长三角",
      "#/path/place:林周县/city_cluster:长三角/agency:国务院?v=1&close=1",
      "#/common/place:俄罗斯/place:法国",
      "#/compare/paper/河北日报/昭通日报",
      "#/filters",
      "#/corrections",
      "#/?v=1&papers=昭通日报",
      "#/node/person:无此人",
      "#/?v=1&table=1",
    ];
    await page.evaluate(AXE);
    for (const theme of ["light", "dark"])
      for (const state of states) {
        await go(`${state}${state.includes("?") ? "&" : "?v=1&"}theme=${theme}`);
        await page.waitForFunction(() => !document.querySelector("[aria-busy]"));
        const found = await page.evaluate(
          async (options) =>
            (await globalThis.axe.run(document, options)).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
          // Themes differ in their colours alone.
          {
            resultTypes: ["violations"],
            ...(theme === "dark" && { runOnly: { type: "rule", values: ["color-contrast"] } }),
          },
        );
        expect(found, `${state} ${theme}`).toEqual([]);
      }
  }, 120_000);
});

describe("over a project of many days", () => {
  beforeAll(async () => {
    page = await visits.visitMap(dated.url, SMALL);
    page.setDefaultTimeout(30_000);
  }, 60_000);
  afterAll(async () => {
    expect(await visits.end()).toEqual([]);
  });

  test("6 times: a window over the bars counts ties anew from its articles; positions stay; keys move its ends", async () => {
    const before = await placeAtRest(page, 0);
    await page.keyboard.press("t");
    const plot = page.locator(".plot svg");
    await plot.waitFor();
    const box = (await plot.boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.25, box.y + 30);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.4, box.y + 30, { steps: 3 });
    await page.mouse.up();
    await expect.poll(hash).toMatch(/from=2025-01-1\d&to=2025-01-2\d/);
    const [, from, to] = /from=([\d-]+)&to=([\d-]+)/.exec(await hash())!;
    const inside = many.articles.filter(
      (entry) => entry.kind !== "masthead" && entry.date !== null && entry.date >= from! && entry.date <= to!,
    ).length;
    // A continued text counts where it begins, so that the figure may differ by those at the edges.
    const told = Number(/窗口内 ([\d,]+) 篇/.exec((await page.locator(".figures").textContent())!)![1]!);
    expect(Math.abs(told - inside)).toBeLessThanOrEqual(3);
    await expect.poll(ledger).toContain("只计2025年1月");
    // What it leaves out stays, hollow; whoever does not want that takes it away.
    await expect.poll(ledger).toMatch(/空心、点线是没有计入的 \d+ 个名称、\d+ 条联系/);
    expect(await page.locator(".ghosts li").count()).toBeGreaterThan(1);
    await page.locator(".ledger p button").click();
    await page.getByLabel("空心画出没有计入的").uncheck();
    await expect.poll(ledger).not.toContain("空心");
    expect(await hash()).toContain("ghosts=0");
    await page.getByLabel("空心画出没有计入的").check();
    await page.keyboard.press("Escape");
    await page.getByRole("slider", { name: "窗口终点" }).focus();
    await page.keyboard.press("End");
    await expect.poll(hash).not.toContain("to=2025-01");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "全部时间" }).click();
    await page.locator(".strip-time .close").click();
    await expect.poll(() => page.locator(".plot").count()).toBe(0);
    await expect.poll(ledger).not.toContain("空心");
    await expect.poll(() => place(0)).toEqual(before);
  });

  test("3 and 4 read when a name and a tie are printed: bars that follow the window, said in words too", async () => {
    const at = many.graph.edges.findIndex((edge) => edge.layer === "content" && edge.articles > 4);
    const { source, target, texts } = many.graph.edges[at]!;
    const [a, b] = [source, target].map((end) => many.graph.nodes[end]!);
    await go(`#/node/${a!.id}`);
    const figure = page.locator(".times");
    await expect.poll(() => figure.locator("figcaption").textContent()).toMatch(/^最多 2025年\d+月\d+日.*\d 篇/);
    expect(await figure.locator("svg").getAttribute("aria-label")).toMatch(/何时见报，每日一条：60 条里 \d+ 条有文章/);
    await go(`#/tie/${a!.id}/${b!.id}?v=1&from=2025-01-01&to=2025-01-30`);
    const [, inside, all] = /窗口内 (\d+) 篇，共 (\d+)/.exec((await figure.locator("figcaption").textContent())!)!;
    expect(Number(all)).toBeLessThanOrEqual(texts);
    expect(Number(inside)).toBeLessThan(Number(all));
    // How many share a sentence is not in the counts of a part: it is read from its articles, here of one sentence each.
    const read = page.locator(".bar-ev span", { hasText: "同句" });
    await expect.poll(() => read.textContent()).toBe(`同句 ${await page.locator(".counts dd").first().textContent()}`);
    await figure.getByRole("button", { name: "打开时间轴" }).click();
    await page.locator(".plot svg").waitFor();
    await go("#/");
  });

  test("5 compares a window with the one before it", async () => {
    await go("#/?v=1&time=1&from=2025-01-20&to=2025-01-31");
    await page.getByRole("button", { name: "与前一段比较" }).click();
    await page.locator(".panel .key.gone").waitFor();
    expect(await hash()).toContain("#/compare/period/2025-01-08..2025-01-19/2025-01-20..2025-01-31");
    const figures = await page.locator(".panel section").first().locator("td:last-child").allInnerTexts();
    for (const figure of figures) expect(figure).toMatch(/^0 → [1-9]/);
  });

  test("on a phone: every target is 44 pixels high, the panel is a sheet, time and filters fit", async () => {
    const phone = await visits.visitMap(`${dated.url}#/node/${many.graph.nodes[0]!.id}`, {
      viewport: { width: 390, height: 780 },
      hasTouch: true,
    });
    page = phone;
    for (const state of [`#/node/${many.graph.nodes[0]!.id}`, "#/filters", "#/?v=1&time=1", "#/communities"]) {
      await go(state);
      await page.waitForFunction(() => !document.querySelector("[aria-busy]"));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>("button, select, input:not([type=checkbox], [type=radio])")]
          .filter(
            (element) => element.offsetParent !== null && !element.closest(".sr, .skip, p, h2, h3, .community-line"),
          )
          .map((element) => [element.className || element.textContent, element.getBoundingClientRect().height] as const)
          .filter(([, height]) => height > 0 && height < 43.5),
      );
      // The grabber is a bar at the sheet's rim; the whole rim takes it.
      expect(
        small.filter(([name]) => name !== "grab"),
        state,
      ).toEqual([]);
    }
  });
});
