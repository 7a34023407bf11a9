// Read names → entities, over the whole project. SQL aggregates and finds what may belong together (resolve-*.sql); pure
// functions decide (entities/resolve); SQL writes the mentions with their entities.
//
// In:  read_mentions, read_decisions, read_offices (callings), stated, articles, pages. Out: mentions, decisions, redirects.

import {
  applyRules,
  type BesideRow,
  damagedBesideOffice,
  damagedInReprints,
  findHomonyms,
  type HolderRow,
  type Identity,
  idsIn,
  type KeyedRow,
  type NamedIn,
  type NearRow,
  nameKeys,
  nearForms,
  type PartedName,
  type PersonDecision,
  type PostRow,
  type PrintedRow,
  type Proposal,
  placePairs,
  type Resolved,
  type ResolveInput,
  type Resources,
  resolveNames,
  rowsByPerson,
  sameBody,
  sameOffice,
  scopesIn,
  shareOut,
  type UsePost,
  type UseRow,
} from "../entities/index.ts";
import { addTo } from "../lib/group.ts";
import type { Issue } from "../lib/issue.ts";
import { compareCodePoints } from "../lib/order.ts";
import { type Database, type Row, type Statement, statement } from "../store/index.ts";

const sql = (name: string): Statement => statement("pipeline", `resolve-${name}`);

/** Makes the tables that the shards are read into. */
export const createReadTables = (db: Database): Promise<void> => db.run(sql("tables"));

/**
 * Fills mentions, decisions and redirects; drops what was read. Issues: those of the decisions, and "entity-hidden".
 * Cost: some passes over the mentions in SQL; TypeScript sees every name of a body or place once, else candidates only.
 */
export async function resolveEntities(
  db: Database,
  decisions: readonly PersonDecision[],
  resources: Resources,
): Promise<Issue[]> {
  await db.run(sql("offices"));
  await db.run(sql("names"));
  await db.run(sql("clear"));
  const keyed = await keyedNames(db, resources);
  const [everywhere, vetoed] = await parted(db, [
    ...sameBody(keyed),
    ...sameOffice(await db.rows<HolderRow>(sql("holders"))),
  ]);
  const inSomeArticles = await nearProposals(db, keyed, resources);
  const known = await readAmong(db, idsIn(decisions));
  const input: ResolveInput = {
    proposals: [...everywhere, ...inSomeArticles],
    vetoed,
    parted: await namesakes(db, resources),
    decisions,
    wasRead: (id) => known.has(id),
  };
  const ruled = applyRules(input);
  const named = await namedInScopes(db, decisions, ruled.identities);
  const resolved = resolveNames(input, ruled, named);
  return writeResolved(db, resolved);
}

const WINDOW = 20_000;

/** Names of bodies and places that meet under one key with others. */
async function keyedNames(db: Database, resources: Resources): Promise<KeyedRow[]> {
  for (const type of ["agency", "place"]) {
    for (let first_row = 1; ; first_row += WINDOW) {
      const window = { type, first_row, end_row: first_row + WINDOW };
      const rows = await db.rows<{ entity: string }>(sql("name-rows"), window);
      await db.append("resolve_keys", keyRows(type, rows, resources));
      if (rows.length < WINDOW) break;
    }
  }
  return db.rows<KeyedRow>(sql("key-groups"));
}

function* keyRows(type: string, rows: readonly { entity: string }[], resources: Resources): Iterable<Row> {
  for (const { entity } of rows) {
    for (const key of nameKeys(type, entity.slice(type.length + 1), resources)) yield { entity, ...key };
  }
}

/** Proposals that hold everywhere, without those whose two names stand in one text: that is two people. */
async function parted(db: Database, proposals: readonly Proposal[]): Promise<[kept: Proposal[], vetoed: Proposal[]]> {
  const doubtful = proposals.filter(({ rule }) => rule === "same-office");
  await db.append(
    "resolve_pairs",
    doubtful.map(({ of, to }) => ({ one: of, other: to })),
  );
  const rows = await db.rows<{ one: string; other: string }>(sql("together"));
  const together = new Set(rows.map(({ one, other }) => `${one}\n${other}`));
  const isVetoed = ({ of, to, rule }: Proposal): boolean => rule === "same-office" && together.has(`${of}\n${to}`);
  const vetoed = proposals
    .filter(isVetoed)
    .map((one) => ({ ...one, reason: `${one.reason}; but one text names both ${one.of} and ${one.to}` }));
  return [proposals.filter((one) => !isVetoed(one)), vetoed];
}

async function nearProposals(db: Database, keyed: readonly KeyedRow[], resources: Resources): Promise<Proposal[]> {
  await db.run(sql("clear"));
  const declared = await db.rows<NearRow>(sql("declared"));
  await db.append(
    "resolve_pairs",
    placePairs(keyed, resources).map(({ bare, full, region }) => ({ one: bare, other: full, region })),
  );
  const places = await db.rows<NearRow>(sql("near-places"));
  return [
    ...nearForms(declared, "declared-short-form", "is said to be short for"),
    ...nearForms(
      places.filter(({ short_form }) => short_form.startsWith("place:")),
      "place-of-county",
      "is",
    ),
    ...nearForms(
      places.filter(({ short_form }) => short_form.startsWith("agency:")),
      "place-left-out",
      "is",
    ),
    ...(await damagedNames(db)),
    ...damagedBesideOffice(await db.rows<BesideRow>(sql("beside"))),
  ];
}

