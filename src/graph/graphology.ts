// The door to graphology's algorithms. Their typings describe ES modules, the files are CommonJS: an import from a module
// of ours gets the function itself where the typings promise `{ default }` (to a bundler's eyes they promise the function).
// Said once, here.
import louvainModule from "graphology-communities-louvain";
import forceAtlas2Module from "graphology-layout-forceatlas2";
import pagerankModule from "graphology-metrics/centrality/pagerank.js";

export { UndirectedGraph } from "graphology";
export { weightedDegree } from "graphology-metrics/node/weighted-degree.js";
export { createUnweightedIndexedBrandes } from "graphology-shortest-path/indexed-brandes.js";

type Callable<Module> = Module extends { default: infer Face } ? Face : Module;

export const louvain = louvainModule as unknown as Callable<typeof louvainModule>;
export const forceAtlas2 = forceAtlas2Module as unknown as Callable<typeof forceAtlas2Module>;
export const pagerank = pagerankModule as unknown as Callable<typeof pagerankModule>;
