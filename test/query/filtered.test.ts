// Paths and evidence under a filter, against everything asked without one and sifted by hand.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Layer } from "../../src/entities/index.ts";
import { FilterError } from "../../src/filter/index.ts";
import {
  countEdges,
  countEntities,
  type EdgeFacts,
  tieWeight,
  weighEdges,
  writeEvidence,
} from "../../src/graph/index.ts";
import { InputError } from "../../src/lib/errors.ts";
import { type EntityFacts, entity, evidence, path, prepareQuestions, QUESTIONS } from "../../src/query/index.ts";
import { type Database, parseStatement } from "../../src/store/index.ts";
import { randomProject } from "../fixtures/graph/random-project.ts";
import { openProjectOf } from "../fixtures/graph/small-project.ts";

const NAMES = [
  "person:张三",
  "person:李四",
  "person:王五",
  "agency:清河市委",
  "agency:云岭县委",
  "place:清河市",
  "place:云岭县",
  "program:清河行动",
];
const LAYERS: readonly Layer[] = ["content", "byline", "masthead"];
const spec = randomProject({ names: NAMES, articles: 45, seed: 11 });

type Edge = EdgeFacts & { readonly source: string; readonly target: string };

let db: Database;
let edges: Edge[];
beforeAll(async () => {
  db = await openProjectOf(spec);
  await countEntities(db);
  await writeEvidence(db);
  await countEdges(db, { maxEntitiesPerText: 400 });
  await weighEdges(db);
  edges = await db.rows<Edge>(parseStatement("t", "SELECT * FROM edges"));
});
afterAll(() => db.close());

interface Text {
  readonly papers: readonly (string | null | undefined)[];
  readonly places: readonly (string | null | undefined)[];
  readonly dates: readonly (string | null | undefined)[];
  /** The least depth at which it names each. */
  readonly depths: ReadonlyMap<string, number>;
}

const texts = new Map(
  spec.articles.map(({ text_id }): [string, Text] => {
    const own = spec.articles.filter((article) => article.text_id === text_id);
    const pages = own.map(({ page }) => spec.pages.find((one) => one.page === page)!);
    const depths = new Map<string, number>();
    for (const [name, layer] of own.flatMap(({ sentences }) => sentences.flat()))
      depths.set(name, Math.min(depths.get(name) ?? 9, LAYERS.indexOf(layer!)));
    const [papers, places, dates] = [pages.map((p) => p.paper), pages.map((p) => p.place), pages.map((p) => p.date)];
    return [text_id!, { papers, places, dates, depths }];
  }),
);

const layerOf = (text: Text, of: readonly string[]): Layer =>
  LAYERS[Math.max(...of.map((one) => text.depths.get(one)!))]!;
const edgeOf = (of: readonly string[], layer: Layer): Edge | undefined => {
  const [source, target] = [...of].sort();
  return edges.find((edge) => edge.source === source && edge.target === target && edge.layer === layer);
};

describe("evidence under a filter", () => {
  type Passes = (text: Text, facts: readonly EntityFacts[], edge: Edge | undefined) => boolean;
  const OF_ALL: readonly (readonly [string, Passes])[] = [
    ["paper:清河日报", (text) => text.papers.includes("清河日报")],
    ["NOT paper:清河日报", (text) => !text.papers.includes("清河日报")],
    ["place:清河市", (text) => text.places.includes("清河市")],
    ["date:2021", (text) => text.dates.some((date) => date?.startsWith("2021"))],
    ["stories:>=12", (_, facts) => facts.every(({ stories }) => stories >= 12)],
    ["类型：(人物 或 机构)", (_, facts) => facts.every(({ type }) => type === "person" || type === "agency")],
    [
      "date:2020 且 articles:>=9",
      (t, f) => t.dates.some((d) => d?.startsWith("2020")) && f.every((o) => o.articles >= 9),
    ],
  ];
  const OF_TIES: readonly (readonly [string, Passes])[] = [
    ["tie.paper:云岭晚报", (text) => text.papers.includes("云岭晚报")],
    ["tie.stories:>=4", (_, __, edge) => edge!.stories >= 4],
    ["tie.date:2022 AND close:>=2", (t, _, edge) => t.dates.some((d) => d?.startsWith("2022")) && edge!.close >= 2],
  ];

  async function check(of: readonly string[], filter: string, passes: Passes): Promise<number> {
    let left = 0;
    for (const layer of [...LAYERS, "all"] as const) {
      const all = await evidence(db, of, { layer, limit: 10_000 });
      const facts = await Promise.all(of.map((one) => entity(db, one, layer)));
      const items = all.items.filter(({ text_id }) => {
        const text = texts.get(text_id)!;
        return passes(text, facts, of.length > 1 ? edgeOf(of, layerOf(text, of)) : undefined);
      });
      const told = await evidence(db, of, { layer, filter, limit: 10_000 });
      expect(told.items, `${of} ${filter} ${layer}`).toEqual(items);
      expect([told.total, told.texts, told.stories]).toEqual([
        items.length,
        new Set(items.map(({ text_id }) => text_id)).size,
        new Set(items.map(({ story }) => story)).size,
      ]);
      if (items.length > 0 && items.length < all.items.length) left++;
    }
    return left;
  }

  it("is what is left of all evidence when its texts are sifted", async () => {
    let left = 0;
    for (const [filter, passes] of OF_ALL)
      for (const of of [[NAMES[3]!], [NAMES[0]!, NAMES[1]!], [NAMES[0]!, NAMES[4]!]])
        left += await check(of, filter, passes);
    for (const [filter, passes] of OF_TIES)
      for (const of of [
        [NAMES[0]!, NAMES[1]!],
        [NAMES[2]!, NAMES[5]!],
      ])
        left += await check(of, filter, passes);
    expect(left).toBeGreaterThan(30);
  });

  it("asks nothing of ties where there is none, and points at what it cannot read", async () => {
    await expect(evidence(db, ["张三"], { filter: "tie.stories:>=2" })).rejects.toThrow(InputError);
    await expect(evidence(db, ["张三"], { filter: "stories:" })).rejects.toThrow(FilterError);
    expect((await evidence(db, ["张三"], { filter: "" })).total).toBe((await evidence(db, ["张三"])).total);
    expect((await evidence(db, ["张三"], { filter: "degree:>=1" })).total).toBe((await evidence(db, ["张三"])).total);
    expect((await evidence(db, ["张三"], { filter: "degree:>=99" })).total).toBe(0);
  });
});

