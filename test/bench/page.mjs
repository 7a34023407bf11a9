// npm run bench:page: how fast the built page is, each figure beside a bare Sigma page with the same graph in the same run,
// because machines differ and are noisy.
//
//   node test/bench/page.mjs [--rounds 3] [--sizes 2000x12000,20000x200000] [--only arrival,acts,weight,labels,places,leaks] [--json]
//
// Needs dist/ (npm run build) and a browser (test/tools/browser.ts). Times from navigation are on the clock, the middle of
// the rounds, with a warm server on loopback and a cold browser context, and in processor time of all the browser: on an
// idle machine the clock cannot show more than that. What an act or a task takes is processor time of the page's main
// thread, so that others on the machine do not count. Goals are of two cores without a GPU.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build, runnerImport } from "vite";
import { longestTasks, marksOf, openPage, servePages, traced } from "./page-browser.mjs";

const SECTIONS = ["arrival", "acts", "weight", "labels", "places", "leaks"];
const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    sizes: { type: "string", default: "2000x12000,20000x200000" },
    only: { type: "string", default: SECTIONS.join(",") },
    json: { type: "boolean", default: false },
  },
});
const wanted = new Set(values.only.split(","));
const root = fileURLToPath(new URL("../../", import.meta.url));
const module = async (path) => (await runnerImport(join(root, path), { root, logLevel: "error" })).module;
const { makePageData } = await module("test/bench/page-data.ts");
const { overlaps } = await module("viz/src/labels.ts");
const { openBrowser } = await module("test/tools/browser.ts");

const folder = mkdtempSync(join(tmpdir(), "wenmai-bare-"));
await build({
  configFile: false,
  root: join(root, "test/bench/page-bare"),
  base: "./",
  logLevel: "error",
  build: { outDir: folder, emptyOutDir: true, target: "es2022", assetsInlineLimit: 0 },
});
const server = await servePages({ ours: join(root, "dist/viz"), bare: folder });
const browser = await openBrowser();
const open = (path, options) => openPage(browser, server.url + path, options);

const middle = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
const figures = [];
function say(name, value, unit, { goal = null, least = false, bare = null } = {}) {
  const met = goal === null ? null : least ? value >= goal : value < goal;
  figures.push({ name, value, unit, goal, met, bare });
  const digits = unit === "s" ? 2 : unit === "" ? 0 : 1;
  const columns = [
    name.padEnd(52),
    `${value.toFixed(digits)} ${unit}`.padStart(12),
    (goal === null ? "" : `${met ? "✓" : "✗"} ${least ? "≥" : "<"} ${goal}`).padStart(10),
    bare === null ? "" : `   bare Sigma ${bare.toFixed(digits)}, ratio ${(value / bare).toFixed(2)}`,
  ];
  if (!values.json) console.log(columns.join(""));
}
const head = (text) => {
  if (!values.json) console.log(`\n${text}`);
};

const drawn = (page) =>
  page.waitForFunction(() => (globalThis.__wenmai?.labels().length ?? 0) > 0, null, { polling: 50 });
const pause = (page, ms = 300) => page.waitForTimeout(ms);

/** Runs in the page: the seconds from navigation at which the names stand, the search answers, and a frame after shows it. */
const watchArrival = async (query) => {
  // Asked again after each task, not each frame: frames are the machine's, what is asked for is the page's.
  const until = (test) =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (test() ? done(performance.now() / 1000) : port2.postMessage(null));
      port2.postMessage(null);
    });
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  if (query === null) {
    const labels = await until(() => globalThis.bare).then(() => globalThis.bare.ready / 1000);
    await frame();
    return { labels, shown: performance.now() / 1000 };
  }
  const labels = await until(() => (globalThis.__wenmai?.labels().length ?? 0) > 0);
  const input = document.querySelector(".find input");
  input.focus();
  input.value = query;
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  const ready = await until(() => document.querySelector(".find [role=option]"));
  await frame();
  return { labels, ready, shown: performance.now() / 1000 };
};

