import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { incidenceSteps } from "../../viz/src/incidence.ts";
import { buildModel, type Model } from "../../viz/src/model.ts";
import { EVERYTHING, type Scope } from "../../viz/src/recount.ts";
import { createRecounter } from "../../viz/src/recounter.ts";
import { sliceModel, sliceSteps } from "../../viz/src/slice.ts";
import { finish, gradually, inSlices, type Pace, type Work } from "../../viz/src/work.ts";
import { makeDatedSite } from "./fixture/dated.ts";

const site = makeDatedSite({ names: 60, articles: 220, each: 6, days: 90, papers: 4, seed: 7 });
const fresh = (): Model => buildModel(site);
const day = fc.integer({ min: 0, max: 95 }).map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10));
const scopes: fc.Arbitrary<Scope> = fc.record({
  from: fc.option(day),
  to: fc.option(day),
  papers: fc.subarray(["", "第1报", "第2报", "第3报"]),
});

/** All of a model that can be compared; the lists of ties asked for. */
const plain = (model: Model) => {
  const { edgesOf, incidence, wiring, indexById, articleById, company, ...rest } = model;
  return {
    ...rest,
    edgesOf: model.nodes.map((_, node) => edgesOf(node)),
    incidence: incidence(),
    maps: [[...indexById], [...articleById], [...company]],
  };
};

/** A clock that says at every look that the slice is over, and pauses that end when they are told to. */
function byHand() {
  const waiting: (() => void)[] = [];
  let time = 0;
  const pace: Pace = { slice: 1, now: () => time++, pause: () => new Promise((go) => waiting.push(go)) };
  /** Lets all that waits have its turn, so often. */
  async function turns(count = Number.POSITIVE_INFINITY): Promise<void> {
    for (let turn = 0; turn < count; turn++) {
      const next = waiting.splice(0);
      if (next.length === 0) return;
      for (const go of next) go();
      for (let i = 0; i < 4; i++) await Promise.resolve();
    }
  }
  return { pace, turns };
}

describe("a part that is counted slice by slice", () => {
  test("is the part as counted in one go", async () => {
    await fc.assert(
      fc.asyncProperty(scopes, fc.integer({ min: 1, max: 9 }), async (scope, slice) => {
        let time = 0;
        const pace: Pace = { slice, now: () => time++, pause: () => Promise.resolve() };
        const inTurns = await inSlices(sliceSteps(fresh(), scope), pace);
        expect(plain(inTurns!)).toEqual(plain(sliceModel(fresh(), scope)));
      }),
      { numRuns: 12 },
    );
  });

  test("comes once it is whole, the one before being kept by whoever asked", async () => {
    const { pace, turns } = byHand();
    let ready = 0;
    const recounter = createRecounter(pace, () => {
      ready++;
    });
    const model = fresh();
    const scope = { ...EVERYTHING, from: "2025-02-01" };
    expect(recounter.ask(model, EVERYTHING)).toEqual({ whole: model, model });
    expect(recounter.ask(model, scope)).toBeNull();
    await turns(2);
    expect([recounter.ask(model, scope), ready]).toEqual([null, 0]);
    await turns();
    expect(ready).toBe(1);
    expect(plain(recounter.ask(model, scope)!.model)).toEqual(plain(sliceModel(fresh(), scope)));
  });

  test("comes at once where a slice is enough", () => {
    const pace: Pace = { slice: 1, now: () => 0, pause: () => Promise.reject(new Error("nobody waits")) };
    const model = fresh();
    const scope = { ...EVERYTHING, papers: ["第1报"] };
    const counted = createRecounter(pace, () => expect.fail("nobody is told of what they have")).ask(model, scope);
    expect(plain(counted!.model)).toEqual(plain(sliceModel(fresh(), scope)));
  });

  test("whatever is asked for in between, the last wish is counted, once, and nothing of the others is left", async () => {
    const wishes = fc.array(fc.tuple(scopes, fc.integer({ min: 0, max: 6 })), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(wishes, async (list) => {
        const { pace, turns } = byHand();
        const told: (Scope | undefined)[] = [];
        let asked: Scope | undefined;
        const model = fresh();
        const recounter = createRecounter(pace, () => {
          told.push(asked);
          expect(recounter.ask(model, asked!)?.model.scope).toEqual(asked);
        });
        const untouched = JSON.stringify([model.nodes, model.edges, model.counted]);
        for (const [scope, wait] of list) {
          asked = scope;
          recounter.ask(model, scope);
          await turns(wait);
        }
        await turns();
        const last = list.at(-1)![0];
        expect(new Set(told).size).toBe(told.length);
        expect(plain(recounter.ask(model, last)!.model)).toEqual(plain(sliceModel(fresh(), last)));
        expect(JSON.stringify([model.nodes, model.edges, model.counted])).toBe(untouched);
      }),
      { numRuns: 15 },
    );
  });

  test("is dropped when all is wished again, or the project has changed", async () => {
    const { pace, turns } = byHand();
    const recounter = createRecounter(pace, () => expect.fail("what was dropped has come"));
    const model = fresh();
    recounter.ask(model, { ...EVERYTHING, to: "2025-02-01" });
    await turns(1);
    expect(recounter.ask(model, EVERYTHING)!.model).toBe(model);
    await turns();
    const other = fresh();
    recounter.ask(model, { ...EVERYTHING, to: "2025-02-01" });
    recounter.ask(other, { ...EVERYTHING, to: "2025-02-01" });
    recounter.ask(other, EVERYTHING);
    await turns();
  });
});

describe("what is made once, step by step", () => {
  test("is made once, whoever asks and however far others are", () => {
    let begun = 0;
    function* count(): Work<{ sum: number }> {
      begun++;
      let sum = 0;
      for (let i = 0; i < 10; i++) {
        sum += i;
        yield;
      }
      return { sum };
    }
    const sum = gradually(count);
    const [one, other] = [sum.steps(), sum.steps()];
    one.next();
    other.next();
    one.next();
    const made = sum();
    expect(made).toEqual({ sum: 45 });
    expect(finish(one)).toBe(made);
    expect(finish(other)).toBe(made);
    expect(finish(sum.steps())).toBe(made);
    expect(begun).toBe(1);
  });

  test("begins anew where it failed, and gives nothing for made that was not", () => {
    let tries = 0;
    const seven = gradually(function* (): Work<number> {
      tries++;
      yield;
      if (tries === 1) throw new RangeError("too long");
      return 7;
    });
    expect(() => seven()).toThrow(RangeError);
    expect(seven()).toBe(7);
    expect(tries).toBe(2);
  });

  test("lets go so often that no slice is felt, at 5,000 names and 40,000 ties", () => {
    const options = { names: 5000, articles: 9000, each: 4, days: 365, papers: 6, seed: 5, mostEdges: 40_000 };
    const { graph, articles } = makeDatedSite(options);
    const longest = [0, 1, 2].map(() => {
      let most = 0;
      const steps = incidenceSteps(graph.nodes, graph.edges, articles);
      for (let done = false; !done; ) {
        const begun = process.cpuUsage();
        done = steps.next().done ?? false;
        const { user, system } = process.cpuUsage(begun);
        most = Math.max(most, (user + system) / 1000);
      }
      return most;
    });
    expect(Math.min(...longest)).toBeLessThan(25);
  });
});
