// The fields of the filter language: names in English and Chinese, what their values are, where they are read.
import type { EntityType, Layer } from "../entities/index.ts";
import type { EntityToFilter, Facet, TieToFilter } from "./facts.ts";
import { comparableName } from "./normal.ts";

export type Scope = "entity" | "tie";
type Value = string | number | boolean | null | undefined;

interface Common<T> {
  /** The canonical name; a tie's is written with "tie." before it. */
  readonly name: string;
  readonly scope: Scope;
  /** Other names, in lower case. */
  readonly words: readonly string[];
  readonly facet?: Facet;
  /** The values of a fact, of which one must fulfil the condition. */
  readonly read: (facts: T) => Value | readonly string[];
}

type Kind =
  | { readonly kind: "text" | "count" | "number" | "date" }
  | { readonly kind: "choice"; readonly choices: Readonly<Record<string, readonly string[]>> };

type EntityField = Common<EntityToFilter> & Kind & { readonly scope: "entity" };
type TieField = Common<TieToFilter> & Kind & { readonly scope: "tie" };
export type Field = EntityField | TieField;

/** Values of `type` and the words that mean them. */
export const TYPE_WORDS: Readonly<Record<EntityType, readonly string[]>> = {
  city_cluster: ["城市群", "都市圈", "cluster"],
  agency: ["机构", "单位", "组织", "organization"],
  program: ["项目", "计划", "工程", "规划"],
  person: ["人物", "人", "人名"],
  place: ["地点", "地方", "地名"],
};

export const LAYER_WORDS: Readonly<Record<Layer, readonly string[]>> = {
  content: ["内容", "正文"],
  byline: ["署名"],
  masthead: ["报头", "版头"],
};

const YES_NO = { true: ["是", "有", "yes", "y", "1"], false: ["否", "不是", "无", "no", "n", "0"] } as const;

const entity = (field: Omit<Common<EntityToFilter>, "scope"> & Kind): EntityField => ({ ...field, scope: "entity" });
const tie = (field: Omit<Common<TieToFilter>, "scope"> & Kind): TieField => ({ ...field, scope: "tie" });

