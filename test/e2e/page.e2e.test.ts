// The built page in a real browser, under a strict content policy. Needs `vite build viz` beforehand and a browser
// (test/tools/browser.ts says which). Asserts what is seen and said, never how fast.
import { existsSync } from "node:fs";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SiteArticle, SiteEntity, SiteGraph, SiteProject } from "../../src/export/site-types.ts";
import { overlaps } from "../../viz/src/labels.ts";
import { openBrowser } from "../tools/browser.ts";
import { makeLargeSite } from "../viz/fixture/large.ts";
import { makeSite } from "../viz/fixture/site.ts";
import { type Served, servePage } from "./serve.ts";
import { createVisits, placeAtRest, typeInSearch, type Visits } from "./visits.ts";

const files = makeSite();
const graph = files.get("graph.json") as SiteGraph;
const XI = "person:习近平";
const PARTY = "agency:西藏自治区党委";

let browser: Browser;
let served: Served;
let visits: Visits;
/** Where pages are served; a request to any other place is a problem. */
const homes: string[] = [];
const serving: Served[] = [];

beforeAll(async () => {
  if (!existsSync(new URL("../../dist/viz/index.html", import.meta.url)))
    throw new Error("dist/viz is missing: run `npx vite build viz` first");
  browser = await openBrowser();
  visits = createVisits(browser, (address) => homes.some((home) => address.startsWith(home)));
  served = await serve(files);
}, 60_000);

// A page is closed before what serves it, or it would report the answers that it still waits for.
afterAll(async () => {
  await visits?.end();
  await browser?.close();
  await Promise.all(serving.map((one) => one.close()));
});

async function serve(data: ReadonlyMap<string, unknown>): Promise<Served> {
  const one = await servePage(data);
  serving.push(one);
  homes.push(one.url);
  return one;
}

/** What pages complained of since the last time; none is open afterwards. */
const expectNoProblems = async (but = /^$/): Promise<void> =>
  expect((await visits.end()).filter((problem) => !but.test(problem))).toEqual([]);

const visitMap = (hash = "", options: BrowserContextOptions = {}): Promise<Page> =>
  visits.visitMap(served.url + hash, options);

const nodeAt = (page: Page, id: string): Promise<{ x: number; y: number }> =>
  page.evaluate(
    (i) => globalThis.__wenmai!.position(i),
    graph.nodes.findIndex((node) => node.id === id),
  );

const edge = graph.edges.find(
  (one) =>
    one.layer === "content" &&
    [XI, PARTY].includes(graph.nodes[one.source]!.id) &&
    [XI, PARTY].includes(graph.nodes[one.target]!.id),
)!;

