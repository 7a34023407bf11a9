import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Choice, formatChoice, parseDecisions } from "../../src/entities/resolve/decisions.ts";
import { correct } from "../../viz/src/corrections/correct.ts";
import { buildModel, type Model, type Tie } from "../../viz/src/model.ts";
import { countPairs, makeDatedSite, namingsOf } from "./fixture/dated.ts";

const site = makeDatedSite({ names: 40, articles: 150, each: 5, days: 40, papers: 4, seed: 6 });
const base = buildModel(site);
const namings = namingsOf(site);

const choices = (text: string): Choice[] => parseDecisions(text, "test").map(({ choice }) => choice);
const idOf = (number: number): string => base.nodes[number]!.id;
const counts = ({ source, target, layer, articles, texts, stories, papers }: Tie) =>
  [source, target, layer, articles, texts, stories, papers].join("/");

/** The ties that a plain count gives when every naming is read through `whose`. */
function plainTies(whose: (number: number, article: number) => number): string[] {
  const read = namings.map((naming, article) => {
    const changed: typeof naming = new Map();
    for (const [number, depth] of naming) {
      const now = whose(number, article);
      if (now >= 0) changed.set(now, Math.min(depth, changed.get(now) ?? 9));
    }
    return changed;
  });
  return countPairs(site.articles, read, Number.POSITIVE_INFINITY).map(counts).sort();
}

