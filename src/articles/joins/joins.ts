// Which stretch reads on in which: the search that a column break, a picture or another article in between makes necessary.
//
// Every end that may go on meets every beginning that may be gone on to; evidence adds up to the log-odds that they are one
// text; the joins are chosen together (assignment.ts), with “goes on nowhere on this page” as a choice of score 0.
//
//        end \ beginning    …的重要载 │ 体、人民…   参与”邹… │ 昭通日报讯…
//        …重要载                      9.1              -2.3        (begins anew)
//        …让市民主动                 -4.0               7.7

import { addTo } from "../../lib/group.ts";
import type { PageBlock } from "../page/roles.ts";
import { topicCosine } from "../sense/affinity.ts";
import type { PageSense } from "../sense/sense.ts";
import { bestJoins } from "./assignment.ts";
import { type Beginning, beginningOf, type End, endOf, LAST, nextEvidence, textEvidence } from "./evidence.ts";
import { type Flow, type HeadingGroup, isBylined, type Stretch } from "./flow.ts";
import { AT, type EvidenceName, type EvidenceValues, logOdds, noEvidence, weighed } from "./weights.ts";

/** What spoke for and against a join: each kind's part of the log-odds, in nats. */
export type Evidence = Readonly<Partial<Record<EvidenceName, number>>>;

export interface Join {
  readonly from: number;
  readonly to: number;
  /** Log-odds that the one reads on in the other, in nats; above 0. */
  readonly score: number;
  readonly evidence: Evidence;
}

/** Ends look only so far around; less far on pages of very many stretches, so that time stays near linear. */
const REACH = 60;
const REACH_LONG = 4;
const LONG = 400;

/**
 * Sorted by `from`. In rounds: from the second on an end speaks with the words of all that was joined before it, and a beginning
 * with those of all that follows it. Cost: O(stretches × reach).
 */
export function joinStretches(flow: Flow, sense: PageSense): Join[] {
  let candidates = joinCandidates(flow, sense, []);
  let joins = bestJoins(candidates);
  for (let round = 1; round < ROUNDS && joins.length > 0; round++) {
    const before = joins;
    candidates = joinCandidates(flow, sense, joins, candidates);
    joins = bestJoins(candidates);
    if (areSame(before, joins)) break;
  }
  return joins.map(({ from, to, score, values }) => ({ from, to, score, evidence: weighed(values) }));
}
const ROUNDS = 3;

/** Whether another round would say the same. */
const areSame = (before: readonly JoinCandidate[], after: readonly JoinCandidate[]): boolean =>
  before.length === after.length && after.every(({ from, to }, k) => before[k]!.from === from && before[k]!.to === to);

export interface JoinCandidate {
  readonly from: number;
  readonly to: number;
  readonly values: EvidenceValues;
  /** Log-odds, in nats. */
  readonly score: number;
}

/**
 * Ends and beginnings that rather join than not: every end with every beginning in reach, by `from` and `to`, but for finished
 * ends and beginnings elsewhere whose topics lie apart. `joins`: what is known of other joins. `earlier`: the candidates
 * without these; what none of them touches is as it was.
 */
export function joinCandidates(
  flow: Flow,
  sense: PageSense,
  joins: readonly Pick<Join, "from" | "to">[],
  earlier: readonly JoinCandidate[] | null = null,
): JoinCandidate[] {
  const { stretches } = flow;
  const reach = stretches.length > LONG ? REACH_LONG : REACH;
  const next = new Map(joins.map(({ from, to }) => [from, to]));
  const previous = new Map(joins.map(({ from, to }) => [to, from]));
  const measured = noEvidence();
  const beginnings: Beginning[] = [];
  const places = placesOf(flow);
  const known = new Map(earlier?.map((pair) => [pair.from * stretches.length + pair.to, pair]));
  const candidates: JoinCandidate[] = [];
  for (const { index: from, closed, blocks } of stretches) {
    if (closed) continue;
    let end: End | undefined;
    const { midSentence } = sense.lastOf(blocks.at(-1)!);
    for (let to = Math.max(0, from - reach); to < stretches.length && to <= from + reach; to++) {
      if (to === from || stretches[to]!.certain) continue;
      const border = to === from + 1 && !midSentence ? stretches[to]!.border : null;
      if (earlier && !border && !previous.has(from) && !next.has(to)) {
        const pair = known.get(from * stretches.length + to);
        if (pair) candidates.push(pair);
        continue;
      }
      let values = joins.length === 0 ? border : null;
      if (!values) {
        values = measured.fill(0);
        end ??= endOf(blocksBefore(stretches, from, previous), sense);
        const beginning = beginnings[to] ?? beginningOf(blocksBehind(stretches, to, next), sense);
        beginnings[to] = beginning;
        if (to !== from + 1 && !midSentence && areStrangers(end, beginning)) continue;
        pairEvidence(values, { from, to, end, beginning }, places, stretches[to]!, sense);
      }
      const score = logOdds(values);
      if (score > 0) candidates.push({ from, to, values: values.slice(), score });
    }
  }
  return candidates;
}

