// Articles → texts (an article with its continuations on other pages) → stories (texts that reprint each other).
//
// SQL finds the candidates, pure functions decide each of them with the texts in hand: continuations.ts an issue at a
// time, reprints.ts a pair at a time, cluster.ts what hangs together. Only what is joined is in the result: every other
// article is a text of its own, and every other text a story of its own.
import { grouped } from "../lib/group.ts";
import { compareCodePoints } from "../lib/order.ts";
import { type Database, type Row, statement } from "../store/index.ts";
import { clusterReprints, componentsOf } from "./cluster.ts";
import { type Jump, type JumpEnd, joinIssue, type ReadsOn, textsOf } from "./continuations.ts";
import { judgeReprint, type LinkText, type Reprint, SHORTEST_BODY } from "./reprints.ts";

export interface Links {
  /** Articles of texts of more than one article, in reading order, by the text's id (the first article's). */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  /** text → story, for texts that are printed more than once. A story's id is its first text's, by code point. */
  readonly stories: ReadonlyMap<string, string>;
  /** Every pair that was found to belong together, sorted by kind, source, target. */
  readonly links: readonly Link[];
}

/** Why two pieces are one text or one story, with the figures. */
export interface Link {
  /** jump: articles, the one goes on in the other. copy, cut: texts, two printings of one; of a cut the target is the whole. */
  readonly kind: "jump" | "copy" | "cut";
  readonly source: string;
  readonly target: string;
  /** How sure, in [0, 1]. */
  readonly score: number;
  /** jump: word runs in common. Else: equal units in long stretches. */
  readonly shared: number;
  /** The share of the shorter text that these are, in [0, 1]; of a jump 0. */
  readonly aligned: number;
  /** False for a reprint that was kept apart from the story, with the reason. */
  readonly joined: boolean;
  readonly reason: string;
}

/** Copies of a text are printed within so many days. */
const DAYS = 10;
/** Shingles that a pair must share, and the share of the shorter text's (%); see test/eval/reprints.mjs. */
const LEAST_COMMON = 3;
const LEAST_PERCENT = 15;

export interface LinkOptions {
  /** How well a text reads on over a join. */
  readonly readsOn?: ReadsOn;
  /** Called with the name of each stage as it begins. */
  readonly onStage?: (name: string) => void;
}

/** Makes the empty tables that `linkArticles` reads: linkable, shingles. */
export const createLinkTables = (db: Database): Promise<void> => db.run(statement("stories", "schema"));

/** Cost: an alignment a candidate pair; everything else is SQL, near-linear in the articles. */
export async function linkArticles(db: Database, { readsOn, onStage }: LinkOptions = {}): Promise<Links> {
  onStage?.("continuations");
  const jumps = await findJumps(db, readsOn);
  const texts = textsOf(jumps);
  await storeTexts(db, texts);
  onStage?.("candidates, alignment");
  const reprints = await findReprints(db);
  onStage?.("stories");
  const { stories, links } = await findStories(db, reprints);
  return { texts, stories, links: [...jumps.map(jumpLink), ...links].sort(byLink) };
}

async function findJumps(db: Database, readsOn: ReadsOn | undefined): Promise<Jump[]> {
  const jumps: Jump[] = [];
  let issue: (JumpEnd & { paper: string; date: string })[] = [];
  const settle = (): void => {
    jumps.push(...joinIssue(issue, readsOn));
    issue = [];
  };
  for await (const batch of db.batches<(typeof issue)[number]>(statement("stories", "jump-ends"))) {
    for (const end of batch) {
      if (issue[0] && (issue[0].paper !== end.paper || issue[0].date !== end.date)) settle();
      issue.push(end);
    }
  }
  settle();
  return jumps;
}

