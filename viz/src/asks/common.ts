// What two or more names have in common: names tied to all of them, and the articles that name them all. Pure.
import { type Choice, fits, tieFits } from "../drawn.ts";
import { articlesOf, type Model, otherEnd } from "../model.ts";

export interface Shared {
  readonly node: number;
  /** The tie to each of the asked names, in their order. */
  readonly ties: readonly number[];
  /** Stories of the weakest of these ties: what they have in common is no stronger. */
  readonly stories: number;
}

export interface Common {
  /** Best first: the weakest tie, then all of them, then importance. */
  readonly shared: readonly Shared[];
  /** Articles that name all, ascending. */
  readonly articles: readonly number[];
}

/** Names and ties that the filters leave out are not shared. Cost: O(ties of the asked names). */
export function findCommon(model: Model, choice: Choice, asked: readonly number[]): Common {
  const tied = asked.map((node) => {
    const to = new Map<number, number>();
    // Strongest first: of two ties of a pair the stronger stays.
    for (const i of model.edgesOf(node)) {
      const tie = model.edges[i]!;
      const other = otherEnd(tie, node);
      if (!to.has(other) && tieFits(choice, tie) && fits(model, choice, other)) to.set(other, i);
    }
    return to;
  });
  const [first, ...others] = tied;
  const nodes = [...(first?.keys() ?? [])].filter(
    (node) => !asked.includes(node) && others.every((to) => to.has(node)),
  );
  const shared = nodes.map((node) => {
    const ties = tied.map((to) => to.get(node)!);
    return { node, ties, stories: Math.min(...ties.map((i) => model.edges[i]!.stories)) };
  });
  const sum = ({ ties }: Shared): number => ties.reduce((all, i) => all + model.edges[i]!.stories, 0);
  shared.sort((a, b) => b.stories - a.stories || sum(b) - sum(a) || model.rank[a.node]! - model.rank[b.node]!);
  const lists = asked.map((node) => new Set(articlesOf(model.nodes[node]!, choice.bylines)));
  const articles = [...(lists[0] ?? [])].filter((article) => lists.every((list) => list.has(article)));
  return { shared, articles: articles.sort((a, b) => a - b) };
}
