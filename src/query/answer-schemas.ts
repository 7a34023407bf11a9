// The answers of all questions as schemas; those of `diff` and `tie`, and of articles, lie beside.
import { z } from "zod";
import { PREDICATES } from "../entities/index.ts";
import { explanation, issues, story } from "./answer-articles.ts";
import { diff, tieExplanation } from "./answer-changes.ts";
import {
  centrality,
  centralityShape,
  count,
  countsOfLayer,
  date,
  described,
  edgeShape,
  entityFacts,
  entityName,
  evidence,
  factsShape,
  layer,
  listing,
  nameShape,
  offset,
  pageSpans,
  paper,
  sampling,
  searched,
  share,
  tie,
  tieShape,
  type,
} from "./answer-parts.ts";
import type { EntityDescription, NameForm } from "./description.ts";
import type { EvidenceListing } from "./evidence.ts";
import type { InGraph } from "./in-graph.ts";
import type { AskedName, NameDecision, NamedEntity, NamesExplanation } from "./names.ts";
import type { CommonNeighbor, CommonNeighbors, Neighbor, Neighbors } from "./neighbors.ts";
import type { Path, PathEdge, PathNode, Paths } from "./path.ts";
import type { Print, Relations, StatedRelation } from "./relations.ts";
import type { SearchHit } from "./search.ts";
import { MATCHES } from "./search-matches.ts";
import type { Timeline, TimelinePoint } from "./timeline.ts";
import type { TopEntities, TopEntity } from "./top.ts";
import type { Listing } from "./types.ts";

const searchHit = described<SearchHit>()(
  "SearchHit",
  z.strictObject({ ...nameShape, matched: z.enum(MATCHES), form: z.string(), stories: count, mentions: count }),
);
const search = described<Listing<SearchHit>>()("SearchHits", z.strictObject(listing(searchHit)));

const neighbor = described<Neighbor>()("Neighbor", z.strictObject({ ...nameShape, ...tieShape }));
const neighbors = described<Neighbors>()(
  "Neighbors",
  z.strictObject({ of: entityFacts, ...listing(neighbor), offset, searched }),
);

const commonNeighbor = described<CommonNeighbor>()(
  "CommonNeighbor",
  z.strictObject({
    ...nameShape,
    stories: count.describe("of the weakest of its ties"),
    ties: z.array(tie).describe("to each of those asked for, in their order"),
  }),
);
const common = described<CommonNeighbors>()(
  "CommonNeighbors",
  z.strictObject({ of: z.array(entityFacts), ...listing(commonNeighbor), offset, searched }),
);

const pathNode = described<PathNode>()(
  "PathNode",
  z.strictObject({ ...nameShape, degree: count.describe("neighbours among the edges searched") }),
);
const pathEdge = described<PathEdge>()("PathEdge", z.strictObject({ ...edgeShape, evidence: evidence.nullable() }));
const onePath = described<Path>()(
  "Path",
  z.strictObject({
    cost: z.number(),
    nodes: z.array(pathNode),
    edges: z.array(pathEdge).describe("edges[i] joins nodes[i] and nodes[i + 1]"),
  }),
);
const path = described<Paths>()(
  "Paths",
  z.strictObject({
    from: entityName,
    to: entityName,
    via: z.array(entityName).describe("what every path passes, in this order"),
    options: z.strictObject({
      k: count,
      maxHops: count,
      avoidHubs: z.boolean(),
      through: z.array(type),
      layer,
      filter: z.string().nullable(),
    }),
    sort: z.string(),
    items: z.array(onePath).describe("fewer than k when there are no more"),
    complete: z.boolean().describe("false when the search was given up before it had seen all"),
    searched,
  }),
);

const evidenceListing = described<EvidenceListing>()(
  "EvidenceListing",
  z.strictObject({ of: z.array(entityFacts), ...listing(evidence), offset, texts: count, stories: count }),
);

const point = described<TimelinePoint>()(
  "TimelinePoint",
  z.strictObject({ date: z.string().describe("2025-08-29, 2025-08 or 2025"), texts: count, stories: count }),
);
const timesShape = {
  unit: z.enum(["day", "month", "year"]),
  total: count,
  undated: count.describe("texts on pages without a date: in no point"),
  points: z.array(point).describe("by date; dates without texts are left out"),
};
const timeline = described<Timeline>()("Timeline", z.strictObject({ of: z.array(entityFacts), ...timesShape }));

const print = described<Print>()(
  "Print",
  z.strictObject({
    article: z.string(),
    title: z.string(),
    page: z.string(),
    paper,
    date,
    sentence: count,
    page_spans: pageSpans,
  }),
);
const stated = described<StatedRelation>()(
  "StatedRelation",
  z.strictObject({
    predicate: z.enum(PREDICATES),
    subject: entityName,
    object: entityName,
    label: z.string().describe("the printed words: the title, for an office"),
    first_date: date,
    last_date: date,
    articles: count,
    stories: count,
    first: print,
    last: print,
  }),
);
const relations = described<Relations>()("Relations", z.strictObject({ of: entityFacts, ...listing(stated) }));

const topEntity = described<TopEntity>()(
  "TopEntity",
  z.strictObject({ ...factsShape, centrality: centrality.nullable().describe("null for who is not drawn") }),
);
const top = described<TopEntities>()("TopEntities", z.strictObject({ ...listing(topEntity), sampling }));

const decision = described<NameDecision>()(
  "NameDecision",
  z.strictObject({
    surface: z.string().describe("the form that was read"),
    entity: z.string(),
    rule: z.string(),
    reason: z.string(),
    times: count,
    page: z.string().nullable().describe("the first page that shows it; null where it follows from several"),
  }),
);
const namedEntity = described<NamedEntity>()(
  "NamedEntity",
  z.strictObject({ ...factsShape, decisions: z.array(decision) }),
);
const askedName = described<AskedName>()(
  "AskedName",
  z.strictObject({ name: z.string(), entities: z.array(namedEntity), hidden: z.array(decision) }),
);
const names = described<NamesExplanation>()(
  "NamesExplanation",
  z.strictObject({
    names: z.array(askedName),
    shared: z.array(z.string()).describe("ids that both names lead to: they are one where there is any"),
  }),
);

const nameForm = described<NameForm>()(
  "NameForm",
  z.strictObject({ form: z.string(), decisions: z.array(decision).describe("what made the form its name") }),
);
const graphOf = described<InGraph>()(
  "InGraph",
  z.strictObject({
    ...centralityShape,
    community: count.nullable().describe("null without a tie"),
    community_name: z.array(z.string()).describe("leading members' names"),
    community_size: count,
    community_members: z.array(entityName),
    stability: share.nullable().describe("how surely it belongs to its community"),
    sampling,
  }),
);
const entity = described<EntityDescription>()(
  "EntityDescription",
  z.strictObject({
    ...factsShape,
    forms: z.array(nameForm),
    layers: z.array(countsOfLayer),
    relations: z.strictObject(listing(stated)),
    timeline: z.strictObject(timesShape),
    graph: graphOf.nullable().describe("null for who is not drawn in the content layer"),
  }),
);

/** By the question's name. */
export const ANSWERS = {
  search,
  entity,
  neighbors,
  common,
  path,
  evidence: evidenceListing,
  timeline,
  diff,
  offices: relations,
  relations,
  top,
  issues,
  explain: explanation,
  names,
  tie: tieExplanation,
  story,
};