async function arrive(path, query) {
  const one = await open(path);
  const times = await one.page.evaluate(watchArrival, query);
  const [work, all] = [await one.processor(), await one.all()];
  await one.close();
  return { ...times, work, all };
}

/** From navigation until names stand and the search answers. */
async function arrivals(made, goal) {
  const query = queryOf(made);
  const rounds = { ours: [], bare: [] };
  for (let round = 0; round < Number(values.rounds); round++) {
    rounds.bare.push(await arrive("bare/", null));
    rounds.ours.push(await arrive("ours/", query));
  }
  const of = (side, what) => middle(rounds[side].map((one) => one[what]));
  say("first names drawn", of("ours", "labels"), "s", { bare: of("bare", "labels") });
  say("interactive: the search has answered", of("ours", "ready"), "s", { goal, bare: of("bare", "labels") });
  say("the frame that shows it", of("ours", "shown"), "s", { bare: of("bare", "shown") });
  say("work of all the browser until then", of("ours", "all"), "s", { goal, bare: of("bare", "all") });
  say("of it the page's main thread", of("ours", "work"), "s", { bare: of("bare", "work") });
}

const queryOf = (made) => {
  const { nodes } = made.files.get("graph.json");
  return nodes[nodes.length >> 1].name.slice(0, 2);
};

/** Runs in the page: resolves when nothing is being counted any more and a frame has shown it. */
const settle = () =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    const busy = () => document.querySelector(".ledger[aria-busy]");
    port1.onmessage = () => {
      if (busy()) return port2.postMessage(null);
      port1.close();
      return requestAnimationFrame(() => setTimeout(done));
    };
    port2.postMessage(null);
  });
const goTo = (hash) => {
  history.replaceState(null, "", hash);
  dispatchEvent(new PopStateEvent("popstate"));
};
const clickType = (i) => document.querySelectorAll(".sections button")[i].click();
const key =
  (name) =>
  ({ page }) =>
    page.keyboard.press(name);
const hash =
  (address) =>
  ({ page }) =>
    page.evaluate(goTo, address);
const at =
  (place) =>
  async ({ page }) => {
    const { x, y } = await page.evaluate((i) => {
      const { model, position } = globalThis.__wenmai;
      return i < 0 ? { x: 2, y: 450 } : position(model.ranked[i]);
    }, place);
    await page.mouse.move(x, y);
    await pause(page, 100);
  };
const FILTER = { goal: 100 };

/** What a reader does, in words, and how: the act itself; it is shown when the page has settled. */
function script(made) {
  const { nodes } = made.files.get("graph.json");
  const byStories = nodes.map((_, i) => i).sort((a, b) => nodes[b].stories - nodes[a].stories || a - b);
  const id = (place) => encodeURIComponent(nodes[byStories[place]].id);
  const far = nodes.length - 5;
  const query = queryOf(made);
  return [
    ["nothing changed, a frame", () => {}],
    ["the first window of days", hash("#/?v=1&from=2025-02-01&to=2025-04-30"), FILTER],
    ["another window of days", hash("#/?v=1&from=2025-03-01&to=2025-05-31"), FILTER],
    ["the window a day later", hash("#/?v=1&from=2025-03-02&to=2025-06-01"), FILTER],
    ["one paper of the window", hash("#/?v=1&from=2025-03-02&to=2025-06-01&papers=甲日报"), FILTER],
    ["all days again", hash("#/"), FILTER],
    ["the first type off", ({ page }) => page.evaluate(clickType, 0), FILTER],
    ["the largest type off", ({ page }) => page.evaluate(clickType, 4), FILTER],
    ["and on again", ({ page }) => page.evaluate(clickType, 4), FILTER],
    ["ties of two stories at least", hash("#/?v=1&least=2"), FILTER],
    ["a typed filter", hash("#/?v=1&q=articles:>=3"), FILTER],
    ["all filters off", hash("#/"), FILTER],
    ["all ties", hash("#/?v=1&ties=all")],
    ["1,000 names", hash("#/?v=1&names=1000")],
    ["300 names again", hash("#/")],
    ["pointing at a name", at(0)],
    ["pointing at another", at(1)],
    ["pointing at none", at(-1)],
    ["nearer", key("+")],
    ["nearer still", key("+")],
    ["all of the map", key("0")],
    ["the search opened", key("/")],
    ...[...query].map((letter) => [`“${letter}” typed`, ({ page }) => page.keyboard.insertText(letter)]),
    ["a name opened", key("Enter")],
    ["its strongest tie opened", key("e")],
    ["back to the map", hash("#/")],
    ["the table opened", key("l")],
    ["its ties", ({ page }) => page.evaluate(() => document.querySelectorAll(".table .switch button")[1]?.click())],
    ["the table closed", key("l")],
    ["a path between two known names", hash(`#/path/${id(0)}/${id(9)}`)],
    ["a path between two seldom named", hash(`#/path/${id(far)}/${id(far - 1)}`)],
    ["the path avoiding hubs", hash(`#/path/${id(far)}/${id(far - 1)}?v=1&avoid=1`)],
    ["two papers compared", hash("#/compare/paper/甲日报/乙日报")],
    ["two periods compared", hash("#/compare/period/2025-01-01..2025-04-30/2025-05-01..2025-08-28")],
    ["what two names have in common", hash(`#/common/${id(0)}/${id(1)}`)],
    ["a community", hash("#/community/0")],
    ["the time strip", hash("#/?v=1&time=1")],
    ["back to the map again", hash("#/")],
  ];
}