/** Whether neither topic nor number makes it worth a look that the one goes on in the other. */
const areStrangers = (end: End, { firstNumber, topic }: Beginning): boolean =>
  !end.announces && firstNumber === null && topicCosine(end.topic, topic) < STRANGE;
const STRANGE = 0.35;

/** The last blocks of a stretch and of those that are joined before it. */
function blocksBefore(
  stretches: readonly Stretch[],
  index: number,
  previous: ReadonlyMap<number, number>,
): PageBlock[] {
  let blocks = stretches[index]!.blocks.slice(-LAST);
  for (let k = previous.get(index); k !== undefined && blocks.length < LAST; k = previous.get(k))
    blocks = [...stretches[k]!.blocks.slice(-LAST), ...blocks];
  return blocks;
}

/** The first blocks of a stretch and of those that are joined behind it. */
function blocksBehind(stretches: readonly Stretch[], index: number, next: ReadonlyMap<number, number>): PageBlock[] {
  const blocks = stretches[index]!.blocks.slice(0, LAST);
  for (let k = next.get(index); k !== undefined && blocks.length < LAST; k = next.get(k))
    blocks.push(...stretches[k]!.blocks.slice(0, LAST));
  return blocks;
}

/** What stands above each stretch, by its index. */
interface Places {
  readonly headings: ReadonlyMap<number, readonly HeadingGroup[]>;
  readonly headed: ReadonlySet<number>;
  readonly pictured: ReadonlySet<number>;
  readonly bylined: ReadonlySet<number>;
  /** Whether nothing but text stands between two stretches: no headline, byline or lead says that it is another article's. */
  readonly overBare: (from: number, to: number) => boolean;
}

function placesOf({ stretches, headings, media }: Flow): Places {
  const above = new Map<number, HeadingGroup[]>();
  const headed = new Set<number>();
  for (const group of headings) {
    if (group.before === group.after) continue;
    if (!group.pointer) headed.add(group.after);
    addTo(above, group.after, group);
  }
  const bylined = new Set(stretches.filter(isBylined).map(({ index }) => index));
  // For each stretch the first from which on all up to it begin with text alone.
  const bareFrom = new Int32Array(stretches.length);
  stretches.forEach(({ index, certain }) => {
    const isBare = index > 0 && !certain && !headed.has(index);
    bareFrom[index] = isBare ? bareFrom[index - 1]! : index;
  });
  const overBare = (from: number, to: number): boolean => bareFrom[to]! <= from;
  return { headings: above, headed, pictured: new Set(media.map(({ before }) => before + 1)), bylined, overBare };
}

interface Pair {
  readonly from: number;
  readonly to: number;
  readonly end: End;
  readonly beginning: Beginning;
}

function pairEvidence(
  values: EvidenceValues,
  { from, to, end, beginning }: Pair,
  { headings, headed, pictured, bylined, overBare }: Places,
  { blocks }: Stretch,
  sense: PageSense,
): void {
  textEvidence(values, end, beginning, sense);
  if (bylined.has(to)) values[AT.bylined] = 1;
  if (to === from + 1) {
    const between = { headings: headings.get(to) ?? [], pictured: pictured.has(to) };
    nextEvidence(values, end, { block: blocks[0]!, window: beginning.window }, between, sense);
    return;
  }
  if (to < from) values[AT.backward] = 1;
  values[AT.away] = Math.log2(Math.abs(to - from));
  if (!end.midSentence) {
    values[AT.awayParagraph] = 1;
    values[AT.orderlyAway] = sense.orderly;
  }
  if (!headed.has(to)) values[AT.unheaded] = 1;
  if (!end.midSentence && to > from && overBare(from, to)) values[AT.overBare] = 1;
}