describe("a person's decisions", () => {
  test("none leave the very same model", () => {
    expect(correct(base, []).model).toBe(base);
  });

  test("merged names count as one, as a plain count of their articles does", () => {
    const number = fc.nat(base.nodes.length - 1);
    fc.assert(
      fc.property(number, number, (of, to) => {
        fc.pre(of !== to);
        const { model, idle } = correct(base, choices(`merge ${idOf(of)} → ${idOf(to)}`));
        expect(idle).toEqual([]);
        expect(model.edges.map(counts).sort()).toEqual(plainTies((n) => (n === of ? to : n)));
        expect(model.nodes[of]!.articles).toBe(0);
        expect(model.indexById.get(idOf(of))).toBe(to);
        expect(model.nodes[to]!.aliases).toContain(base.nodes[of]!.name);
        const all = (["content", "byline", "masthead"] as const).map((layer) =>
          [...new Set([...(base.nodes[of]!.in[layer] ?? []), ...(base.nodes[to]!.in[layer] ?? [])])].sort(
            (a, b) => a - b,
          ),
        );
        expect((["content", "byline", "masthead"] as const).map((layer) => model.nodes[to]!.in[layer] ?? [])).toEqual(
          all,
        );
      }),
      { numRuns: 12 },
    );
  });

  test("a name that is split by paper and page becomes two, and every mention is one of them", () => {
    const of = 0;
    const { page_id } = site.articles[base.nodes[of]!.in.content![0]!]!;
    const line = `split ${idOf(of)} @ paper:第1报 @ ${page_id} → ${base.nodes[of]!.type}:另一个`;
    const { model, identify } = correct(base, choices(line));
    const holds = (article: number): boolean =>
      site.articles[article]!.paper === "第1报" || site.articles[article]!.page_id === page_id;
    const last = base.nodes.length;
    expect(model.nodes[last]).toMatchObject({ name: "另一个", type: base.nodes[of]!.type });
    expect(model.edges.map(counts).sort()).toEqual(plainTies((n, article) => (n === of && holds(article) ? last : n)));
    for (const article of base.nodes[of]!.in.content!)
      expect(identify(idOf(of), article)).toBe(holds(article) ? last : of);
  });

  test("a hidden name takes its ties with it; a new name and a new type take none", () => {
    const hidden = correct(base, choices(`hide ${idOf(3)}`));
    expect(hidden.model.edges.map(counts).sort()).toEqual(plainTies((n) => (n === 3 ? -1 : n)));
    expect(hidden.identify(idOf(3), 0)).toBe(-1);
    const { type, name } = base.nodes[5]!;
    const other = type === "place" ? "agency" : "place";
    const renamed = correct(base, choices(`rename ${idOf(5)} → 新名\nretype ${type}:新名 → ${other}`)).model;
    expect(renamed.nodes[5]).toMatchObject({ id: `${other}:新名`, name: "新名", type: other });
    expect(renamed.nodes[5]!.aliases).toContain(name);
    expect(renamed.edges).toBe(base.edges);
    expect(renamed.indexById.get(idOf(5))).toBe(5);
  });

  test("places stay, whatever is decided", () => {
    const { model } = correct(
      base,
      choices(`merge ${idOf(1)} → ${idOf(2)}\nhide ${idOf(4)}\nrename ${idOf(6)} → 新名`),
    );
    base.nodes.forEach((node, i) => {
      expect([model.nodes[i]!.x, model.nodes[i]!.y]).toEqual([node.x, node.y]);
    });
  });

  test("one taken back leaves what the others make, and all taken back leave the start", () => {
    const number = fc.nat(base.nodes.length - 1);
    const line = fc.oneof(
      fc.tuple(number, number).map(([a, b]) => (a === b ? `hide ${idOf(a)}` : `merge ${idOf(a)} → ${idOf(b)}`)),
      number.map((a) => `rename ${idOf(a)} → 改名${a}`),
      number.map((a) => `split ${idOf(a)} @ paper:第2报 → ${base.nodes[a]!.type}:半个${a}`),
    );
    const shape = (model: Model) => [model.nodes, model.edges.map(counts), model.communities, model.project.counts];
    fc.assert(
      fc.property(fc.uniqueArray(line, { minLength: 1, maxLength: 5 }), fc.nat(4), (lines, at) => {
        const taken = lines.filter((_, i) => i !== at % lines.length);
        const once = correct(base, choices(taken.join("\n"))).model;
        correct(base, choices(lines.join("\n")));
        expect(shape(correct(base, choices(taken.join("\n"))).model)).toEqual(shape(once));
        expect(correct(base, []).model).toBe(base);
      }),
      { numRuns: 15 },
    );
  });

  test("what finds nothing, or a name that somebody has, is said and changes nothing", () => {
    const { model, idle } = correct(
      base,
      choices(`merge person:无此人 → ${idOf(1)}\nrename ${idOf(1)} → ${base.nodes[1]!.name}x`),
    );
    expect(idle).toEqual([0]);
    expect(model.nodes[1]!.name).toBe(`${base.nodes[1]!.name}x`);
    const other = base.nodes.findIndex((node, i) => i > 1 && node.type === base.nodes[1]!.type);
    const taken = correct(base, choices(`rename ${idOf(1)} → ${base.nodes[other]!.name}`));
    expect(taken.idle).toEqual([0]);
    expect(taken.model.nodes[1]!.name).toBe(base.nodes[1]!.name);
  });

  test("to keep two apart changes nothing here; of a name that nobody has or is printed with, it is said to be idle", () => {
    const merged = choices(`merge ${idOf(1)} → ${idOf(2)}`);
    const { type, name } = base.nodes[1]!;
    const to = idOf(base.nodes.findIndex((node, i) => i > 2 && node.type === type));
    const line = `apart ${idOf(3)} | ${idOf(4)}\napart ${idOf(3)} | ${type}:无此名\napart ${type}:${name} | ${to}`;
    const { model, idle } = correct(base, [...merged, ...choices(line)]);
    expect(idle).toEqual([2]);
    expect(model.edges.map(counts)).toEqual(correct(base, merged).model.edges.map(counts));
  });

  test("are written in the lines that a build reads, whatever the names hold", () => {
    const piece = fc.constantFrom("国", "务", "a", " ", " → ", "->", " | ", "@", " # ", '"', "\\", "：", "<b>", "😀");
    const name = fc
      .array(piece, { minLength: 1, maxLength: 8 })
      .map((pieces) => pieces.join("").trim())
      .filter((text) => text !== "");
    fc.assert(
      fc.property(name, name, (a, b) => {
        fc.pre(a !== b);
        const of = { id: `person:${a}`, type: "person" as const, name: a };
        const to = { id: `person:${b}`, type: "person" as const, name: b };
        for (const kind of ["merge", "apart"] as const)
          expect(choices(formatChoice({ kind, of, to }))).toEqual([{ kind, of, to }]);
      }),
      { numRuns: 40 },
    );
  });
});
