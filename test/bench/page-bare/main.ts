// What the page is measured against: Sigma as it comes, with the same graph. `?shown=0,3,4` draws these names alone, with
// the ties among them.
import { MultiUndirectedGraph } from "graphology";
import Sigma from "sigma";
import type { SiteGraph } from "../../../src/export/site-types.ts";

declare global {
  var bare: { sigma: Sigma; ready: number } | undefined;
}

const { nodes, edges } = (await (await fetch("data/graph.json")).json()) as SiteGraph;
const shown = new URLSearchParams(location.search).get("shown");
const wanted = shown === null ? null : new Set(shown.split(",").map(Number));
const graph = new MultiUndirectedGraph();
const most = nodes.reduce((top, node) => Math.max(top, node.stories), 1);
nodes.forEach(({ name, x, y, stories }, i) => {
  if (wanted && !wanted.has(i)) return;
  // As viz/src/looks.ts has it.
  const share = most <= 1 ? 0 : Math.sqrt((stories - 1) / (Math.max(most, 5) - 1));
  graph.addNode(i, { label: name, x, y, size: 4.8 + 5.4 * share, color: "#1b1a17" });
});
for (const { source, target } of edges)
  if (graph.hasNode(source) && graph.hasNode(target)) graph.addEdge(source, target, { size: 1, color: "#dddddd" });
const sigma = new Sigma(graph, document.getElementById("root")!);
// Of all nodes, drawn or not, so that the page's camera means the same here.
const span = (values: number[]): [number, number] => [Math.min(...values), Math.max(...values)];
sigma.setCustomBBox({ x: span(nodes.map((node) => node.x)), y: span(nodes.map((node) => node.y)) });
sigma.once("afterRender", () => {
  globalThis.bare = { sigma, ready: performance.now() };
});
sigma.refresh();
