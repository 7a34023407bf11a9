// What a server reads of a project before it is asked: the first question of a large one would wait for seconds.
import type { Database } from "../store/index.ts";
import { adjacencyOf } from "./adjacency.ts";
import { prepareFacts } from "./entity-counts.ts";
import { preparePlaces } from "./mention-places.ts";
import { prepareSearch } from "./search.ts";

/**
 * Reads the names and their counts, what search looks through, the content layer's ties and the places of all mentions into
 * memory, one after another and in slices (lib/slices.ts), so that questions asked meanwhile are answered between them. Cost
 * at 100,000 entities, 1,000,000 ties and 600,000 mentions: some 5 s of processor time, 220 MB.
 */
export async function prepareQuestions(db: Database): Promise<void> {
  await prepareFacts(db);
  await prepareSearch(db);
  await adjacencyOf(db, "content");
  await preparePlaces(db);
}
