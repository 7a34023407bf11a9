// One body or place under two names: by the gazetteer, by the way bodies are named, or because a paper says so.
import { compareCodePoints } from "../../lib/order.ts";
import type { Resources } from "../resources.ts";
import { nameOfId } from "./identities.ts";
import { companyKey, headRegion, organKey } from "./organs.ts";
import { articlesOf, type NameRow, type Proposal } from "./types.ts";

/** Names under one key are one (`body`), or may be one in some articles (`small-place`). */
export interface NameKey {
  readonly kind: "body" | "small-place";
  readonly name_key: string;
}

const SMALL_PLACE = /^.{1,8}(?:街道|社区|[村镇乡])$/;

/** The key under which a name meets its other forms; null for a name that cannot have any. */
export function nameKey(type: string, name: string, resources: Resources): NameKey | null {
  if (type === "agency") {
    return { kind: "body", name_key: companyKey(name, resources) ?? organKey(name, resources) ?? name };
  }
  if (type !== "place" || !SMALL_PLACE.test(name.slice(-10))) return null;
  const own = headRegion(name, resources)?.rest ?? name;
  return SMALL_PLACE.test(own) ? { kind: "small-place", name_key: own } : null;
}

export interface KeyedRow extends NameRow, NameKey {}

/**
 * Bodies under one key are one. The gazetteer's name is the entity's, else what most stories print: the form by which the
 * news names it. In: rows sorted by key.
 */
export function sameBody(rows: readonly KeyedRow[]): Proposal[] {
  return groupsOf(rows.filter(({ kind }) => kind === "body")).flatMap((group) => {
    const [first, ...others] = [...group].sort(
      (a, b) =>
        Number(isKey(b)) - Number(isKey(a)) ||
        b.stories - a.stories ||
        b.mentions - a.mentions ||
        a.entity.length - b.entity.length ||
        compareCodePoints(a.entity, b.entity),
    );
    return others.map(
      ({ entity, name_key }): Proposal => ({
        of: entity,
        to: first!.entity,
        rule: "same-body",
        reason: `forms of one name, ${name_key}: place and organ in full, or as the gazetteer has a company`,
      }),
    );
  });
}

/** 高盛 for 美国高盛集团; 山东省人民政府 is nobody's one name. */
const isKey = ({ entity, name_key }: KeyedRow): boolean =>
  nameOfId(entity) === name_key && !/人民政府$|委员会$/.test(name_key);

/** A small place without its county and the same with it, which may be one where the county is near. */
export interface PlacePair {
  readonly bare: string;
  readonly full: string;
  /** Id of the county or city that the full name begins with. */
  readonly region: string;
}

export function placePairs(rows: readonly KeyedRow[], resources: Resources): PlacePair[] {
  return groupsOf(rows.filter(({ kind }) => kind === "small-place")).flatMap((group) => {
    const bare = group.find(({ entity, name_key }) => nameOfId(entity) === name_key)?.entity;
    if (!bare) return [];
    return group
      .filter(({ entity }) => entity !== bare)
      .map(({ entity: full }) => ({
        bare,
        full,
        region: `place:${headRegion(nameOfId(full), resources)!.region.name}`,
      }));
  });
}

/** An article that names something in a short form, and what says which long form it is. */
export interface NearRow {
  readonly short_form: string;
  readonly full_form: string;
  readonly article: string;
  readonly page: string;
  /** "story", "paper-day", "region", "home". */
  readonly near: string;
}

const NEAR: Readonly<Record<string, string>> = {
  story: "its story, which has the full name",
  "paper-day": "its paper, which has the full name that day",
  region: "the text, which names the county",
  home: "a paper of that county",
};

/**
 * Short forms that stand for one long form in an article; where two long forms are as near, nothing is decided.
 * In: any order. Out: sorted by short form, then long form.
 */
export function nearForms(rows: readonly NearRow[], rule: string, says: string): Proposal[] {
  const byUse = new Map<string, NearRow[]>();
  for (const row of rows) {
    const key = `${row.short_form}\n${row.article}`;
    byUse.set(key, [...(byUse.get(key) ?? []), row]);
  }
  const byPair = new Map<string, NearRow[]>();
  for (const uses of byUse.values()) {
    if (new Set(uses.map(({ full_form }) => full_form)).size > 1) continue;
    const best = Object.keys(NEAR)
      .map((near) => uses.find((use) => use.near === near))
      .find(Boolean)!;
    const key = `${best.short_form}\n${best.full_form}\n${best.near}`;
    byPair.set(key, [...(byPair.get(key) ?? []), best]);
  }
  return [...byPair]
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([, uses]) => {
      const { short_form, full_form, near } = uses[0]!;
      const reason = `${nameOfId(short_form)} ${says} ${nameOfId(full_form)}: by ${NEAR[near]}`;
      return { of: short_form, to: full_form, rule, reason, ...articlesOf(uses) };
    });
}

function groupsOf(rows: readonly KeyedRow[]): KeyedRow[][] {
  const groups = new Map<string, KeyedRow[]>();
  for (const row of rows) groups.set(row.name_key, [...(groups.get(row.name_key) ?? []), row]);
  return [...groups].sort(([a], [b]) => compareCodePoints(a, b)).map(([, group]) => group);
}