/** What a reader does, one act after the other: processor time until it is shown, and the longest task. */
async function acts(made) {
  const one = await open("ours/");
  const { page } = one;
  await drawn(page);
  await pause(page, 1500);
  const taken = [];
  const events = await traced(browser, page, async () => {
    for (const [name, act, options] of script(made)) {
      await page.evaluate((text) => console.timeStamp(text), name);
      const before = await one.processor();
      await act(one);
      await page.evaluate(settle);
      taken.push({ name, work: ((await one.processor()) - before) * 1000, options });
      await pause(page, 250);
    }
  });
  await one.close();
  const longest = longestTasks(events);
  for (const { name, work, options } of taken) say(name, work, "ms", options);
  const [most, task] = [...longest].reduce((a, b) => (b[1] > a[1] ? b : a));
  const five = [...longest].toSorted((a, b) => b[1] - a[1]).slice(0, 5);
  say(`longest task after load (${most})`, task, "ms", { goal: 200 });
  head(`longest tasks: ${five.map(([name, ms]) => `${name} ${ms.toFixed(0)} ms`).join(", ")}`);
}

/** JavaScript of the first load as it is sent. */
async function weight() {
  server.use(makePageData(100, 500).files);
  const { page, close } = await open("ours/");
  await drawn(page);
  const bytes = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter(({ name }) => name.endsWith(".js"))
      .reduce((sum, entry) => sum + entry.encodedBodySize, 0),
  );
  await close();
  say("JavaScript at first load, gzip", bytes / 1000, "kB", { goal: 200 });
}

/** Runs in the page before it: marks the steps of each frame for the trace; `?mute` in the address paints no letters. */
const markSteps = () => {
  let map;
  let step = 0;
  Object.defineProperty(globalThis, "__wenmai", {
    configurable: true,
    get: () => map,
    set: (next) => {
      map = next;
      if (!map) return;
      map.clock.now = () => {
        console.timeStamp(["frame", "names", "end"][step++ % 3]);
        return performance.now();
      };
    },
  });
  if (!location.search.includes("mute")) return;
  CanvasRenderingContext2D.prototype.fillText = () => {};
  CanvasRenderingContext2D.prototype.strokeText = () => {};
};

/**
 * What the names of a frame cost while the camera moves over 5,000 marks, all drawn: choosing and placing them and telling
 * the canvas (between two marks), and the canvas' own drawing of the letters (its work, less that of a page that draws none).
 */
