// Re-arranging what is drawn, when it is asked for: the one thing that moves names. Fetched when it is first asked for.
import type { Model, Tie } from "../model.ts";
import { type Arrangement, arrange } from "./force.ts";
import ArrangeWorker from "./worker.ts?worker&inline";

/** Names in data units; marks and their names want about so much room. */
const ROOM = 14;

/** Names' numbers → their new places. In a worker; where none may be made, here. */
export async function rearrange(
  model: Model,
  nodes: readonly number[],
  edges: readonly number[],
): Promise<ReadonlyMap<number, { x: number; y: number }>> {
  const at = new Map(nodes.map((node, i) => [node, i]));
  const ties = edges.map((i) => model.edges[i]!);
  const input: Arrangement = {
    places: Float64Array.from(nodes.flatMap((node) => [model.nodes[node]!.x, model.nodes[node]!.y])),
    ties: Uint32Array.from(ties.flatMap((tie) => [at.get(tie.source)!, at.get(tie.target)!])),
    weights: Float64Array.from(ties, (tie: Tie) => 1 + Math.log(tie.stories)),
    sizes: new Float64Array(nodes.length).fill(ROOM),
  };
  const places = await inWorker(input).catch(() => arrange(input));
  return new Map(nodes.map((node, i) => [node, { x: places[2 * i]!, y: places[2 * i + 1]! }]));
}

function inWorker(input: Arrangement): Promise<Float64Array> {
  return new Promise((resolve, reject) => {
    const worker = new ArrangeWorker();
    const end = (act: () => void): void => {
      worker.terminate();
      act();
    };
    worker.onmessage = ({ data }: MessageEvent<Float64Array>) => end(() => resolve(data));
    // A policy that forbids the worker says so by an error event alone.
    worker.onerror = (event) => end(() => reject(new Error(event.message)));
    worker.postMessage(input);
  });
}
