// The laws of a build (DESIGN: the one idea), on the sample pages with the real program: the exports are the same bytes
// whatever the workers and the order. What takes minutes (pages that come and go, kills) is in long/builds.test.ts.
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  buildArgs,
  exported,
  freshFolder,
  removeFolders,
  SAMPLE_NAMES,
  SAMPLE_PAGES,
  succeed,
} from "../tools/program.ts";

let whole: Record<string, string>;

beforeAll(async () => {
  const out = freshFolder();
  await succeed(buildArgs([SAMPLE_PAGES], out, "--workers", "1"));
  whole = await exported(out);
});
afterAll(removeFolders);

describe("a build", () => {
  it("gives the same exports with two workers as with one", async () => {
    const out = freshFolder();
    await succeed(buildArgs([SAMPLE_PAGES], out, "--workers", "2"));
    expect(await exported(out)).toEqual(whole);
  });

  it("gives the same exports whatever the order of its inputs", async () => {
    const out = freshFolder();
    await succeed(
      buildArgs(
        SAMPLE_NAMES.toReversed().map((name) => join(SAMPLE_PAGES, name)),
        out,
        "--workers",
        "1",
      ),
    );
    expect(await exported(out)).toEqual(whole);
  });

  it("has nothing to do the second time, and says so", async () => {
    const out = freshFolder();
    await succeed(buildArgs([SAMPLE_PAGES], out));
    const again = await succeed(buildArgs([SAMPLE_PAGES], out, "--json"));
    expect(JSON.parse(again.stdout)).toMatchObject({ unchanged: true, mapped: 0 });
  });
});