describe("paths under a filter", () => {
  type Kept = (facts: EntityFacts) => boolean;
  const inPaper = (edge: Edge, paper: string): boolean =>
    [...texts.values()].some(
      (text) =>
        text.papers.includes(paper) &&
        text.depths.has(edge.source) &&
        text.depths.has(edge.target) &&
        layerOf(text, [edge.source, edge.target]) === edge.layer,
    );
  const FILTERS: readonly (readonly [string, Kept, (edge: Edge) => boolean])[] = [
    ["type:(agency OR place)", ({ type }) => type === "agency" || type === "place", () => true],
    ["stories:<=9", ({ stories }) => stories <= 9, () => true],
    ["tie.stories:>=3", () => true, ({ stories }) => stories >= 3],
    ["tie.paper:云岭晚报", () => true, (edge) => inPaper(edge, "云岭晚报")],
    ["NOT type:person AND tie.close:<=2", ({ type }) => type !== "person", ({ close }) => close <= 2],
    ["name:无此名", () => false, () => true],
  ];

  /** Every simple path over the list of ties, by cost, hops and ids. */
  function plainly(from: string, to: string, kept: ReadonlySet<string>, ties: readonly Edge[], maxHops: number) {
    const found: { nodes: string[]; cost: number }[] = [];
    const walk = (nodes: string[], cost: number): void => {
      const last = nodes.at(-1)!;
      if (last === to) found.push({ nodes, cost });
      else if (nodes.length <= maxHops)
        for (const tie of ties) {
          if (tie.source !== last && tie.target !== last) continue;
          const next = tie.source === last ? tie.target : tie.source;
          if (nodes.includes(next) || (next !== to && !kept.has(next))) continue;
          walk([...nodes, next], cost + (1 + 1 / Math.max(1, tieWeight(tie))));
        }
    };
    walk([from], 0);
    const order = (a: string[], b: string[]): number => (a.join("\t") < b.join("\t") ? -1 : 1);
    return found.sort((a, b) => a.cost - b.cost || a.nodes.length - b.nodes.length || order(a.nodes, b.nodes));
  }

  it("are those over what it keeps, whoever stands at the ends", async () => {
    await prepareQuestions(db);
    let found = 0;
    for (const layer of ["content", "byline"] as const)
      for (const [filter, isKept, isTied] of FILTERS) {
        const facts = await Promise.all(NAMES.map((name) => entity(db, name, layer)));
        const kept = new Set(facts.filter(isKept).map((one) => one.entity));
        const ties = edges.filter((edge) => edge.layer === layer && isTied(edge));
        for (const [from, to] of [
          [0, 1],
          [0, 6],
          [3, 7],
          [2, 4],
        ] as const) {
          const [a, b] = [NAMES[from]!, NAMES[to]!];
          const told = await path(db, [a, b], { layer, filter, k: 50, maxHops: 3 });
          const wanted = plainly(a, b, kept, ties, 3).slice(0, 50);
          expect(
            told.items.map(({ nodes }) => nodes.map((node) => node.entity)),
            `${a} ${b} ${filter} ${layer}`,
          ).toEqual(wanted.map(({ nodes }) => nodes));
          expect(told.options.filter).toBe(filter);
          found += wanted.length;
        }
      }
    expect(found).toBeGreaterThan(100);
  });

  it("pass given names that the filter leaves out, and nobody else", async () => {
    const [a, b] = [NAMES[0]!, NAMES[6]!];
    const { items } = await path(db, [a, b], { via: "李四", filter: "type:place", maxHops: 4, k: 20 });
    expect(items.length).toBeGreaterThan(0);
    for (const { nodes } of items) {
      const between = nodes.slice(1, -1).filter(({ name }) => name !== "李四");
      expect(between.every(({ type }) => type === "place")).toBe(true);
      expect(nodes.length - 2 - between.length).toBe(1);
    }
  });
});

it("path and evidence are asked with a filter as every question with one is", async () => {
  for (const name of ["path", "evidence"]) {
    const question = QUESTIONS.find((one) => one.name === name)!;
    const of = ["张三", "李四"];
    const answer = await question.ask(db, of, { filter: "paper:清河日报" });
    expect(question.answers.parse(answer)).toEqual(answer);
    await expect(question.ask(db, of, { filter: "paper:(" })).rejects.toThrow(FilterError);
  }
});
