// What the built project states of some names → what it states of the one that decisions have made of them. Pure.
import type { SiteEntity, SiteNode, SiteRelation } from "../data.ts";

type Identify = (entity: string, article: number) => number | undefined;

/** `files`: of all whose mentions may be node `at` now. Statements printed in articles where they are not are left out. */
export function gatherFacts(
  nodes: readonly SiteNode[],
  at: number,
  files: readonly SiteEntity[],
  identify: Identify,
): SiteEntity {
  const stated = new Map<string, SiteRelation>();
  for (const relation of files.flatMap((file) => file.relations)) {
    const [subject, object] = [relation.subject, relation.object].map((end) => (article: number) => {
      const now = nodes[identify(end.entity, article) ?? -1];
      return now ? { entity: now.id, type: now.type, name: now.name } : end;
    }) as [(article: number) => SiteRelation["subject"], (article: number) => SiteRelation["subject"]];
    const prints = relation.prints.filter(({ article }) => {
      const ends = [subject(article), object(article)];
      return ends.some(({ entity }) => entity === nodes[at]!.id) && ends[0]!.entity !== ends[1]!.entity;
    });
    const first = prints[0]?.article;
    if (first === undefined) continue;
    const now: SiteRelation = { ...relation, subject: subject(first), object: object(first), prints };
    const key = JSON.stringify([now.predicate, now.subject.entity, now.object.entity, now.label]);
    if (!stated.has(key)) stated.set(key, now);
  }
  const relations = [...stated.values()];
  return {
    entity: nodes[at]!.id,
    relations,
    relations_total: relations.length,
    names: files.flatMap((file) => file.names),
  };
}