describe("the map", () => {
  let page: Page;
  beforeAll(async () => {
    page = await visitMap();
  });
  afterAll(() => expectNoProblems());

  test("is drawn with names that do not overlap, at three zooms and in two windows", async () => {
    const apart = async (): Promise<number> => {
      const [a, b] = [await nodeAt(page, XI), await nodeAt(page, PARTY)];
      return Math.hypot(a.x - b.x, a.y - b.y);
    };
    const before = await apart();
    for (const size of [
      { width: 1440, height: 900 },
      { width: 1024, height: 640 },
    ]) {
      await page.setViewportSize(size);
      await page.keyboard.press("0");
      for (let step = 0; step < 3; step++) {
        await placeAtRest(page, 0);
        const boxes = await page.evaluate(() => [...globalThis.__wenmai!.labels(), ...globalThis.__wenmai!.regions()]);
        expect(boxes.length).toBeGreaterThan(step === 0 ? 60 : 5);
        expect(overlaps(boxes)).toBe(0);
        if (step < 2) await page.keyboard.press("+");
      }
    }
    await expect.poll(apart).toBeGreaterThan(before);
    await page.setViewportSize({ width: 1440, height: 900 });
    const canvas = await page.screenshot({ clip: { x: 0, y: 110, width: 1440, height: 700 } });
    expect(canvas.byteLength).toBeGreaterThan(30_000);
    await page.keyboard.press("0");
  });

  test("names its communities", async () => {
    await expect.poll(() => page.evaluate(() => globalThis.__wenmai!.regions().length)).toBeGreaterThan(3);
    await page.getByRole("button", { name: /^社群/ }).click();
    await expect.poll(() => page.locator(".communities li").count()).toBe(graph.communities.length);
    await page.keyboard.press("Escape");
  });

  test("says how much of how much is shown, and changes it on request", async () => {
    const project = files.get("project.json") as SiteProject;
    const ledger = page.locator(".ledger p");
    await expect
      .poll(() => ledger.textContent())
      .toContain(`图上 ${project.content.entities} 个实体，共 ${project.counts.entities}`);
    await ledger.getByRole("button").click();
    await page.getByLabel(/全部联系/).check();
    await expect.poll(() => ledger.textContent()).toContain(project.content.edges.toLocaleString("en-US"));
    await expect.poll(() => page.url()).toContain("ties=all");
    await page.keyboard.press("Escape");
    await page.locator(".choice").waitFor({ state: "detached" });
  });

  test("the legend is the filter", async () => {
    await page.getByRole("button", { name: /^地点/ }).click();
    const places = new Set(graph.nodes.filter((node) => node.type === "place").map((node) => node.name));
    const names = () => page.evaluate(() => globalThis.__wenmai!.labels().map((label) => label.name));
    await expect.poll(async () => (await names()).filter((name) => places.has(name))).toEqual([]);
    await expect.poll(() => page.locator(".ledger p").textContent()).toContain("已收起地点");
  });

  test("a search says when there is nothing, and what is near", async () => {
    await typeInSearch(page, "昭通市委");
    await expect.poll(() => page.locator(".hits .why").textContent()).toContain("没有“昭通市委”");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".panel h2").textContent()).toContain("拉萨市委");
  });
});

