import { describe, expect, test } from "vitest";
import { type Arrangement, arrange } from "../../viz/src/arrange/force.ts";
import { buildModel, movePlaces } from "../../viz/src/model.ts";
import { makeDatedSite } from "./fixture/dated.ts";

/** Two squares of names, each tied within, far from where their ties would have them. */
const input = (): Arrangement => ({
  places: Float64Array.from([0, 0, 100, 0, 0, 100, 100, 100, 10, 10, 90, 10, 10, 90, 90, 90]),
  ties: Uint32Array.from([0, 3, 3, 4, 4, 7, 7, 0, 1, 2, 2, 5, 5, 6, 6, 1]),
  weights: new Float64Array(8).fill(1),
  sizes: new Float64Array(8).fill(2),
});

describe("re-arranging", () => {
  test("brings tied names together, within the old box, the same way each time", () => {
    const given = input();
    const found = arrange(given);
    expect([...arrange(input())]).toEqual([...found]);
    const at = (i: number): [number, number] => [found[2 * i]!, found[2 * i + 1]!];
    const apart = (a: number, b: number): number => Math.hypot(at(a)[0] - at(b)[0], at(a)[1] - at(b)[1]);
    const tied = [apart(0, 3), apart(3, 4), apart(1, 2), apart(2, 5)];
    const untied = [apart(0, 1), apart(3, 2), apart(4, 5), apart(7, 6)];
    const mean = (list: number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length;
    expect(mean(tied)).toBeLessThan(mean(untied));
    for (const value of found) {
      expect(value).toBeGreaterThanOrEqual(-0.001);
      expect(value).toBeLessThanOrEqual(100.001);
    }
  });

  test("moves the names it is given and no other, and changes no count", () => {
    const model = buildModel(makeDatedSite({ names: 12, articles: 20, each: 2, days: 5, papers: 2, seed: 1 }));
    const moved = movePlaces(model, new Map([[3, { x: 1, y: 2 }]]));
    expect([moved.nodes[3]!.x, moved.nodes[3]!.y]).toEqual([1, 2]);
    moved.nodes.forEach((node, i) => {
      if (i !== 3) expect(node).toEqual(model.nodes[i]);
    });
    expect(moved.edges).toBe(model.edges);
  });
});
