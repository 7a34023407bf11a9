// One body or place under two names: by the gazetteer, by the way bodies are named, or because a paper says so.
import { addTo, grouped } from "../../lib/group.ts";
import { compareCodePoints } from "../../lib/order.ts";
import type { Resources } from "../resources.ts";
import { nameOfId } from "./identities.ts";
import { companyKey, headRegion, organKey } from "./organs.ts";
import { articlesOf, type NameRow, type Proposal } from "./types.ts";

/** Names under one key are one (`body`), or may be one where they are near each other (the others). */
export interface NameKey {
  readonly kind: "body" | "small-place" | "placed-body";
  readonly name_key: string;
}

const SMALL_PLACE = /^.{1,8}(?:街道|社区|[村镇乡])$/;
/** Shorter rests are common words: 县人民医院 without 县, 总部, 代表团. */
const LEAST_BODY = 4;

/** The keys under which a name meets its other forms. Cost: some look-ups in the gazetteer. */
export function nameKeys(type: string, name: string, resources: Resources): NameKey[] {
  if (type === "agency") {
    const body = companyKey(name, resources) ?? organKey(name, resources) ?? name;
    const own = bodyAlone(name, resources);
    return [
      { kind: "body", name_key: body },
      ...(own === null ? [] : [{ kind: "placed-body" as const, name_key: own }]),
    ];
  }
  if (type !== "place" || !SMALL_PLACE.test(name.slice(-10))) return [];
  const own = headRegion(name, resources)?.rest ?? name;
  return SMALL_PLACE.test(own) ? [{ kind: "small-place", name_key: own }] : [];
}

/**
 * A body's name without the place before it: 德国伊弗经济研究所 → 伊弗经济研究所. Null for what the gazetteer knows (国务院 is
 * not that of 美国国务院), and where another place follows (中国美国商会 is no 美国商会).
 */
function bodyAlone(name: string, resources: Resources): string | null {
  const head = headRegion(name, resources);
  const own = head ? head.rest : name.slice(placeEnd(name, resources, () => true));
  if (own.length < LEAST_BODY || /^[驻援]/.test(own) || resources.forms.get(own)) return null;
  return own !== name && placeEnd(own, resources, (kind) => kind === "country") > 0 ? null : own;
}

/** Where the longest place of such a kind that a name begins with ends; 0 for none. */
const placeEnd = (name: string, resources: Resources, wanted: (kind: string) => boolean): number =>
  resources.forms.at(name, 0).find(({ values }) => values.every(({ type, kind }) => type === "place" && wanted(kind)))
    ?.end ?? 0;

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

/** A name without the place before it and the same with it, which may be one where they are near each other. */
export interface PlacePair {
  readonly bare: string;
  readonly full: string;
  /** Id of the county or city that a small place's full name begins with; null for bodies, which need their own story. */
  readonly region: string | null;
}

export function placePairs(rows: readonly KeyedRow[], resources: Resources): PlacePair[] {
  return ["small-place", "placed-body"].flatMap((kind) =>
    groupsOf(rows.filter((row) => row.kind === kind)).flatMap((group) => {
      const bare = group.find(({ entity, name_key }) => nameOfId(entity) === name_key)?.entity;
      if (!bare) return [];
      return group
        .filter(({ entity }) => entity !== bare)
        .map(({ entity: full }) => ({ bare, full, region: kind === "small-place" ? regionId(full, resources) : null }));
    }),
  );
}

const regionId = (id: string, resources: Resources): string =>
  `place:${headRegion(nameOfId(id), resources)!.region.name}`;

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
    addTo(byUse, `${row.short_form}\n${row.article}`, row);
  }
  const byPair = new Map<string, NearRow[]>();
  for (const uses of byUse.values()) {
    if (new Set(uses.map(({ full_form }) => full_form)).size > 1) continue;
    const best = Object.keys(NEAR)
      .map((near) => uses.find((use) => use.near === near))
      .find(Boolean)!;
    addTo(byPair, `${best.short_form}\n${best.full_form}\n${best.near}`, best);
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
  return [...grouped(rows, ({ name_key }) => name_key)]
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([, group]) => group);
}
