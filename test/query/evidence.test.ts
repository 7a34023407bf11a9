// Evidence is chosen by columns of integers; here the same rules are followed plainly, mention by mention.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countEntities, writeEvidence } from "../../src/graph/index.ts";
import { type Finding, findingsOf } from "../../src/query/findings.ts";
import { evidence, prepareQuestions } from "../../src/query/index.ts";
import type { Places } from "../../src/query/mention-places.ts";
import type { Database } from "../../src/store/index.ts";
import { openProjectOf } from "../fixtures/graph/small-project.ts";

interface Spot {
  readonly who: number;
  readonly aid: number;
  readonly tid: number;
  readonly depth: number;
  readonly sentence: number;
}

/** Articles' texts; texts 1 and 2 lie around each other, as where one goes on behind the other. */
const TEXTS = [1, 2, 1, 3, 2, 4];

const projects = fc.record({
  spots: fc.array(
    fc
      .tuple(fc.nat(1), fc.nat(TEXTS.length - 1), fc.nat(2), fc.nat(3))
      .map(([who, aid, depth, sentence]): Spot => ({ who, aid, tid: TEXTS[aid]!, depth, sentence })),
    { maxLength: 24 },
  ),
  depth: fc.constantFrom(null, 0, 1, 2),
  of: fc.integer({ min: 1, max: 2 }),
});

const storyOf = (tid: number): number => Math.ceil(tid / 2);
const inOrder = (spots: readonly Spot[]): Spot[] => [...spots].sort((a, b) => a.aid - b.aid || a.sentence - b.sentence);

function placesOf(spots: readonly Spot[], who: number): Places {
  const own = inOrder(spots.filter((spot) => spot.who === who));
  return {
    aid: Int32Array.from(own, ({ aid }) => aid),
    tid: Int32Array.from(own, ({ tid }) => tid),
    sid: Int32Array.from(own, ({ tid }) => storyOf(tid)),
    depth: Uint8Array.from(own, ({ depth }) => depth),
    sentence: Int32Array.from(own, ({ sentence }) => sentence),
    start: Int32Array.from(own, ({ sentence }) => sentence * 10),
  };
}

/** Text by text in the order of their first mentions, each looked at with plain lists. */
function plainly(all: readonly Spot[], of: number, depth: number | null) {
  const asked = of === 1 ? [0] : [0, 1];
  const ordered = inOrder(all.filter(({ who }) => asked.includes(who)));
  const named = (tid: number) => asked.every((who) => ordered.some((spot) => spot.tid === tid && spot.who === who));
  const texts = [...new Set(ordered.map(({ tid }) => tid))].filter(named);
  const findings: Finding[] = [];
  const told: number[] = [];
  for (const tid of texts) {
    const own = ordered.filter((spot) => spot.tid === tid);
    const least = asked.map((who) => Math.min(...own.filter((spot) => spot.who === who).map((spot) => spot.depth)));
    if (of === 2 && depth !== null && Math.max(...least) !== depth) continue;
    const counted = own.filter((spot) => depth === null || (of === 1 ? spot.depth === depth : spot.depth <= depth));
    if (counted.length === 0) continue;
    told.push(tid);
    const places = [...new Set(counted.map(({ aid, sentence }) => `${aid} ${sentence}`))].map((place) => {
      const [aid, sentence] = place.split(" ").map(Number) as [number, number];
      const names = new Set(counted.filter((spot) => spot.aid === aid && spot.sentence === sentence).map((s) => s.who));
      return { aid, sentence, names };
    });
    const bare = ({ aid, sentence }: { aid: number; sentence: number }) => ({ aid, sentence });
    const close = places.filter(({ names }) => names.size === of);
    for (const place of close) findings.push({ close: true, sentences: [bare(place)] });
    if (close.length > 0) continue;
    const far = (a: (typeof places)[0], b: (typeof places)[0]) =>
      a.aid === b.aid ? b.sentence - a.sentence : Number.MAX_SAFE_INTEGER;
    let best: (typeof places)[0][] = [];
    for (const [i, a] of places.entries())
      for (const b of places.slice(i + 1))
        if (
          ![...a.names].some((name) => b.names.has(name)) &&
          (best.length === 0 || far(a, b) < far(best[0]!, best[1]!))
        )
          best = [a, b];
    findings.push({ close: false, sentences: best.map(bare) });
  }
  const items = [...findings.filter(({ close }) => close), ...findings.filter(({ close }) => !close)];
  return { total: items.length, texts: told.length, stories: new Set(told.map(storyOf)).size, items };
}

describe("findingsOf", () => {
  it("chooses what following the rules mention by mention chooses", () => {
    fc.assert(
      fc.property(projects, ({ spots, depth, of }) => {
        const places = (of === 1 ? [0] : [0, 1]).map((who) => placesOf(spots, who));
        const { total, texts, stories, slice } = findingsOf(places, depth);
        const wanted = plainly(spots, of, depth);
        const far = ({ close, sentences: [a, b] }: Finding): boolean => !close && a!.aid !== b!.aid;
        const items = slice(0, total);
        expect({ total, texts, stories, count: items.length }).toEqual({
          total: wanted.total,
          texts: wanted.texts,
          stories: wanted.stories,
          count: wanted.items.length,
        });
        // Of sentences in different articles any two are as far; the first that follow each other are taken.
        for (const [i, item] of items.entries()) if (!far(item)) expect(item).toEqual(wanted.items[i]);
        expect(slice(1, 3)).toEqual(items.slice(1, 3));
        expect(slice(total, total + 5)).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });
});

describe("evidence", () => {
  let db: Database;
  beforeAll(async () => {
    db = await openProjectOf({
      pages: [
        { page: "p1", paper: "清河日报", date: "2025-08-29" },
        { page: "p2", paper: null, date: null },
      ],
      articles: [
        { article: "p1#a1", page: "p1", sentences: [[["person:张三"], ["place:清河市"]], [["agency:清河市委"]]] },
        { article: "p1#a2", page: "p1", sentences: [[["person:张三", "byline"]], [["place:清河市"]]] },
        { article: "p2#a1", page: "p2", text_id: "p1#a1", sentences: [[["agency:清河市委"]], [["person:张三"]]] },
      ],
    });
    await countEntities(db);
    await writeEvidence(db);
  });
  afterAll(() => db.close());

  it("is the same from the table and from memory", async () => {
    const questions: string[][] = [["张三"], ["清河市"], ["张三", "清河市"], ["清河市委", "张三"]];
    const ask = async () => {
      const answers: unknown[] = [];
      for (const of of questions)
        for (const layer of ["content", "byline", "all"] as const) answers.push(await evidence(db, of, { layer }));
      return answers;
    };
    const read = await ask();
    expect(read[0]).toMatchObject({ total: 2, texts: 1 });
    await prepareQuestions(db);
    expect(await ask()).toEqual(read);
  });
});