describe("a project of 2,000 names", () => {
  const big = makeLargeSite();
  const { nodes } = big.get("graph.json") as SiteGraph;
  const last = nodes.at(-1)!;
  let site: Served;
  let page: Page;
  beforeAll(async () => {
    site = await serve(big);
    page = await visits.visitMap(site.url);
  });
  afterAll(() => expectNoProblems());

  // In one turn of the page: read one after the other, the map may have changed between them.
  const shown = () =>
    page.evaluate(() => ({
      ...globalThis.__wenmai!.drawn(),
      ledger: document.querySelector(".ledger p")!.textContent!,
    }));

  /** What is shown once two looks, further apart than the camera's rest (160 ms), see the same. */
  async function shownAtRest(): ReturnType<typeof shown> {
    let last = await shown();
    const isAsBefore = async (): Promise<boolean> => {
      const before = JSON.stringify(last);
      last = await shown();
      return JSON.stringify(last) === before;
    };
    await page.waitForTimeout(400);
    await expect.poll(isAsBefore, { interval: 400, timeout: 10_000 }).toBe(true);
    return last;
  }

  test("arrives with its first 300, says so, and shows more on request, at the same places", async () => {
    const { names, ties, ledger } = await shownAtRest();
    expect([names, ties <= 900]).toEqual([300, true]);
    expect(ledger).toContain(`图上 300 个实体，共 2,000；${ties} 条联系`);
    expect(ledger).toContain("只画最重要的 300 个");
    const boxes = await page.evaluate(() => [...globalThis.__wenmai!.labels(), ...globalThis.__wenmai!.regions()]);
    expect(boxes.length).toBeGreaterThan(100);
    expect(overlaps(boxes)).toBe(0);
    const place = () => page.evaluate(() => globalThis.__wenmai!.position(0));
    const before = await place();
    await page.locator(".ledger p button").click();
    await page.getByLabel("前 1,000 个").check();
    const thousand = { names: 1000, ledger: expect.stringContaining("图上 1,000 个实体") };
    await expect.poll(() => shown()).toMatchObject(thousand);
    await expect.poll(() => page.url()).toContain("names=1000");
    expect(await place()).toEqual(before);
    await page.getByLabel("全部 2,000 个").check();
    await expect.poll(async () => (await shown()).names).toBe(2000);
    expect(await place()).toEqual(before);
    await page.goto(`${site.url}#/?names=1000`);
    await expect.poll(() => shown()).toMatchObject(thousand);
    await page.goto(`${site.url}#/`);
    await expect.poll(async () => (await shown()).names).toBe(300);
  });

  test("a name that is not drawn is found and then drawn, and the ledger counts it", async () => {
    await typeInSearch(page, last.name);
    await page.getByRole("option").filter({ hasText: last.name }).first().click();
    await expect.poll(() => page.locator(".panel h2").textContent()).toContain(last.name);
    await expect
      .poll(() => page.evaluate(() => globalThis.__wenmai!.labels().map((label) => label.name)))
      .toContain(last.name);
    const { names, ledger } = await shownAtRest();
    expect(names).toBeGreaterThan(300);
    const [, added] = /另画某\D*\d+未入选的 (\d+) 个名称/.exec(ledger)!;
    const [, zoomed = "0"] = /放大处另画 (\d+) 个/.exec(ledger) ?? [];
    expect(300 + Number(added) + Number(zoomed)).toBe(names);
  });

  test("where one looks closer there are more names, and none overlap", async () => {
    await page.goto(`${site.url}#/`);
    await page.locator(".panel").waitFor({ state: "detached" });
    await page.keyboard.press("0");
    await expect.poll(async () => (await shown()).names).toBe(300);
    for (const key of ["+", "+", "+"]) {
      await page.keyboard.press(key);
      await page.waitForTimeout(100);
    }
    await expect.poll(async () => (await shown()).names).toBeGreaterThan(330);
    const { names, ledger } = await shownAtRest();
    const [, zoomed] = /放大处另画 (\d+) 个/.exec(ledger)!;
    expect(names).toBe(300 + Number(zoomed));
    expect(overlaps(await page.evaluate(() => [...globalThis.__wenmai!.labels()]))).toBe(0);
    await page.keyboard.press("0");
    await expect.poll(async () => (await shown()).names).toBe(300);
  });
});