async function labelFrames() {
  server.use(makePageData(5000, 40_000).files);
  head("5,000 marks, all drawn, the camera moving");
  const runs = [];
  for (const path of ["ours/", "ours/?mute"]) {
    const one = await open(`${path}#/?v=1&names=all`, { before: markSteps });
    const { page } = one;
    await drawn(page);
    await page.waitForFunction(() => globalThis.__wenmai.drawn().names === 5000, null, { polling: 50 });
    await pause(page, 1000);
    const labels = [];
    const events = await traced(browser, page, async () => {
      for (const name of [..."++++----++++----++++----"]) {
        await page.keyboard.press(name);
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        labels.push(await page.evaluate(() => globalThis.__wenmai.labels().length));
      }
    });
    await one.close();
    runs.push({ ...frameCosts(events), labels });
  }
  const [full, mute] = runs;
  const letters = Math.max(0, full.canvas - mute.canvas);
  const most = Math.max(...full.labels);
  say("names chosen and placed, a frame, the middle", middle(full.names), "ms");
  say("the same, the dearest frame", Math.max(...full.names), "ms");
  say(`letters drawn, a frame (${middle(full.labels)} names, ${most} at most)`, letters, "ms");
  say("names of a frame, all of it, the middle", middle(full.names) + letters, "ms", { goal: 5 });
  say("places and grounds of a frame, the middle", middle(full.before), "ms");
  say("all canvases drawn and handed over, a frame, the middle", full.canvas, "ms");
}

/** Milliseconds of the processor: of each frame's names and what goes before them, and of the canvases a frame. */
function frameCosts(events) {
  const marks = marksOf(events);
  const [before, names] = [[], []];
  marks.forEach(({ text, thread }, i) => {
    const [middleMark, last] = [marks[i + 1], marks[i + 2]];
    if (text !== "frame" || middleMark?.text !== "names" || last?.text !== "end") return;
    before.push(middleMark.thread - thread);
    names.push(last.thread - middleMark.thread);
  });
  // The canvases are drawn when a frame is handed over, and the frames that only look are short.
  const commits = events.flatMap(({ name, ph, tdur }) =>
    name === "Commit" && ph === "X" && tdur > 500 ? [tdur / 1000] : [],
  );
  const canvas = middle(commits);
  if (names.length < 10) throw new Error(`the trace shows ${names.length} frames`);
  return { before, names, canvas };
}

/** Runs in the page before it: counts the WebGL contexts that are made. */
const countContexts = () => {
  globalThis.contexts = 0;
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    if (kind.startsWith("webgl")) globalThis.contexts++;
    return getContext.call(this, kind, ...rest);
  };
};

const PLACES = ["#/filters", "#/?v=1&table=1", "#/communities", "#/compare/paper/甲日报/乙日报", "#/?v=1&time=1", "#/"];

/** Panels opened and closed, windows moved, names re-arranged and put back, again and again: what stays. */
async function leaks() {
  server.use(makePageData(2000, 12_000).files);
  head("panels opened and closed 40 times, names re-arranged and put back 8 times, 2,000 entities");
  const one = await open("ours/", { before: countContexts });
  const { page, session } = one;
  await drawn(page);
  const visit = async (times) => {
    for (let i = 0; i < times; i++)
      for (const address of [...PLACES, `#/?v=1&from=2025-0${1 + (i % 6)}-01`, "#/"]) {
        await page.evaluate(goTo, address);
        await page.evaluate(settle);
      }
  };
  const arrange = async (times) => {
    const button = page.locator(".cam button:nth-last-of-type(2)");
    for (let i = 0; i < 2 * times; i++) {
      await button.click();
      await page.waitForFunction(() => !document.querySelector(".cam [aria-busy]"), null, { polling: 50 });
    }
  };
  const count = async () => {
    await session.send("HeapProfiler.collectGarbage");
    const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
    const contexts = await page.evaluate(() => globalThis.contexts);
    const workers = page.workers().length;
    return { nodes, listeners: jsEventListeners, heap: (await one.metric("JSHeapUsedSize")) / 1e6, contexts, workers };
  };
  await visit(3);
  await arrange(1);
  const before = await count();
  await visit(40);
  await arrange(8);
  const after = await count();
  say("elements and texts more than before", after.nodes - before.nodes, "", { goal: 50 });
  say("listeners more than before", after.listeners - before.listeners, "", { goal: 10 });
  say("contexts of WebGL more than before", after.contexts - before.contexts, "", { goal: 1 });
  say("workers more than before", after.workers - before.workers, "", { goal: 1 });
  say("memory more than before", after.heap - before.heap, "MB", { goal: 3 });
  await one.close();
}

