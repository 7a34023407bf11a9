// Finds a browser for the tests that need one, and starts it. Order: CHROME_PATH, a Chromium or Chrome that is
// installed, else, on Linux, the one that comes with @sparticuz/chromium (WebGL in software).
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const USUAL: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/snap/bin/chromium",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: [
    `${process.env.PROGRAMFILES ?? "C:\\Program Files"}\\Google\\Chrome\\Application\\chrome.exe`,
    `${process.env["PROGRAMFILES(X86)"] ?? "C:\\Program Files (x86)"}\\Google\\Chrome\\Application\\chrome.exe`,
    `${process.env["PROGRAMFILES(X86)"] ?? "C:\\Program Files (x86)"}\\Microsoft\\Edge\\Application\\msedge.exe`,
  ],
};

// As a browser draws on a machine without a GPU: the page's pixels by the processor, WebGL alone in software (which must be
// asked for since Chrome 137). All of the page through WebGL in software would take several times as long.
const ARGS = ["--no-sandbox", "--enable-unsafe-swiftshader", "--use-angle=swiftshader-webgl"];

interface Found {
  readonly path: string;
  readonly args: readonly string[];
}

/** Path and arguments of a browser. Throws an Error that says what to install when there is none. */
export async function findBrowser(): Promise<Found> {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH is ${named}, but there is no such file`);
    return { path: named, args: ARGS };
  }
  const installed = (USUAL[process.platform] ?? []).find((path) => existsSync(path));
  if (installed) return { path: installed, args: ARGS };
  if (process.platform === "linux") {
    const packed = (await import("@sparticuz/chromium")).default;
    // In one process the browser ends when a page of it closes.
    const args = packed.args.filter((arg) => arg !== "--single-process");
    return { path: await packed.executablePath(), args: [...args, ...ARGS] };
  }
  throw new Error("No browser found. Install Chrome or Chromium, or set CHROME_PATH to one.");
}

/** Starts it without a window. The caller closes it. */
export async function openBrowser(): Promise<Browser> {
  const { path, args } = await findBrowser();
  return chromium.launch({ executablePath: path, args: [...args], headless: true });
}