/** The rows come sorted by story; one story is in memory at a time. */
async function damagedNames(db: Database): Promise<Proposal[]> {
  const proposals: Proposal[] = [];
  let story: PrintedRow[] = [];
  for await (const rows of db.batches<PrintedRow>(sql("printed"))) {
    for (const row of rows) {
      if (story.length > 0 && story[0]!.story !== row.story) {
        proposals.push(...damagedInReprints(story));
        story = [];
      }
      story.push(row);
    }
  }
  return [...proposals, ...damagedInReprints(story)];
}

/** People of one name, with the articles of each. */
async function namesakes(db: Database, resources: Resources): Promise<PartedName[]> {
  const rows = await db.rows<PostRow>(sql("posts"));
  const doubtful = new Set(findHomonyms(rows, [], resources).map(({ person }) => person));
  if (doubtful.size === 0) return [];
  await want(db, [...doubtful]);
  const uses = rowsByPerson(await db.rows<UseRow>(sql("uses")));
  const posts = await db.rows<UsePost>(sql("use-posts"));
  const homonyms = findHomonyms(
    rows.filter(({ person }) => doubtful.has(person)),
    posts,
    resources,
  );
  const postsOf = rowsByPerson(posts);
  const regions = new Map<string, Set<string>>();
  for (const { text_id, entity } of await db.rows<{ text_id: string; entity: string }>(sql("use-places"))) {
    regions.set(text_id, (regions.get(text_id) ?? new Set()).add(entity.slice("place:".length)));
  }
  return homonyms.map((homonym) => {
    const articles = new Map<number, string[]>();
    const own = [uses.get(homonym.person) ?? [], postsOf.get(homonym.person) ?? []] as const;
    for (const [article, index] of shareOut(homonym, ...own, regions, resources)) addTo(articles, index, article);
    return { homonym, articles };
  });
}

async function want(db: Database, ids: readonly string[]): Promise<void> {
  await db.run(sql("clear"));
  await db.append(
    "resolve_wanted",
    [...new Set(ids)].map((entity) => ({ entity })),
  );
}

async function readAmong(db: Database, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  await want(db, ids);
  return new Set((await db.rows<{ entity: string }>(sql("known"))).map(({ entity }) => entity));
}

/** Mentions in the scopes of splits, of all that belongs to the entities that decisions speak of. */
async function namedInScopes(
  db: Database,
  decisions: readonly PersonDecision[],
  identities: Resolved["identities"],
): Promise<NamedIn[]> {
  const scopes = scopesIn(decisions);
  if (scopes.length === 0) return [];
  const bases = identities.assignments();
  const ids = idsIn(decisions);
  const borne = new Set(ids.flatMap((id) => identities.get(id)?.id ?? []));
  await want(db, [
    ...ids.flatMap((id) => (identities.get(id) ? identities.readsOf(id) : [])),
    ...bases.filter(({ as }) => borne.has(as.id)).map(({ id }) => id),
  ]);
  const distinct = new Map(scopes.map((scope) => [`${scope.kind} ${scope.id}`, scope]));
  await db.append(
    "resolve_scopes",
    [...distinct.values()].map((scope) => ({ ...scope })),
  );
  return db.rows<NamedIn>(sql("scoped"));
}

async function writeResolved(db: Database, { identities, decisions, issues }: Resolved): Promise<Issue[]> {
  const rules = new Map(decisions.map(({ type, surface, rule }) => [`${type}:${surface}`, rule]));
  const columns = (read_as: string, { id, type, name, hidden }: Identity): Row => ({
    read_as,
    entity: id,
    type,
    name,
    rule: rules.get(read_as) ?? "resolved",
    hidden,
  });
  await db.append(
    "resolve_changes",
    [...identities.changes()].map(([id, identity]) => columns(id, identity)),
  );
  await db.append(
    "resolve_assigned",
    identities.assignments().map(({ id, article, as }) => ({ ...columns(id, as), article })),
  );
  const hidden = await db.rows<{ entity: string; mentions: number }>(sql("hidden"));
  await db.run(sql("mentions"));
  await db.run(sql("decisions"));
  await db.append(
    "decisions",
    decisions.map((one) => ({ ...one, page: one.page === "" ? null : one.page })),
  );
  await db.append("redirects", await redirectRows(db, identities.former()));
  await db.run(sql("drop"));
  return [...issues, ...hidden.map(hiddenIssue)];
}

async function redirectRows(db: Database, former: ReadonlyMap<string, string | null>): Promise<Row[]> {
  const leads = new Map(former);
  // A name whose every mention was told apart by article leads to whoever has most of them; the rows are sorted so.
  for (const { read_as, entity } of await db.rows<{ read_as: string; entity: string }>(sql("gone"))) {
    if (!leads.has(read_as)) leads.set(read_as, entity);
  }
  const last = (id: string | null): string | null => {
    let at = id;
    for (let i = 0; i < 3 && at !== null && leads.has(at); i++) at = leads.get(at)!;
    return at;
  };
  return [...leads]
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([id, entity]) => ({ former: id, name: id.slice(id.indexOf(":") + 1), entity: last(entity) }))
    .filter(({ former: id, entity }) => id !== entity);
}

const hiddenIssue = ({ entity, mentions }: { entity: string; mentions: number }): Issue => ({
  page: null,
  article: null,
  code: "entity-hidden",
  message: `${entity} is hidden by a decision: ${mentions} mentions are left out of every count.`,
  count: mentions,
});
