import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { labelLines } from "../../viz/src/label-text.ts";
import { type LabelScene, type LabelWish, overlaps, placeLabels, touches } from "../../viz/src/labels.ts";

const bounds = { left: 0, top: 0, right: 1000, bottom: 700 };

const wish = (id: number, x: number, y: number, priority = id, main = false): LabelWish => ({
  id,
  x,
  y,
  radius: 6,
  sizes: [
    { width: 80, height: 18 },
    { width: 42, height: 32 },
  ],
  priority,
  main,
  insists: false,
});

const sceneOf = (wishes: LabelWish[], before = new Map<number, number>()): LabelScene => ({
  wishes,
  marks: wishes.map(({ id, x, y, radius }) => ({ id, x, y, radius })),
  taken: [],
  bounds,
  before,
});

const scenes = fc
  .array(fc.tuple(fc.integer({ min: -50, max: 1050 }), fc.integer({ min: -50, max: 750 }), fc.boolean()), {
    maxLength: 120,
  })
  .map((points) => sceneOf(points.map(([x, y, main], i) => wish(i, x, y, i, main && i < 3))));

describe("placing names", () => {
  test("no two labels overlap, none leaves the picture, none covers a mark that is not its own", () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const placed = placeLabels(scene);
        expect(overlaps(placed)).toBe(0);
        for (const label of placed) {
          expect(label.left >= 0 && label.right <= 1000 && label.top >= 0 && label.bottom <= 700).toBe(true);
          if (scene.wishes[label.id]!.main) continue;
          for (const { id, x, y, radius: r } of scene.marks)
            if (id !== label.id)
              expect(touches(label, { left: x - r, top: y - r, right: x + r, bottom: y + r })).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("a name that insists covers marks before it is left out, but no other name", () => {
    // One mark in a crowd that leaves no free place around it.
    const crowd = Array.from({ length: 400 }, (_, i) =>
      wish(i + 1, 300 + (i % 20) * 18, 200 + Math.floor(i / 20) * 14),
    );
    const middle = wish(0, 480, 340);
    expect(placeLabels(sceneOf([middle, ...crowd])).some(({ id }) => id === 0)).toBe(false);
    const placed = placeLabels(sceneOf([{ ...middle, insists: true }, ...crowd]));
    expect(placed.some(({ id }) => id === 0)).toBe(true);
    expect(overlaps(placed)).toBe(0);
  });

  test("a name that insists stays large where that covers two small marks at most, and never a large one", () => {
    const middle = { ...wish(0, 500, 350), radius: 12, insists: true };
    // Small marks on every side, so near that no large setting is free of them.
    const ring = Array.from({ length: 24 }, (_, i) => {
      const angle = (i / 24) * 2 * Math.PI;
      return { id: i + 1, x: 500 + 44 * Math.cos(angle), y: 350 + 34 * Math.sin(angle), radius: 4 };
    });
    const own = { id: 0, x: 500, y: 350, radius: 12 };
    const sizes = [...middle.sizes, { width: 30, height: 6 }];
    const scene = (radius: number): LabelScene => ({
      ...sceneOf([{ ...middle, sizes }]),
      marks: [own, ...ring.filter((_, i) => i % 3 === 0).map((mark) => ({ ...mark, radius }))],
    });
    const [kept] = placeLabels(scene(4));
    expect(kept!.size).toBeLessThan(2);
    const covered = scene(4).marks.filter(
      ({ id, x, y, radius: r }) => id !== 0 && touches(kept!, { left: x - r, top: y - r, right: x + r, bottom: y + r }),
    );
    expect(covered.length).toBeGreaterThan(0);
    expect(covered.length).toBeLessThanOrEqual(2);
    const [beside] = placeLabels(scene(9.7));
    expect(beside!.size).toBe(2);
  });

  test("the same scene gives the same picture, whatever the order of its wishes", () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const turned = { ...scene, wishes: [...scene.wishes].reverse() };
        expect(placeLabels(turned)).toEqual(placeLabels(scene));
      }),
      { numRuns: 30 },
    );
  });

  test("a lone name stands below its mark", () => {
    const [label] = placeLabels(sceneOf([wish(1, 500, 300)]));
    expect(label).toMatchObject({ place: 0, size: 0, align: "center" });
    expect(label!.top).toBeGreaterThan(300);
  });

  test("the more important of two rivals is placed, and a name that has no room whole is set smaller", () => {
    const walls = [0, 1, 2, 3, 4].map((i) => ({ left: 0, top: i * 140, right: 1000, bottom: i * 140 + 96 }));
    const placed = placeLabels({ ...sceneOf([wish(1, 30, 118, 2), wish(2, 34, 118, 1)]), taken: walls });
    expect(placed[0]!.id).toBe(2);
    expect(overlaps(placed)).toBe(0);
  });

  test("a name that stood in the picture keeps its place", () => {
    const scene = sceneOf([wish(1, 500, 300)], new Map([[1, 3]]));
    expect(placeLabels(scene)[0]!.place).toBe(3);
  });

  test("a shown name yields only to one that is clearly more important", () => {
    const before = new Map([[1, 0]]);
    const rivals = (a: number, b: number): LabelWish[] => [wish(1, 500, 300, a), wish(2, 500, 300, b)];
    expect(placeLabels(sceneOf(rivals(100, 95), before))[0]!.id).toBe(1);
    expect(placeLabels(sceneOf(rivals(100, 50), before))[0]!.id).toBe(2);
  });

  test("a thousand names take little of the processor, whoever else is at it", () => {
    const wishes = Array.from({ length: 1000 }, (_, i) => wish(i, (i * 7919) % 1000, (i * 104729) % 700));
    const begun = process.cpuUsage();
    placeLabels(sceneOf(wishes));
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1000).toBeLessThan(400);
  });
});

describe("setting names", () => {
  test("a name of up to nine characters stays in one line", () => {
    expect(labelLines("西藏自治区党委")).toEqual(["西藏自治区党委"]);
  });

  test("a longer one is broken between words into two lines, near the middle", () => {
    const lines = labelLines("中国共产党第二十届中央委员会第三次全体会议");
    expect(lines).toHaveLength(2);
    expect(lines.join("")).toBe("中国共产党第二十届中央委员会第三次全体会议");
    expect(Math.abs(lines[0]!.length - lines[1]!.length)).toBeLessThanOrEqual(5);
  });

  test("no line begins with a closing mark or ends with an opening one", () => {
    for (const name of ["苏林“茉莉花·格桑花”奖学助学金", "外贸优品中华行西藏(拉萨站)", "“上海合作组织+”会议扩大会"]) {
      const [first, second] = labelLines(name) as [string, string];
      expect(first).not.toMatch(/[“（(《]$/);
      expect(second).not.toMatch(/^[”）)》、]/);
    }
  });

  test("a very long name keeps its head and its tail", () => {
    const lines = labelLines(`纪念${"很".repeat(30)}大会第二次会议`).join("");
    expect(lines).toContain("…");
    expect(lines.startsWith("纪念")).toBe(true);
    expect(lines.endsWith("第二次会议")).toBe(true);
  });
});