/** Pairs of names that touch, and how many names stand, at three zooms and two sizes of the window. */
async function labelPlaces() {
  server.use(makePageData(2000, 12_000).files);
  head("names at three zooms and two window sizes, 2,000 entities");
  for (const size of [
    { width: 1440, height: 900 },
    { width: 1024, height: 640 },
  ]) {
    const { page, close } = await open("ours/", size);
    await drawn(page);
    await pause(page);
    for (const zoom of [1, 2, 3]) {
      const seen = await page.evaluate(() => ({
        labels: globalThis.__wenmai.labels(),
        shown: globalThis.__wenmai.capture().marks.map(({ id }) => id),
        camera: globalThis.__wenmai.capture().camera,
        stage: {
          width: document.querySelector(".map").clientWidth,
          height: document.querySelector(".map").clientHeight,
        },
      }));
      const bare = await bareLabels(seen);
      const at = `${size.width} × ${size.height}, zoom ${zoom}: `;
      say(`${at}overlapping pairs`, overlaps(seen.labels), "", { goal: 1, bare: bare.overlapping || null });
      say(`${at}names`, seen.labels.length, "", { goal: bare.labels, least: true, bare: bare.labels });
      await page.keyboard.press("+");
      await page.waitForTimeout(500);
    }
    await close();
  }
}

/** What Sigma's own labels make of the same marks under the same camera. */
async function bareLabels({ shown, camera, stage }) {
  const { page, close } = await open(`bare/?shown=${shown.join(",")}`, stage);
  await page.waitForFunction(() => globalThis.bare, null, { polling: 10 });
  const boxes = await page.evaluate((state) => {
    const { sigma } = globalThis.bare;
    sigma.getCamera().setState(state);
    sigma.refresh();
    const context = document.createElement("canvas").getContext("2d");
    context.font = `14px Arial`;
    return [...sigma.getNodeDisplayedLabels()].flatMap((node) => {
      const data = sigma.getNodeDisplayData(node);
      const { x, y } = sigma.framedGraphToViewport(data);
      const radius = sigma.scaleSize(data.size);
      const { width } = context.measureText(data.label);
      const [w, h] = [innerWidth, innerHeight];
      return x > 0 && y > 0 && x < w && y < h
        ? [{ left: x + radius + 3, right: x + radius + 3 + width, top: y - 8, bottom: y + 6 }]
        : [];
    });
  }, camera);
  await close();
  return { labels: boxes.length, overlapping: overlaps(boxes) };
}

try {
  const sizes = values.sizes
    .split(",")
    .filter(Boolean)
    .map((size) => size.split("x").map(Number));
  for (const [names, ties] of sizes) {
    if (!wanted.has("arrival") && !wanted.has("acts")) break;
    const made = makePageData(names, ties);
    server.use(made.files);
    head(`${names} entities, ${made.ties} ties`);
    if (wanted.has("arrival")) await arrivals(made, names <= 2000 ? 2 : 6);
    if (wanted.has("acts")) await acts(made);
  }
  if (wanted.has("weight")) await weight();
  if (wanted.has("labels")) await labelFrames();
  if (wanted.has("places")) await labelPlaces();
  if (wanted.has("leaks")) await leaks();
} finally {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
}
if (values.json) console.log(JSON.stringify(figures, null, 2));
else {
  const missed = figures.filter(({ met }) => met === false);
  console.log(`\n${missed.length === 0 ? "every goal met" : `missed: ${missed.map(({ name }) => name).join("; ")}`}`);
}
