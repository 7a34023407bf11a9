// The laws of a build that take minutes (DESIGN: the one idea): pages that come and go, builds killed at twenty points,
// servers that read while builds swap. The quick ones are in e2e/builds.test.ts.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seededRandom } from "../../src/lib/random.ts";
import {
  buildArgs,
  exported,
  folderOf,
  freshFolder,
  removeFolders,
  SAMPLE_NAMES,
  SAMPLE_PAGES,
  start,
  succeed,
} from "../tools/program.ts";

let whole: Record<string, string>;
let milliseconds: number;

beforeAll(async () => {
  const out = freshFolder();
  const begun = performance.now();
  await succeed(buildArgs([SAMPLE_PAGES], out, "--workers", "1"));
  milliseconds = performance.now() - begun;
  whole = await exported(out);
});
afterAll(removeFolders);

describe("a build", () => {
  it("after a page came maps that page alone, and ends as if it had been there from the start", async () => {
    const out = freshFolder();
    await succeed(buildArgs([folderOf(SAMPLE_NAMES.slice(1))], out));
    const second = await succeed(buildArgs([SAMPLE_PAGES], out, "--json", "--relayout"));
    expect(JSON.parse(second.stdout)).toMatchObject({ unchanged: false, mapped: 1 });
    expect(await exported(out)).toEqual(whole);
  });

  it("after a page went ends as if it had never been there", async () => {
    const [fewer, grown] = [freshFolder(), freshFolder()];
    const folder = folderOf(SAMPLE_NAMES.slice(1));
    await succeed(buildArgs([folder], fewer));
    await succeed(buildArgs([SAMPLE_PAGES], grown));
    await succeed(buildArgs([folder], grown, "--relayout"));
    expect(await exported(grown)).toEqual(await exported(fewer));
  });

  it("keeps the places of the map when a page comes", async () => {
    const out = freshFolder();
    await succeed(buildArgs([folderOf(SAMPLE_NAMES.slice(1))], out));
    const before = places(out);
    await succeed(buildArgs([SAMPLE_PAGES], out));
    const after = places(out);
    for (const [entity, place] of Object.entries(before)) if (after[entity]) expect(after[entity]).toEqual(place);
    expect(Object.keys(after).length).toBeGreaterThan(Object.keys(before).length);
  });
});

function places(project: string): Record<string, unknown> {
  return (JSON.parse(readFileSync(join(project, "layout.json"), "utf8")) as { places: Record<string, unknown> }).places;
}

/** Without the graph's file and its manifest, which holds that file's checksum. */
const withoutPlaces = (files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).filter(([name]) => !name.startsWith("graph.gexf")));

describe("a build that is killed", () => {
  it("at twenty random points, each time resumed, ends in the same exports", async () => {
    const random = seededRandom(20250829);
    let killed = 0;
    let finished = 0;
    // A project is killed again and again until one of its builds comes through; then the next one begins. Every other one
    // stands already, with a page less: what is killed there is an update.
    const smaller = folderOf(SAMPLE_NAMES.slice(1));
    const begin = async (): Promise<string> => {
      const out = freshFolder();
      if (finished % 2 === 1) await succeed(buildArgs([smaller], out));
      return out;
    };
    for (let out = await begin(); killed < 20; ) {
      const child = start(buildArgs([SAMPLE_PAGES], out, "--workers", killed % 4 === 3 ? "2" : "1"));
      const closed = new Promise<NodeJS.Signals | null>((resolve) => child.on("close", (_, signal) => resolve(signal)));
      const timer = setTimeout(() => child.kill("SIGKILL"), random() * milliseconds);
      const signal = await closed;
      clearTimeout(timer);
      if (signal === "SIGKILL") killed++;
      if (signal === "SIGKILL" && killed < 20) continue;
      await succeed(buildArgs([SAMPLE_PAGES], out));
      // The places of an update are those of the smaller map; the tables know no places.
      expect(withoutPlaces(await exported(out)), `after ${killed} kills`).toEqual(withoutPlaces(whole));
      finished++;
      out = await begin();
    }
    expect(finished).toBeGreaterThan(1);
  });
});

describe("a server", () => {
  it("answers from the old project or the new one while builds swap them, never from between", async () => {
    const out = freshFolder();
    const small = folderOf(SAMPLE_NAMES.slice(0, 2));
    await succeed(buildArgs([small], out));
    const server = start(["serve", out, "--port", "0"]);
    try {
      const url = await new Promise<string>((resolve, reject) => {
        server.stdout!.setEncoding("utf8").once("data", (text: string) => resolve(text.trim()));
        server.once("close", () => reject(new Error("the server ended")));
      });
      const seen = new Set<number>();
      let building = true;
      const reading = (async () => {
        while (building) {
          const [project, graph] = await Promise.all(
            ["project", "graph"].map(async (name) => {
              const response = await fetch(`${url}data/${name}.json`);
              expect(response.status).toBe(200);
              return (await response.json()) as Record<string, unknown>;
            }),
          );
          expect(project).toHaveProperty("counts");
          expect((graph as { nodes: unknown[] }).nodes.length).toBeGreaterThan(0);
          seen.add((project as { counts: { pages: number } }).counts.pages);
        }
      })();
      await succeed(buildArgs([SAMPLE_PAGES], out));
      await succeed(buildArgs([small], out));
      await succeed(buildArgs([SAMPLE_PAGES], out));
      building = false;
      await reading;
      const last = (await (await fetch(`${url}data/project.json`)).json()) as { counts: { pages: number } };
      expect(last.counts.pages).toBe(SAMPLE_NAMES.length);
      expect([...seen].every((count) => count === 2 || count === SAMPLE_NAMES.length)).toBe(true);
    } finally {
      server.kill();
    }
  });
});
