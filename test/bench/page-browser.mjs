// What the bench of the page stands on: a server of pages and made-up data, and clocks.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

/** Serves folders by the first part of the address, and under each `data/` what `use` was given last. Packed once. */
export async function servePages(folders) {
  let data = new Map();
  const kept = new Map();
  function packed(address) {
    const [, page, ...rest] = address.split("/");
    const path = rest.join("/") || "index.html";
    if (path.startsWith("data/")) return { body: data.get(path.slice(5)), type: "application/json" };
    const file = join(folders[page], path);
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
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    use(files) {
      data = new Map([...files].map(([path, value]) => [path, gzipSync(JSON.stringify(value), { level: 6 })]));
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Opens an address in a context of its own. `processor`: seconds of the page's main thread; `all`: of all the browser. */
export async function openPage(browser, address, { width = 1440, height = 900, before } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: "reduce" });
  const page = await context.newPage();
  if (before) await page.addInitScript(before);
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const whole = await browser.newBrowserCDPSession();
  const sum = async () => {
    const { processInfo } = await whole.send("SystemInfo.getProcessInfo");
    return processInfo.reduce((total, { cpuTime }) => total + cpuTime, 0);
  };
  const begun = await sum();
  await page.goto(address, { waitUntil: "commit" });
  const metric = async (wanted) => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === wanted).value;
  };
  return {
    page,
    session,
    metric,
    processor: () => metric("TaskDuration"),
    all: async () => (await sum()) - begun,
    close: async () => {
      await whole.detach();
      await context.close();
    },
  };
}

/** Runs `act` and returns what the page's main thread did meanwhile. */
export async function traced(browser, page, act) {
  const categories = ["disabled-by-default-devtools.timeline", "devtools.timeline", "blink"];
  await browser.startTracing(page, { categories });
  await act();
  const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
  const own = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  // Other renderers (the browser's own pages) mark nothing.
  const main = traceEvents.filter(({ pid, tid }) => own.has(`${pid}/${tid}`));
  const marked = main.find(({ name }) => name === "TimeStamp");
  if (!marked) throw new Error("the trace shows nothing of the page");
  return main.filter(({ pid, tid }) => pid === marked.pid && tid === marked.tid).sort((a, b) => a.ts - b.ts);
}

/** Marks of the page's own (console.timeStamp): what they say, on which clock, and after how much of the thread's time. */
export const marksOf = (events) =>
  events.flatMap(({ name, args, ts, tts }) =>
    name === "TimeStamp" ? [{ text: args.data.message, at: ts / 1000, thread: tts / 1000 }] : [],
  );

/** The longest task after each mark and before the next, in milliseconds of the processor. */
export function longestTasks(events) {
  const longest = new Map();
  let mark = null;
  for (const { name, args, ph, tdur } of events) {
    if (name === "TimeStamp") {
      mark = args.data.message;
      longest.set(mark, longest.get(mark) ?? 0);
    } else if (mark !== null && name === "RunTask" && ph === "X" && tdur)
      longest.set(mark, Math.max(longest.get(mark), tdur / 1000));
  }
  return longest;
}
