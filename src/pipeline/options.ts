// What a build can be told. The command line's options and their help come from here.
import { availableParallelism } from "node:os";

export interface BuildOptions {
  /** Files and folders of pages (.txt .md .html .jsonl). */
  readonly inputs: readonly string[];
  /** The project's folder; made when missing. */
  readonly out: string;
  /** A CSV of page, paper, place, date; null to go by the pages alone. */
  readonly meta: string | null;
  /** A file of decisions about identity, kept in the project and replayed until another is given; null for the kept one. */
  readonly decisions: string | null;
  /** Worker threads, ≥ 1; 1 maps in this thread; null chooses by the input's size. The result does not depend on it. */
  readonly workers: number | null;
  /** Compute the map's places afresh instead of keeping those of layout.json. */
  readonly relayout: boolean;
  /** Pairs are made of at most this many entities a text; a longer list is cut to the most named, with an issue row. */
  readonly maxEntitiesPerText: number;
}

export const DEFAULT_BUILD_OPTIONS = {
  meta: null,
  decisions: null,
  workers: null,
  relayout: false,
  // A list of 400 names makes 79,800 pairs, none of which says much; a full page of news has some 150 names.
  maxEntitiesPerText: 400,
} as const satisfies Partial<BuildOptions>;

/** Below this many characters a worker takes longer to load its dictionary than to map its share. */
const WORTH_A_WORKER = 1_000_000;

/** How many threads map an input of so many characters. */
export const workersFor = (options: BuildOptions, chars: number): number =>
  options.workers ?? Math.min(availableParallelism(), Math.ceil(chars / WORTH_A_WORKER));