describe("panels", () => {
  let page: Page;
  beforeAll(async () => {
    page = await visitMap();
  });
  afterAll(() => expectNoProblems());
  const go = async (hash: string): Promise<void> => {
    await page.goto(served.url + hash);
  };

  test("a click on a node opens it with its counts, Esc closes it and the focus goes back", async () => {
    const node = graph.nodes.find((one) => one.id === XI)!;
    const { x, y } = await nodeAt(page, XI);
    await page.mouse.click(x, y);
    await expect.poll(() => page.locator(".panel h2").textContent()).toContain("习近平");
    expect(await page.locator(".panel .counts dd").allInnerTexts()).toEqual(
      expect.arrayContaining([String(node.articles), String(node.stories), String(node.papers)]),
    );
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("panel-title");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".panel").count()).toBe(0);
  });

  test("a name tells its offices and why its forms are one; an office opens the article at its sentence", async () => {
    const at = graph.nodes.findIndex((node) => node.id === XI);
    const article = graph.nodes[at]!.in.content![0]!;
    const { title, sentences } = files.get(`article/${article}.json`) as SiteArticle;
    const sentence = sentences.length - 1;
    const party = graph.nodes.find((node) => node.id === PARTY)!;
    const told: SiteEntity = {
      entity: XI,
      relations: [
        {
          predicate: "holds_office",
          subject: { entity: XI, type: "person", name: "习近平" },
          object: { entity: PARTY, type: party.type, name: party.name },
          label: "总书记",
          first_date: "2025-08-29",
          last_date: "2025-08-29",
          articles: 1,
          stories: 1,
          prints: [{ article, sentence }],
        },
      ],
      relations_total: 1,
      names: [{ surface: "习主席", rule: "surname-and-title", reason: "consistency: 习主席 → 习近平", times: 2 }],
    };
    const own = await serve(new Map([...files, [`entity/${at}.json`, told]]));
    const page = await visits.visitMap(`${own.url}#/node/${XI}`);
    await page.locator(".aliases li", { hasText: "习主席" }).waitFor();
    expect(await page.locator(".aliases li", { hasText: "习主席" }).textContent()).toContain("姓加职务，据同文");
    const office = page.locator(".stated li").first();
    expect(await office.locator(".other").textContent()).toContain(party.name);
    await office.locator(".said", { hasText: "总书记" }).click();
    await page.locator(".panel.spread .here b").first().waitFor();
    expect(await page.locator(".panel.spread .headline").textContent()).toContain(title.trim().slice(0, 2));
    expect(await page.evaluate(() => document.querySelector(".here")!.getBoundingClientRect().top)).toBeLessThan(900);
  });

  test("a tie shows its stories, each with both names marked", async () => {
    await go(`#/tie/${encodeURIComponent(XI)}/${encodeURIComponent(PARTY)}`);
    await page.locator(".evidence blockquote").first().waitFor();
    const quotes = page.locator(".evidence > li");
    await expect.poll(() => quotes.count()).toBe(edge.stories);
    const surfaces = (id: string): Set<string> =>
      new Set(
        [...files]
          .filter(([path]) => path.startsWith("article/"))
          .flatMap(([, value]) => (value as SiteArticle).mentions)
          .filter((mention) => mention.entity === id)
          .map((mention) => mention.surface),
      );
    for (let i = 0; i < edge.stories; i++) {
      const marked = await quotes.nth(i).locator("mark").allInnerTexts();
      for (const id of [XI, PARTY]) expect(marked.some((text) => surfaces(id).has(text))).toBe(true);
    }
  });

  test("a click on a line opens a tie", async () => {
    await go("#/");
    await page.locator(".panel").waitFor({ state: "detached" });
    await page.keyboard.press("0");
    await placeAtRest(page, 0);
    const spot = await page.evaluate(
      ([nodes, edges]) => {
        const at = (i: number) => globalThis.__wenmai!.position(i);
        const free = (p: { x: number; y: number }) =>
          nodes.every((i) => Math.hypot(at(i).x - p.x, at(i).y - p.y) > 24) &&
          [...globalThis.__wenmai!.labels(), ...globalThis.__wenmai!.regions()].every((box) => {
            const top = document.querySelector(".map")!.getBoundingClientRect().top;
            return p.x < box.left - 4 || p.x > box.right + 4 || p.y - top < box.top - 4 || p.y - top > box.bottom + 4;
          });
        for (const [s, t] of edges)
          for (let step = 0.3; step < 0.7; step += 0.02) {
            const [a, b] = [at(s), at(t)];
            const p = { x: a.x + (b.x - a.x) * step, y: a.y + (b.y - a.y) * step };
            if (free(p)) return p;
          }
        return null;
      },
      [
        graph.nodes.flatMap((node, i) => (node.in.content ? [i] : [])),
        graph.edges.filter((one) => one.backbone).map((one) => [one.source, one.target] as const),
      ] as const,
    );
    expect(spot).not.toBeNull();
    await page.mouse.click(spot!.x, spot!.y);
    await page.locator(".panel.drawer").waitFor();
    expect(await page.locator(".pair button").count()).toBe(2);
  });
});