/** Reprints are judged between whole texts: stores which articles are one, and the body of each such text. */
async function storeTexts(db: Database, texts: ReadonlyMap<string, readonly string[]>): Promise<void> {
  if (texts.size === 0) return;
  const parts = [...texts].flatMap(([text_id, articles]) => articles.map((article) => ({ article, text_id })));
  await db.append("text_parts", parts);
  const bodies = new Map<string, string>();
  for await (const batch of db.batches<{ article: string; body: string }>(statement("stories", "part-bodies")))
    for (const { article, body } of batch) bodies.set(article, body);
  const joined = [...texts].map(([text_id, articles]): Row => {
    return { text_id, body: articles.map((article) => bodies.get(article) ?? "").join("") };
  });
  await db.append("joined_texts", joined);
}

interface Candidate {
  readonly one: string;
  readonly one_title: string;
  readonly one_body: string;
  readonly one_part: number;
  readonly other: string;
  readonly other_title: string;
  readonly other_body: string;
  readonly other_part: number;
}

async function findReprints(db: Database): Promise<Reprint[]> {
  const reprints: Reprint[] = [];
  const candidates = db.batches<Candidate>(statement("stories", "reprint-candidates"), {
    shortest: SHORTEST_BODY,
    days: DAYS,
    least_common: LEAST_COMMON,
    least_percent: LEAST_PERCENT,
  });
  for await (const batch of candidates) {
    for (const c of batch) {
      const reprint = judgeReprint(
        { text_id: c.one, title: c.one_title, body: c.one_body, isPart: c.one_part === 1 },
        { text_id: c.other, title: c.other_title, body: c.other_body, isPart: c.other_part === 1 },
      );
      if (reprint) reprints.push(reprint);
    }
  }
  return reprints;
}

interface TextRow extends Omit<LinkText, "isPart"> {
  readonly component: string;
  readonly part: number;
}

/** Clusters component by component, so that one's texts are in memory at a time. */
async function findStories(
  db: Database,
  reprints: readonly Reprint[],
): Promise<{ stories: Map<string, string>; links: Link[] }> {
  const componentOf = componentsOf(reprints.map(({ short, long }) => [short, long] as const));
  const byComponent = grouped(reprints, ({ short }) => componentOf.get(short)!);
  await db.append(
    "linked_texts",
    [...componentOf].map(([text_id, component]) => ({ text_id, component })),
  );
  const stories = new Map<string, string>();
  const links: Link[] = [];
  let texts = new Map<string, LinkText>();
  let current: string | null = null;
  const settle = (): void => {
    if (current === null) return;
    const members = byComponent.get(current)!;
    const clustered = clusterReprints(members, texts);
    const reasons = new Map(clustered.refused.map(({ reprint, reason }) => [reprint, reason]));
    for (const [text, story] of clustered.stories) stories.set(text, story);
    for (const reprint of members) links.push(reprintLink(reprint, reasons.get(reprint) ?? null));
    texts = new Map();
  };
  for await (const batch of db.batches<TextRow>(statement("stories", "linked-texts"))) {
    for (const { component, part, ...text } of batch) {
      if (component !== current) settle();
      current = component;
      texts.set(text.text_id, { ...text, isPart: part === 1 });
    }
  }
  settle();
  return { stories, links };
}

const jumpLink = ({ head, tail, score, shared, reason }: Jump): Link => ({
  kind: "jump",
  source: head,
  target: tail,
  score: Math.round(1000 / (1 + Math.exp(-score))) / 1000,
  shared,
  aligned: 0,
  joined: true,
  reason,
});

function reprintLink({ kind, short, long, score, comparison, titled }: Reprint, refusal: string | null): Link {
  const { shared, share, disputed, numbers } = comparison;
  const figures = `${Math.round(100 * share)} % of the shorter in long stretches, ${Math.round(100 * disputed)} % disputed`;
  const told = `${figures}, ${numbers.other} of ${numbers.same + numbers.other} numbers other${titled ? ", one headline" : ""}`;
  return {
    kind,
    source: short,
    target: long,
    score,
    shared,
    aligned: Math.round(1000 * share) / 1000,
    joined: refusal === null,
    reason: refusal === null ? told : `kept apart: ${refusal}; ${told}`,
  };
}

const byLink = (a: Link, b: Link): number =>
  compareCodePoints(a.kind, b.kind) || compareCodePoints(a.source, b.source) || compareCodePoints(a.target, b.target);