export const FIELDS: readonly Field[] = [
  entity({ name: "type", words: ["类型", "类别"], kind: "choice", choices: TYPE_WORDS, read: (e) => e.type }),
  entity({ name: "subtype", words: ["子类", "子类型", "细类"], kind: "text", read: (e) => e.subtype }),
  entity({ name: "name", words: ["名称", "名字", "名", "姓名"], kind: "text", read: (e) => e.name }),
  entity({ name: "alias", words: ["别名", "又名", "aliases"], kind: "text", read: (e) => e.aliases }),
  entity({ name: "id", words: ["编号", "entity", "实体"], kind: "text", read: (e) => e.entity }),
  entity({ name: "mentions", words: ["提及", "提及数", "次数"], kind: "count", read: (e) => e.mentions }),
  entity({ name: "articles", words: ["文章", "文章数", "篇数"], kind: "count", read: (e) => e.articles }),
  entity({ name: "stories", words: ["稿", "稿数", "稿件", "报道"], kind: "count", read: (e) => e.stories }),
  entity({ name: "papers", words: ["报数", "报纸数"], kind: "count", read: (e) => e.papers }),
  entity({ name: "paper", words: ["报", "报纸", "报名"], kind: "text", facet: "paper", read: (e) => e.in_papers }),
  entity({ name: "place", words: ["出版地", "发行地"], kind: "text", facet: "place", read: (e) => e.in_places }),
  entity({ name: "date", words: ["日期", "日", "时间"], kind: "date", facet: "date", read: (e) => e.in_dates }),
  entity({ name: "first_date", words: ["首见", "最早"], kind: "date", read: (e) => e.first_date }),
  entity({ name: "last_date", words: ["末见", "最晚"], kind: "date", read: (e) => e.last_date }),
  entity({ name: "community", words: ["社群"], kind: "count", facet: "community", read: (e) => e.community }),
  entity({ name: "degree", words: ["度", "联系数"], kind: "count", facet: "degree", read: (e) => e.degree }),
  entity({ name: "pagerank", words: ["重要度"], kind: "number", facet: "pagerank", read: (e) => e.pagerank }),
  tie({ name: "layer", words: ["层", "层次"], kind: "choice", choices: LAYER_WORDS, read: (t) => t.layer }),
  tie({ name: "articles", words: ["文章", "文章数", "篇数"], kind: "count", read: (t) => t.articles }),
  tie({ name: "close", words: ["同句", "同句数"], kind: "count", read: (t) => t.close }),
  tie({ name: "texts", words: ["篇章", "篇章数"], kind: "count", read: (t) => t.texts }),
  tie({ name: "stories", words: ["稿", "稿数", "稿件", "报道"], kind: "count", read: (t) => t.stories }),
  tie({ name: "papers", words: ["报数", "报纸数"], kind: "count", read: (t) => t.papers }),
  tie({ name: "npmi", words: ["互信息"], kind: "number", read: (t) => t.npmi }),
  tie({ name: "g2", words: ["似然比"], kind: "number", read: (t) => t.g2 }),
  tie({ name: "p", words: ["p值"], kind: "number", read: (t) => t.p }),
  tie({ name: "q", words: ["q值"], kind: "number", read: (t) => t.q }),
  tie({ name: "backbone", words: ["骨干", "主干"], kind: "choice", choices: YES_NO, read: (t) => String(t.backbone) }),
  tie({ name: "paper", words: ["报", "报纸", "报名"], kind: "text", facet: "tie.paper", read: (t) => t.in_papers }),
  tie({ name: "date", words: ["日期", "日", "时间"], kind: "date", facet: "tie.date", read: (t) => t.in_dates }),
  tie({ name: "first_date", words: ["首见", "最早"], kind: "date", read: (t) => t.first_date }),
  tie({ name: "last_date", words: ["末见", "最晚"], kind: "date", read: (t) => t.last_date }),
];

const TIE_PREFIX = /^(?:tie|ties|edge|联系|关联)\./;

const canonicalName = ({ scope, name }: Field): string => (scope === "tie" ? `tie.${name}` : name);

/** Every way to write a field → the field. Without "tie." a name that both have is the entity's. */
const BY_WORD: ReadonlyMap<string, Field> = new Map(
  // A later entry wins: names without a prefix of ties first, then of entities.
  [...FIELDS]
    .sort((a, b) => Number(a.scope === "entity") - Number(b.scope === "entity"))
    .flatMap((field) =>
      [field.name, ...field.words].flatMap((word): [string, Field][] =>
        field.scope === "tie"
          ? [
              [word, field],
              [`tie.${word}`, field],
            ]
          : [[word, field]],
      ),
    ),
);

const CANONICAL: ReadonlyMap<string, Field> = new Map(FIELDS.map((field) => [canonicalName(field), field]));

/** The field of a canonical name ("type", "tie.stories"). */
export const fieldOf = (name: string): Field => CANONICAL.get(name)!;

/** The canonical name of what was typed before a colon; null for what is no field. */
export function fieldCalled(typed: string): string | null {
  const word = comparableName(typed.normalize("NFKC")).replace(/-/g, "_").replace(TIE_PREFIX, "tie.");
  const field = BY_WORD.get(word);
  return field ? canonicalName(field) : null;
}

export const CANONICAL_NAMES: readonly string[] = [...CANONICAL.keys()];

/** All names of fields that may be typed, canonical ones first. */
export const FIELD_NAMES: readonly string[] = [...new Set([...CANONICAL_NAMES, ...BY_WORD.keys()])];

/** The canonical value of a choice for what was typed, null if there is none. */
export function choiceCalled(choices: Readonly<Record<string, readonly string[]>>, typed: string): string | null {
  const word = comparableName(typed.normalize("NFKC"));
  const asName = typed.normalize("NFKC").toLowerCase().trim().replace(/[\s-]/g, "_");
  return Object.keys(choices).find((name) => name === asName || choices[name]!.includes(word)) ?? null;
}