describe("the look", () => {
  afterAll(() => expectNoProblems());

  test("dark and English are one click away, stay in the address, and change what is drawn", async () => {
    const page = await visitMap();
    const paper = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.body).getPropertyValue("--paper"));
    const light = await paper();
    await page.locator("button.theme").click();
    await expect.poll(paper).not.toBe(light);
    await page.locator("button.lang").click();
    await expect.poll(() => page.locator(".sections").textContent()).toContain("Agencies");
    expect(page.url()).toMatch(/lang=en.*theme=dark/);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
  });

  test("follows the system's dark", async () => {
    const page = await visitMap("", { colorScheme: "dark" });
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
  });

  test("holds on a phone of 360 pixels without sideways scrolling", async () => {
    const page = await visitMap(`#/tie/${encodeURIComponent(XI)}/${encodeURIComponent(PARTY)}`, {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
    });
    await page.locator(".evidence blockquote").first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    const panel = (await page.locator(".panel").boundingBox())!;
    expect(panel.y).toBeGreaterThan(200);
    await page.locator(".panel .grab").click();
    await expect.poll(async () => (await page.locator(".panel").boundingBox())!.y).toBeLessThan(60);
  });
});

describe("when things go wrong", () => {
  test("missing data, a foreign format and an empty project each say so in a sentence", async () => {
    const project = files.get("project.json") as SiteProject;
    const cases: [Map<string, unknown>, RegExp][] = [
      [new Map(), /没有取到/],
      [new Map([...files, ["project.json", { ...project, format: 99 }]]), /不认识/],
      [new Map([...files, ["graph.json", "{"]]), /没有读完/],
      [new Map([...files, ["graph.json", { nodes: [], edges: [], communities: [] }]]), /还没有实体/],
    ];
    for (const [data, said] of cases) {
      const page = await visits.visit((await serve(data)).url);
      await expect.poll(() => page.locator(".plate .say").textContent(), { timeout: 10_000 }).toMatch(said);
    }
    // A missing file is itself a line in the browser's console.
    await expectNoProblems(/Failed to load resource/);
  });

  test("without WebGL the map is drawn on canvas, and a name, a tie and an article are a click away", async () => {
    const page = await visits.visit("about:blank");
    await page.addInitScript(() => {
      const real = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind.startsWith("webgl") ? null : Reflect.apply(real, this, [kind, ...rest]);
      } as typeof real;
    });
    await page.goto(served.url);
    await page.waitForFunction(() => (globalThis.__wenmai?.labels().length ?? 0) > 0, null, { timeout: 20_000 });
    const labels = await page.evaluate(() => globalThis.__wenmai!.labels());
    expect(overlaps(labels)).toBe(0);
    // Under a mark its own colour; the same place moves with the camera.
    const colour = ({ x, y }: { x: number; y: number }): Promise<number[]> =>
      page.evaluate(
        ([left, top]) => {
          const canvas = document.querySelector<HTMLCanvasElement>(".sigma-nodes")!;
          const box = canvas.getBoundingClientRect();
          const copy = document.createElement("canvas").getContext("2d")!;
          copy.drawImage(canvas, left! - box.left, top! - box.top, 1, 1, 0, 0, 1, 1);
          return [...copy.getImageData(0, 0, 1, 1).data];
        },
        [x, y],
      );
    const before = await nodeAt(page, XI);
    const person = await colour(before);
    expect(person[3]).toBe(255);
    expect(Math.max(...person.slice(0, 3)) - Math.min(...person.slice(0, 3))).toBeGreaterThan(60);
    await page.mouse.move(before.x + 200, before.y + 100);
    await page.mouse.wheel(0, -400);
    await expect.poll(async () => (await nodeAt(page, XI)).x).not.toBe(before.x);
    await page.keyboard.press("0");
    await expect.poll(async () => Math.abs((await nodeAt(page, XI)).x - before.x)).toBeLessThan(80);
    const at = await nodeAt(page, XI);
    await page.mouse.click(at.x, at.y);
    await page.locator(".panel.node h2", { hasText: "习近平" }).waitFor();
    await page.locator(".panel .ties button").first().click();
    await page.locator(".panel.drawer blockquote").first().waitFor();
    await page.locator(".panel .evidence .acts .link.strong").first().click();
    await page.locator(".panel.spread .body p").first().waitFor();
    await expectNoProblems();
  });
});
