// What a server reads of a project before it is asked: the first question of a large one would wait for seconds.
import type { Database } from "../store/index.ts";
import { adjacencyOf } from "./adjacency.ts";
import { preparePlaces } from "./mention-places.ts";
import { prepareSearch } from "./search.ts";

/**
 * Reads the names to search, the content layer's ties and the places of all mentions into memory, one after another, so that
 * questions asked meanwhile are answered between them and between their slices (lib/slices.ts). Cost at 100,000 entities, 1,000,000 ties and 600,000 mentions: some
 * 5 s of processor time, 200 MB.
 */
export async function prepareQuestions(db: Database): Promise<void> {
  await prepareSearch(db);
  await adjacencyOf(db, "content");
  await preparePlaces(db);
}
