// npm run bench:page: how fast the built page is, each figure beside a bare Sigma page with the same graph in the same run,
// because machines differ and are noisy.
//
//   node test/bench/page.mjs [--rounds 3] [--sizes 2000x12000,20000x200000] [--json]
//
// Needs dist/ (npm run build) and a browser (test/tools/browser.ts). Times from navigation are the middle of the rounds, on
// the clock, with a warm server on loopback and a cold browser context; what a change or a task takes is processor time of
// the page's main thread, so that others on the machine do not count. Goals are of two cores without a GPU.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { build, runnerImport } from "vite";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    sizes: { type: "string", default: "2000x12000,20000x200000" },
    json: { type: "boolean", default: false },
  },
});
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

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};
let data = new Map();
const kept = new Map();
/** A file as it is sent; packed once, for a server that has been asked before. */
function packed(address) {
  const [, page, ...rest] = address.split("/");
  const path = rest.join("/") || "index.html";
  if (path.startsWith("data/")) return { body: data.get(path.slice(5)), type: "application/json" };
  const file = join(page === "bare" ? folder : join(root, "dist/viz"), path);
  if (!kept.has(file)) kept.set(file, gzipSync(readFileSync(file), { level: 9 }));
  return { body: kept.get(file), type: TYPES[extname(file)] ?? "application/octet-stream" };
}
const server = createServer((request, response) => {
  try {
    const { body, type } = packed(new URL(request.url, "http://x").pathname);
    if (!body) throw new Error("absent");
    response
      .writeHead(200, { "content-type": type, "content-encoding": "gzip", "content-length": body.length })
      .end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const url = `http://127.0.0.1:${server.address().port}/`;
const browser = await openBrowser();

const middle = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
const figures = [];
function say(name, value, unit, { goal = null, least = false, bare = null } = {}) {
  const met = goal === null ? null : least ? value >= goal : value < goal;
  figures.push({ name, value, unit, goal, met, bare });
  const digits = unit === "s" ? 2 : unit === "" ? 0 : 1;
  const columns = [
    name.padEnd(46),
    `${value.toFixed(digits)} ${unit}`.padStart(12),
    (goal === null ? "" : `${met ? "✓" : "✗"} ${least ? "≥" : "<"} ${goal}`).padStart(10),
    bare === null ? "" : `   bare Sigma ${bare.toFixed(digits)}, ratio ${(value / bare).toFixed(2)}`,
  ];
  if (!values.json) console.log(columns.join(""));
}

async function open(path, size = { width: 1440, height: 900 }) {
  const context = await browser.newContext({ viewport: size, reducedMotion: "reduce" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.goto(url + path, { waitUntil: "commit" });
  const processor = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration").value;
  };
  return { page, processor, close: () => context.close() };
}

const drawn = (page) =>
  page.waitForFunction(() => (globalThis.__wenmai?.labels().length ?? 0) > 0, null, { polling: 50 });

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
  return { ...times, work: await one.processor(), one };
}

/** Milliseconds of the main thread from an act to the end of the frame that shows it. */
async function change({ page, processor }, act, argument) {
  const before = await processor();
  await page.evaluate(act, argument);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  return ((await processor()) - before) * 1000;
}

/** The longest task of the main thread while `act` runs, in milliseconds of the processor. */
async function longestTask(page, act) {
  await browser.startTracing(page, { categories: ["disabled-by-default-devtools.timeline", "devtools.timeline"] });
  await act();
  const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
  const main = new Set(
    traceEvents.filter(({ args }) => args?.name === "CrRendererMain").map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const times = traceEvents.flatMap(({ name, pid, tid, tdur }) =>
    name === "RunTask" && main.has(`${pid}/${tid}`) && tdur ? [tdur / 1000] : [],
  );
  if (times.length === 0) throw new Error("the trace shows no task");
  return Math.max(...times);
}

const clickType = (i) => document.querySelectorAll(".sections button")[i].click();
const goTo = (hash) => {
  history.replaceState(null, "", hash);
  dispatchEvent(new PopStateEvent("popstate"));
};
const pause = (page) => page.waitForTimeout(300);

async function speeds(names, ties, goal) {
  const made = makePageData(names, ties);
  data = new Map([...made.files].map(([path, value]) => [path, gzipSync(JSON.stringify(value), { level: 6 })]));
  if (!values.json) console.log(`\n${names} entities, ${made.ties} ties, at arrival`);
  const graph = made.files.get("graph.json");
  const query = graph.nodes[names >> 1].name.slice(0, 2);
  const rounds = { ours: [], bare: [] };
  let last;
  for (let round = 0; round < Number(values.rounds); round++) {
    const bare = await arrive("bare/", null);
    await bare.one.close();
    rounds.bare.push(bare);
    await last?.one.close();
    last = await arrive("ours/", query);
    rounds.ours.push(last);
  }
  const of = (side, what) => middle(rounds[side].map((one) => one[what]));
  say("first names drawn", of("ours", "labels"), "s", { bare: of("bare", "labels") });
  say("interactive: the search has answered", of("ours", "ready"), "s", { goal, bare: of("bare", "labels") });
  say("the frame that shows it", of("ours", "shown"), "s", { bare: of("bare", "shown") });
  say("main-thread work until then", of("ours", "work"), "s", { bare: of("bare", "work") });

  const { one } = last;
  const { page } = one;
  await page.keyboard.press("Escape");
  await pause(page);
  const timed = async (act, list) => {
    const times = [];
    for (const argument of list) {
      times.push(await change(one, act, argument));
      await pause(page);
    }
    return times;
  };
  const longest = await longestTask(page, async () => {
    say("nothing changed, a frame", middle(await timed(() => {}, [0, 0, 0])), "ms");
    say("a type off or on", middle(await timed(clickType, [0, 4, 4, 0])), "ms", { goal: 100 });
    const windows = await timed(goTo, [
      "#/?v=1&from=2025-02-01&to=2025-04-30",
      "#/?v=1&from=2025-03-01&to=2025-05-31",
      "#/?v=1&from=2025-03-02&to=2025-06-01",
      "#/?v=1&least=2",
      "#/",
    ]);
    say("the first window of days", windows[0], "ms");
    say("another window of days", middle(windows.slice(1, 3)), "ms", { goal: 100 });
    say("ties of two stories at least", windows[3], "ms", { goal: 100 });
    await walk(page, query);
  });
  say("longest task after load", longest, "ms", { goal: 200 });
  await one.close();
}

/** Zooms, searches letter by letter, opens a name and a tie. */
async function walk(page, query) {
  for (const key of ["+", "+", "0", "/"]) {
    await page.keyboard.press(key);
    await pause(page);
  }
  for (const letter of query) {
    await page.keyboard.insertText(letter);
    await pause(page);
  }
  await page.keyboard.press("Enter");
  await page.locator(".panel.node").waitFor();
  await pause(page);
  await page.locator(".ties button").first().click();
  await page.locator(".panel.drawer").waitFor();
  await pause(page);
}

/** JavaScript of the first load as it is sent. */
async function weight() {
  data = new Map([...makePageData(100, 500).files].map(([path, value]) => [path, gzipSync(JSON.stringify(value))]));
  const { page, close } = await open("ours/");
  await drawn(page);
  const bytes = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter(({ name }) => name.endsWith(".js"))
      .reduce((sum, entry) => sum + entry.encodedBodySize, 0),
  );
  await close();
  say("JavaScript at first load, gzip", bytes / 1000, "kB", { goal: 120 });
}

/** Milliseconds that placing and drawing the names takes while the camera moves over 5,000 marks. */
async function labelFrames() {
  const made = makePageData(5000, 40_000);
  data = new Map([...made.files].map(([path, value]) => [path, gzipSync(JSON.stringify(value))]));
  if (!values.json) console.log("\n5,000 marks, all drawn");
  const { page, close } = await open("ours/#/?v=1&names=all");
  await drawn(page);
  await page.waitForFunction(() => globalThis.__wenmai.drawn().names === 5000, null, { polling: 50 });
  const times = [];
  for (const key of [..."++++----++++----"]) {
    await page.keyboard.press(key);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    times.push(await page.evaluate(() => [globalThis.__wenmai.labelTime(), globalThis.__wenmai.frameTime()]));
  }
  // Nothing tells a part of a task's processor time: the least is what a frame takes when no one else has the processor.
  say("names of a frame, the least of 16", Math.min(...times.map(([names]) => names)), "ms", { goal: 5 });
  say("names of a frame, the middle", middle(times.map(([names]) => names)), "ms");
  say("names, grounds and places of a frame, the least", Math.min(...times.map(([, all]) => all)), "ms");
  await close();
}

/** Pairs of names that touch, and how many names stand, at three zooms and two sizes of the window. */
async function labelPlaces() {
  const made = makePageData(2000, 12_000);
  data = new Map([...made.files].map(([path, value]) => [path, gzipSync(JSON.stringify(value))]));
  if (!values.json) console.log("\nnames at three zooms and two window sizes, 2,000 entities");
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
  for (const [names, ties] of sizes) await speeds(names, ties, names <= 2000 ? 2 : 6);
  await weight();
  await labelFrames();
  await labelPlaces();
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
}
if (values.json) console.log(JSON.stringify(figures, null, 2));
else {
  const missed = figures.filter(({ met }) => met === false);
  console.log(`\n${missed.length === 0 ? "every goal met" : `missed: ${missed.map(({ name }) => name).join("; ")}`}`);
}
