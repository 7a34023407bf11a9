// Why ties are drawn, told in the page as the question `tie` tells it.
import { expect, it } from "vitest";
import { buildModel } from "../../viz/src/model.ts";
import { whyDrawn } from "../../viz/src/why.ts";
import { siteOf } from "./fixture/shape.ts";
import { makeSite } from "./fixture/site.ts";

const site = siteOf(makeSite());
const content = site.graph.edges.filter(({ layer }) => layer === "content");
const ruled = {
  ...site,
  graph: {
    ...site.graph,
    edges: site.graph.edges.map((edge) =>
      edge.backbone ? { ...edge, rule: edge.stories > 1 ? ("repeated" as const) : ("company" as const) } : edge,
    ),
  },
};
const model = buildModel(ruled);

it("a tie of the backbone is told by its rule, with its figures", () => {
  const tie = content.find((edge) => edge.backbone && edge.stories > 1)!;
  const why = whyDrawn(model, tie.source, tie.target)!;
  expect(why.drawn).toBe(true);
  expect(why.zh).toContain(`同见 ${tie.stories} 稿`);
  expect(why.en).toContain("2 stories, or 3 sentences of one text, are enough");
});

it("a hidden one by what it lacks and by its places among the ties of both", () => {
  const tie = content.find((edge) => !edge.backbone)!;
  const why = whyDrawn(model, tie.target, tie.source)!;
  expect(why.drawn).toBe(false);
  const [, first, second] = /列第 (\d+) 与第 (\d+)，不在前 2/.exec(why.zh)!.map(Number);
  expect(Math.min(first!, second!)).toBeGreaterThan(2);
});

it("says nothing of ties that no rule has judged", () => {
  const byline = site.graph.edges.find(
    ({ layer, source, target }) =>
      layer !== "content" && !content.some((e) => e.source === source && e.target === target),
  )!;
  expect(whyDrawn(model, byline.source, byline.target)).toBeNull();
  const old = content.find((edge) => edge.backbone)!;
  expect(whyDrawn(buildModel(site), old.source, old.target)).toBeNull();
});
