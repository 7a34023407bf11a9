// Who is drawn, where, in which community and how centrally: fills `nodes` and `communities`, returns the layout to be kept.
import type { Layer } from "../entities/index.ts";
import { ProjectError } from "../lib/errors.ts";
import { compareCodePoints } from "../lib/order.ts";
import { type Database, statement } from "../store/index.ts";
import { centralities } from "./centralities.ts";
import { type Community, findCommunities, tieWeight, type WeightedTie } from "./communities.ts";
import { placeNewcomers } from "./newcomers.ts";
import { DEFAULT_GRAPH_OPTIONS, type GraphOptions } from "./options.ts";
import type { Place } from "./packing.ts";
import { placeAll } from "./places.ts";

export const LAYOUT_VERSION = 1;

/** Places on the map by entity id: an input of a build, like a person's decisions, and what it writes back. */
export interface Layout {
  readonly version: typeof LAYOUT_VERSION;
  readonly places: Readonly<Record<string, Place>>;
}

interface DrawnRow {
  readonly entity: string;
  readonly name: string;
  readonly in_content: number;
}

interface TieRow {
  readonly source: string;
  readonly target: string;
  readonly layer: Layer;
  readonly articles: number;
  readonly close: number;
  readonly stories: number;
  readonly backbone: boolean;
}

/**
 * Draws what a screen holds: the entities of the content layer by rank, and some that only bylines and mastheads name.
 * With `previous`, what has a place there keeps it to the digit, and newcomers are set beside their neighbours; null
 * computes all places afresh (seeded). Communities and centralities follow from the content layer alone, not from the places.
 */
export async function layoutGraph(
  db: Database,
  previous: Layout | null,
  options: Pick<GraphOptions, "maxDrawn" | "maxDrawnOthers" | "maxDrawnEdges"> = DEFAULT_GRAPH_OPTIONS,
): Promise<Layout> {
  const { drawn, ties } = await readDrawn(db, options);
  const content = drawn.filter(({ in_content }) => in_content === 1);
  const contentTies = ties.filter(({ layer }) => layer === "content");
  const communities = findCommunities(
    content.map(({ entity }) => entity),
    contentTies.map(weightedTie),
  );
  const communityOf = new Map(communities.flatMap(({ members }, i) => members.map((id) => [id, i] as const)));
  const stabilityOf = new Map(
    communities.flatMap(({ members, memberStability }) => members.map((id, i) => [id, memberStability[i]!] as const)),
  );
  const { byId, pivots } = centralities(
    content.map(({ entity }) => entity),
    contentTies.map(({ source, target, stories }) => ({ source, target, weight: stories })),
  );
  const nodeOf = ({ entity }: DrawnRow) => ({ id: entity, community: communityOf.get(entity) ?? null });
  const kept = previous
    ? new Map(Object.entries(previous.places))
    : placeAll(content.map(nodeOf), contentTies.filter(({ backbone }) => backbone).map(weightedTie));
  const places = roundPlaces(placeNewcomers(drawn.map(nodeOf), joined(ties), kept));
  await db.append(
    "nodes",
    drawn.map(({ entity }) => {
      const [x, y] = places.get(entity)!;
      const stability = stabilityOf.get(entity);
      return {
        entity,
        x,
        y,
        community: communityOf.get(entity) ?? null,
        stability: stability === undefined ? null : thousandth(stability),
        ...byId.get(entity),
      };
    }),
  );
  await db.append("graph_totals", [
    { name: "betweenness_nodes", total: content.length },
    { name: "betweenness_pivots", total: pivots },
  ]);
  await db.append("communities", communityRows(communities, drawn));
  return {
    version: LAYOUT_VERSION,
    places: Object.fromEntries([...places].sort(([a], [b]) => compareCodePoints(a, b))),
  };
}

async function readDrawn(
  db: Database,
  options: Pick<GraphOptions, "maxDrawn" | "maxDrawnOthers" | "maxDrawnEdges">,
): Promise<{ drawn: DrawnRow[]; ties: TieRow[] }> {
  await db.run(statement("graph", "drop-drawn"));
  await db.run(statement("graph", "drawn-entities"), {
    max_drawn: options.maxDrawn,
    max_others: options.maxDrawnOthers,
  });
  const drawn = await db.rows<DrawnRow>(statement("graph", "drawn-rows"));
  const ties = await db.rows<TieRow>(statement("graph", "drawn-ties"), { max_edges: options.maxDrawnEdges });
  await db.run(statement("graph", "drop-drawn"));
  return { drawn, ties };
}

const weightedTie = (tie: TieRow): WeightedTie => ({
  source: tie.source,
  target: tie.target,
  weight: tieWeight(tie),
});

/** The ties of all layers, one a pair. */
function joined(ties: readonly TieRow[]): WeightedTie[] {
  const byPair = new Map<string, WeightedTie>();
  for (const tie of ties) {
    const key = `${tie.source}\t${tie.target}`;
    const weight = (byPair.get(key)?.weight ?? 0) + tieWeight(tie);
    byPair.set(key, { source: tie.source, target: tie.target, weight });
  }
  return [...byPair.values()];
}

// A tenth of a pixel; `+ 0` turns −0, which JSON writes as 0 and a comparison would not, into 0.
const roundPlaces = (places: ReadonlyMap<string, Place>): Map<string, Place> =>
  new Map([...places].map(([id, [x, y]]) => [id, [Math.round(x * 10) / 10 + 0, Math.round(y * 10) / 10 + 0]]));

const thousandth = (share: number): number => Math.round(share * 1000) / 1000;

const LEADING_MEMBERS = 3;

function communityRows(communities: readonly Community[], drawn: readonly DrawnRow[]) {
  const names = new Map(drawn.map(({ entity, name }) => [entity, name]));
  return communities.map(({ members, stability }, community) => ({
    community,
    name: JSON.stringify(members.slice(0, LEADING_MEMBERS).map((id) => names.get(id) ?? id)),
    size: members.length,
    stability: thousandth(stability),
  }));
}

/** The text of layout.json: keys sorted, one entity a line, so that two builds and two people's changes compare well. */
export function formatLayout({ version, places }: Layout): string {
  const lines = Object.entries(places)
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([id, place]) => `    ${JSON.stringify(id)}: ${JSON.stringify(place)}`);
  return `{\n  "version": ${version},\n  "places": {\n${lines.join(",\n")}\n  }\n}\n`;
}

/** Throws ProjectError when the text is no layout that this version reads. */
export function parseLayout(text: string): Layout {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ProjectError(`layout.json is not JSON (${String(error)}). Build with --relayout to compute it afresh.`);
  }
  const { version, places } = (value ?? {}) as Partial<Layout>;
  if (version !== LAYOUT_VERSION || typeof places !== "object" || places === null) {
    throw new ProjectError(
      `layout.json is not of version ${LAYOUT_VERSION}. Build with --relayout to compute it afresh.`,
    );
  }
  for (const [id, place] of Object.entries(places)) {
    if (!Array.isArray(place) || place.length !== 2 || !place.every(Number.isFinite)) {
      throw new ProjectError(`layout.json: the place of "${id}" is not two numbers: ${JSON.stringify(place)}`);
    }
  }
  return { version, places };
}
