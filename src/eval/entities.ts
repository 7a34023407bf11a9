// Entity figures of one article: sets of (type, entity) compared with the gold set.
//
// A system entity matches a gold one of its type by canonical name, or else by a surface that it has in this very article.
// `strict` counts the canonical name alone.
import { InputError } from "../lib/errors.ts";
import { plainName } from "./names.ts";
import type { EntityRow, GoldEntity, MentionRow } from "./types.ts";

/** An entity as one article of the system names it. */
export interface FoundEntity {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  /** Canonical name and surfaces in this article, compared forms. */
  readonly forms: ReadonlySet<string>;
  /** Whether one of its mentions is of the content layer. */
  readonly content: boolean;
}

/** Entities of an article's mentions, in order of first mention. Throws InputError when the entity's row is missing. */
export function entitiesOf(mentions: readonly MentionRow[], entityById: ReadonlyMap<string, EntityRow>): FoundEntity[] {
  const found = new Map<string, FoundEntity & { forms: Set<string>; content: boolean }>();
  for (const mention of mentions) {
    const row = entityById.get(mention.entity);
    if (!row) throw new InputError(`mention of an entity that the entities table lacks: ${mention.entity}`);
    const entity = found.get(mention.entity) ?? {
      id: mention.entity,
      type: row.type,
      name: row.name,
      forms: new Set([plainName(row.name)]),
      content: false,
    };
    entity.forms.add(plainName(mention.surface));
    if ((mention.layer ?? "content") === "content") entity.content = true;
    found.set(mention.entity, entity);
  }
  return [...found.values()];
}

export interface Matching {
  /** All matched pairs, optional gold entities included. */
  readonly all: readonly (readonly [GoldEntity, FoundEntity])[];
  /** Matched pairs that count. */
  readonly pairs: readonly (readonly [GoldEntity, FoundEntity])[];
  readonly missed: readonly GoldEntity[];
  readonly spurious: readonly FoundEntity[];
}

/** One to one, canonical names first, then surfaces. Optional gold entities count neither when found nor when missed. */
export function matchEntities(gold: readonly GoldEntity[], system: readonly FoundEntity[]): Matching {
  const free = new Set(system);
  const all: [GoldEntity, FoundEntity][] = [];
  const take = (wanted: GoldEntity, test: (found: FoundEntity) => boolean): boolean => {
    for (const found of free) {
      if (found.type !== wanted.type || !test(found)) continue;
      free.delete(found);
      all.push([wanted, found]);
      return true;
    }
    return false;
  };
  const unnamed = gold.filter((wanted) => !take(wanted, (found) => sameName(wanted, found)));
  const missed = unnamed.filter((wanted) => {
    const forms = [wanted.name, ...wanted.surfaces].map(plainName).filter(Boolean);
    return !take(wanted, (found) => forms.some((form) => found.forms.has(form)));
  });
  return {
    all,
    pairs: all.filter(([wanted]) => !wanted.optional),
    missed: missed.filter((wanted) => !wanted.optional),
    spurious: [...free],
  };
}

export const sameName = (wanted: GoldEntity, found: FoundEntity): boolean =>
  plainName(found.name) === plainName(wanted.name);
