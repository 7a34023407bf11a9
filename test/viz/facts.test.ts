// What is stated of names, as decisions leave them.
import { expect, it } from "vitest";
import { gatherFacts } from "../../viz/src/corrections/facts.ts";
import type { SiteEntity, SiteNode, SiteRelation } from "../../viz/src/data.ts";

const node = (id: string): SiteNode =>
  ({ id, type: id.split(":")[0], name: id.slice(id.indexOf(":") + 1) }) as SiteNode;
const end = (id: string): SiteRelation["subject"] => {
  const { type, name } = node(id);
  return { entity: id, type, name };
};
const office = (holder: string, body: string, articles: readonly number[]): SiteRelation => ({
  predicate: "holds_office",
  subject: end(holder),
  object: end(body),
  label: "书记",
  first_date: null,
  last_date: null,
  articles: articles.length,
  stories: articles.length,
  prints: articles.map((article) => ({ article, sentence: 0 })),
});
const file = (entity: string, ...relations: SiteRelation[]): SiteEntity => ({
  entity,
  relations,
  relations_total: relations.length,
  names: [],
});

const nodes = ["person:甲", "agency:乙", "agency:丙", "person:甲二"].map(node);

it("a merged name has the offices of both, each once", () => {
  const now = new Map([
    ["person:甲", 0],
    ["agency:乙", 1],
    ["agency:乙二", 1],
  ]);
  const files = [
    file("agency:乙", office("person:甲", "agency:乙", [0])),
    file("agency:乙二", office("person:甲", "agency:乙二", [1])),
  ];
  const { relations } = gatherFacts(nodes, 1, files, (id) => now.get(id));
  expect(relations.map(({ subject, object }) => [subject.entity, object.entity])).toEqual([["person:甲", "agency:乙"]]);
});

it("who is split off has what his own articles print, and the other the rest", () => {
  const files = [file("person:甲", office("person:甲", "agency:乙", [0, 5]), office("person:甲", "agency:丙", [0]))];
  const identify = (id: string, article: number): number =>
    id === "person:甲" ? (article === 5 ? 3 : 0) : id === "agency:乙" ? 1 : 2;
  const split = gatherFacts(nodes, 3, files, identify).relations;
  expect(split.map(({ subject, prints }) => [subject.entity, prints.map(({ article }) => article)])).toEqual([
    ["person:甲二", [5]],
  ]);
  expect(gatherFacts(nodes, 0, files, identify).relations.map(({ object }) => object.entity)).toEqual([
    "agency:乙",
    "agency:丙",
  ]);
});
