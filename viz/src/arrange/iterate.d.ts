declare module "graphology-layout-forceatlas2/iterate.js" {
  /** One round, in place. Nodes: x, y, dx, dy, old dx, old dy, mass, convergence, size, fixed. Edges: source, target, weight. */
  export default function iterate(settings: object, nodes: Float32Array, edges: Float32Array): object;
}
