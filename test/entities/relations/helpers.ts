import type { Predicate } from "../../../src/entities/index.ts";
import { extract } from "../helpers.ts";

/** "subject → object | label" of every relation of a predicate, types left out, in order. */
export const stated = (predicate: Predicate, text: string, place: string | null = null): string[] =>
  extract(text, null, place)
    .relations.filter((row) => row.predicate === predicate)
    .map(({ subject, object, label }) => `${nameOf(subject.entity)} → ${nameOf(object.entity)} | ${label}`);

const nameOf = (entity: string): string => entity.slice(entity.indexOf(":") + 1);
