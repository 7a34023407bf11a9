// Training: labelled texts → a field of weights that makes their labels likely.
//
// Maximum conditional likelihood of a linear-chain conditional random field by stochastic gradients, a text a step: AdaGrad
// steps (Duchi, Hazan and Singer 2011), a penalty on the size of weights that makes most of them nothing, the average of the
// later weights as the result. At each step some signs are hidden, so that no name is known by its characters alone (Wang et
// al. 2013, "Feature noising for log-linear structured prediction"): worth a point of F. Seeded; the same texts, options and
// seed give the same bytes.
import { type Effects, SILENT_EFFECTS } from "../../lib/effects.ts";
import { seededRandom } from "../../lib/random.ts";
import type { CompiledTexts, SignTable } from "./compile.ts";
import {
  average,
  type Copied,
  createField,
  type Field,
  HIDDEN,
  learnText,
  scoreText,
  settle,
  shrink,
} from "./field.ts";
import { addSteps, createLattice, type Lattice, marginals, reserve } from "./lattice.ts";
import { stepsAmong, TAGS, tagCount } from "./tags.ts";

export interface TrainOptions {
  readonly seed: number;
  readonly epochs: number;
  /** Size of the first step of a weight, in nats. */
  readonly rate: number;
  /** Penalty on the sum of all weights' sizes, in nats an epoch. */
  readonly penalty: number;
  /** Share of the places whose pair, triple and word are hidden at a step, so that the rest learns to do without (dropout). */
  readonly hide: number;
  /** The same for codes, and for single characters. */
  readonly hideCodes: number;
  readonly hideIds: number;
  /** How often a place hides what the place before it hides, so that whole names are hidden at times. */
  readonly cling: number;
  /** A character is passed over where no tag is further than this from the truth. */
  readonly sure: number;
  readonly copied: Copied;
}

export const DEFAULT_TRAIN_OPTIONS: TrainOptions = {
  seed: 1,
  epochs: 5,
  rate: 0.1,
  penalty: 0.2,
  hide: 0.55,
  hideCodes: 0.25,
  hideIds: 0.15,
  cling: 0.4,
  sure: 0.005,
  copied: [true, true, true, true, true],
};

/** How often an epoch the penalty is taken and, from the second epoch on, the weights are counted into the average. */
const ROUNDS = 8;

/** For each convention, how many types it has. */
export type Conventions = readonly number[];

/** What a text's convention makes of the lattice: its tags, and which of all steps its steps are. */
interface Frame {
  readonly lattice: Lattice;
  /** `[from * tags + to]`: the lattice's step. */
  readonly between: Uint8Array;
  readonly stepOf: Int32Array;
}

function createFrame(types: number): Frame {
  const lattice = createLattice(tagCount(types));
  const all = stepsAmong(TAGS);
  const index = new Map(Array.from(all.from, (from, i) => [from * TAGS + all.to[i]!, i]));
  const { from, to } = lattice.steps;
  const between = new Uint8Array(lattice.tags * lattice.tags);
  for (let s = 0; s < from.length; s++) between[from[s]! * lattice.tags + to[s]!] = s;
  return {
    lattice,
    between,
    stepOf: Int32Array.from(lattice.steps.from, (from, i) => index.get(from * TAGS + lattice.steps.to[i]!)!),
  };
}

/** Step scores of a convention: the shared and its own. */
function stepScores(field: Field, convention: number, stepOf: Int32Array): Float64Array {
  const shared = field.steps[0]!;
  const own = field.steps[convention + 1]!;
  return Float64Array.from(stepOf, (step) => shared[step]! + own[step]!);
}

