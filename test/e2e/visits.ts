// Pages that a test visits, with everything that they complain of: console errors, exceptions, breaches of the content
// policy, requests to other places.
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { Box } from "../../viz/src/labels.ts";

/** What the page lets a test see of its map. */
interface Hook {
  labels(): (Box & { name: string })[];
  regions(): Box[];
  drawn(): { names: number; ties: number };
  position(node: number): { x: number; y: number };
}
declare global {
  var __wenmai: Hook | null | undefined;
}

export interface Visits {
  /** A page at an address. It knows no other host. */
  visit(address: string, options?: BrowserContextOptions): Promise<Page>;
  /** A page whose map is drawn. */
  visitMap(address: string, options?: BrowserContextOptions): Promise<Page>;
  /** Closes what is open; what went wrong since the last call, and where it was asked. */
  end(): Promise<readonly string[]>;
}

/** `atHome` says which requests a page may make. */
export function createVisits(browser: Browser, atHome: (address: string) => boolean): Visits {
  const open: Page[] = [];
  let problems: string[] = [];
  async function visit(address: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: "reduce",
      ...options,
    });
    const page = await context.newPage();
    open.push(page);
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(message.text());
    });
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("request", (request) => {
      if (!/^(blob|data):/.test(request.url()) && !atHome(request.url())) problems.push(`asked for ${request.url()}`);
    });
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        console.error(`policy ${event.effectiveDirective}: ${event.blockedURI}`);
      });
    });
    await page.goto(address);
    return page;
  }
  return {
    visit,
    async visitMap(address, options) {
      const page = await visit(address, options);
      await page.waitForFunction(() => (globalThis.__wenmai?.labels().length ?? 0) > 0, null, { timeout: 20_000 });
      return page;
    },
    async end() {
      for (const page of open.splice(0)) await page.context().close();
      const seen = problems;
      problems = [];
      return seen;
    },
  };
}

/** Opens the search box by its key and types, as soon as the box listens: what is typed before goes nowhere. */
export async function typeInSearch(page: Page, text: string): Promise<void> {
  await page.keyboard.press("/");
  await page.locator(".find input:focus").waitFor();
  await page.keyboard.insertText(text);
  await page.waitForFunction(
    (typed) => document.querySelector<HTMLInputElement>(".find input")?.value.includes(typed),
    text,
  );
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** The picture has followed: places are those of the last frame. */
export const painted = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

/** Where a node is when the camera has come to rest: two looks, further apart than its rest takes, see the same. */
export async function placeAtRest(page: Page, node: number): Promise<Place> {
  const place = (): Promise<Place> => page.evaluate((i) => globalThis.__wenmai!.position(i), node);
  for (let last = await place(); ; ) {
    await page.waitForTimeout(300);
    await painted(page);
    const now = await place();
    if (JSON.stringify(now) === JSON.stringify(last)) return now;
    last = now;
  }
}
