// The door to graphology's algorithms. Their typings describe ES modules, the files are CommonJS: an import from a module
// of ours gets the function itself where the typings promise `{ default }`. Said once, here.
import louvainModule from "graphology-communities-louvain";
import forceAtlas2Module from "graphology-layout-forceatlas2";
import pagerankModule from "graphology-metrics/centrality/pagerank.js";

export { UndirectedGraph } from "graphology";
export { weightedDegree } from "graphology-metrics/node/weighted-degree.js";
export { createUnweightedIndexedBrandes } from "graphology-shortest-path/indexed-brandes.js";

export const louvain = louvainModule as unknown as typeof louvainModule.default;
export const forceAtlas2 = forceAtlas2Module as unknown as typeof forceAtlas2Module.default;
export const pagerank = pagerankModule as unknown as typeof pagerankModule.default;