export function trainField(
  table: SignTable,
  conventions: Conventions,
  texts: CompiledTexts,
  options: TrainOptions,
  effects: Effects = SILENT_EFFECTS,
  afterEpoch: (field: Field, epoch: number) => void = () => {},
): Field {
  const { seed, epochs, rate, penalty, sure } = options;
  const field = createField(table, conventions.length, options.copied);
  const frames = conventions.map(createFrame);
  const random = seededRandom(seed);
  const count = texts.conventions.length;
  const order = Int32Array.from({ length: count }, (_, i) => i);
  let scratch = createScratch(0);
  let averaged = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (let round = 0, i = 0; round < ROUNDS; round++) {
      for (const end = Math.floor(((round + 1) * count) / ROUNDS); i < end; i++) {
        const index = order[i]!;
        const length = texts.starts[index + 1]! - texts.starts[index]! - 2;
        if (length <= 0) continue;
        if (scratch.active.length < length) scratch = createScratch(2 * length);
        hideSigns(scratch.hidden, length, options, random);
        step(field, frames[texts.conventions[index]!]!, texts, index, length, scratch, rate, sure);
      }
      shrink(field, rate, penalty / ROUNDS);
      if (epoch > 0) {
        average(field);
        averaged++;
      }
      effects.progress({ stage: "训练 train", done: epoch * ROUNDS + round + 1, total: epochs * ROUNDS });
    }
    afterEpoch(field, epoch);
  }
  if (averaged > 0) settle(field, averaged);
  return field;
}

interface Scratch {
  readonly gradient: Float64Array;
  readonly active: Uint8Array;
  readonly hidden: Uint8Array;
}

const createScratch = (length: number): Scratch => ({
  gradient: new Float64Array(length * TAGS),
  active: new Uint8Array(length),
  hidden: new Uint8Array(length + 2),
});

function hideSigns(
  hidden: Uint8Array,
  length: number,
  { hide, hideCodes, hideIds, cling }: TrainOptions,
  random: () => number,
): void {
  let before = 0;
  for (let place = 0; place < length + 2; place++) {
    let now =
      (random() < hide ? HIDDEN.words : 0) |
      (random() < hideCodes ? HIDDEN.codes : 0) |
      (random() < hideIds ? HIDDEN.ids : 0);
    if (place > 0 && random() < cling) now = before;
    hidden[place] = now;
    before = now;
  }
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
}

function step(
  field: Field,
  { lattice, between, stepOf }: Frame,
  texts: CompiledTexts,
  index: number,
  length: number,
  { gradient, active, hidden }: Scratch,
  rate: number,
  sure: number,
): void {
  const { tags } = lattice;
  const convention = texts.conventions[index]!;
  const gold = texts.tags.subarray(texts.starts[index]! + 1, texts.starts[index]! + 1 + length);
  reserve(lattice, length);
  scoreText(field, texts, index, lattice, hidden);
  const exp = stepScores(field, convention, stepOf).map(Math.exp);
  marginals(lattice, exp, length);
  const { nodes } = lattice;
  let any = false;
  for (let t = 0; t < length; t++) {
    active[t] = 0;
    const row = t * tags;
    if (1 - nodes[row + gold[t]!]! < sure) continue;
    active[t] = 1;
    any = true;
    for (let tag = 0; tag < tags; tag++) {
      const p = nodes[row + tag]!;
      gradient[row + tag] = p < 1e-4 ? 0 : -p;
    }
    gradient[row + gold[t]!]! += 1;
  }
  if (!any) return;
  learnText(field, texts, index, tags, gradient, active, hidden, rate);
  const sums = new Float64Array(stepOf.length);
  addSteps(lattice, exp, length, -1, sums);
  for (let t = 1; t < length; t++) sums[between[gold[t - 1]! * tags + gold[t]!]!]! += 1;
  for (const domain of [0, convention + 1])
    stepOf.forEach((at, s) => {
      const g = sums[s]!;
      if (Math.abs(g) < 1e-6) return;
      field.stepSquares[domain]![at]! += g * g;
      field.steps[domain]![at]! += (rate * g) / Math.sqrt(field.stepSquares[domain]![at]!);
    });
}
