// The door to graphology's algorithms. Their typings describe ES modules, the files are CommonJS: an import from a module
// of ours gets the function itself where the typings promise `{ default }`. Said once, here.
import louvainModule from "graphology-communities-louvain";
import forceAtlas2Module from "graphology-layout-forceatlas2";

export { UndirectedGraph } from "graphology";

export const louvain = louvainModule as unknown as typeof louvainModule.default;
export const forceAtlas2 = forceAtlas2Module as unknown as typeof forceAtlas2Module.default;
