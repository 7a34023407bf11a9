// The questions as described objects: the command line and the HTTP API take names, options and their checks from here, so
// that both ask the same thing in the same words.
import { z } from "zod";
import { ENTITY_TYPES, PREDICATES } from "../entities/index.ts";
import type { Database } from "../store/index.ts";
import { TIE_SORTS } from "./adjacency.ts";
import { ANSWERS } from "./answer-schemas.ts";
import { checkSubjects, readOptions, type Subjects } from "./asking.ts";
import { description } from "./description.ts";
import { diff } from "./diff.ts";
import { CHANGES } from "./diff-changes.ts";
import { evidence } from "./evidence.ts";
import { explain } from "./explain.ts";
import { explainTie } from "./explain-tie.ts";
import { issues } from "./issues.ts";
import { explainNames } from "./names.ts";
import { common, neighbors } from "./neighbors.ts";
import { DEFAULT_PATH_OPTIONS, path } from "./path.ts";
import { offices, relations } from "./relations.ts";
import { search } from "./search.ts";
import { story } from "./story.ts";
import { timeline } from "./timeline.ts";
import { CENTRALITY_SORTS, TOP_SORTS, top } from "./top.ts";
import { DEFAULT_LIMIT } from "./types.ts";

export interface Question {
  readonly name: string;
  /** Chinese and English in one line. */
  readonly summary: string;
  /** What it is asked of: entities (id, name or alias), a query, a story. */
  readonly subjects: Subjects;
  /** Its options, each of which a string can stand for. */
  readonly options: z.ZodObject;
  /** What it answers; every key of it. */
  readonly answers: z.ZodType;
  /** Throws AskingError for subjects and options that it does not take, InputError for a subject that the project does not have. */
  ask(db: Database, subjects: readonly string[], options: Readonly<Record<string, unknown>>): Promise<object>;
}

const limit = z.coerce.number().int().min(1).max(10_000).default(DEFAULT_LIMIT).describe("条数 items wanted");
const offset = z.coerce.number().int().min(0).default(0).describe("跳过几条 items to pass over");
/** Longest name or query taken: a name in print has some dozens of characters. */
export const MAX_TEXT = 400;
const tieSort = z
  .enum(TIE_SORTS)
  .default("stories")
  .describe(`排序 order of ties: ${TIE_SORTS.join(", ")}`);
const layer = z
  .enum(["content", "byline", "masthead"])
  .default("content")
  .describe("哪一层 layer: content, byline, masthead");
const anyLayer = z
  .enum(["content", "byline", "masthead", "all"])
  .default("content")
  .describe("哪一层 layer: content, byline, masthead, all");
const types = z
  .union([z.string().transform((text) => text.split(",")), z.array(z.string())])
  .pipe(z.array(z.enum(ENTITY_TYPES)))
  .default([])
  .describe(`只要这些类型 only these types, joined by commas: ${ENTITY_TYPES.join(", ")}`);
const filter = z
  .string()
  .nullable()
  .default(null)
  .describe(
    "筛选 only what a filter keeps (README: filters): type:agency AND articles:>=2; its degree counts all ties of the layer",
  );
const period = z.string().max(MAX_TEXT).nullable().default(null);
const paper = z.string().min(1).max(MAX_TEXT).nullable().default(null);
const flag = z.union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")]).default(false);

/** Ties the schemas to what the answer is made of and to what it is. */
function question<T extends z.ZodObject, A extends object>(described: {
  name: string;
  summary: string;
  subjects: Question["subjects"];
  options: T;
  answers: z.ZodType<A>;
  answer: (db: Database, subjects: readonly string[], options: z.output<T>) => Promise<NoInfer<A>>;
}): Question {
  const { answer, ...rest } = described;
  return {
    ...rest,
    async ask(db, subjects, options) {
      checkSubjects(described.subjects, subjects);
      return answer(db, subjects, readOptions(described.options, options));
    },
  };
}

const entities = (least: number, most: number): Question["subjects"] => ({
  label: "entity",
  labels: "entities",
  least,
  most,
});

export const QUESTIONS: readonly Question[] = [
  question({
    name: "search",
    summary:
      "按名称、别名、拼音、首字母查找，计数含各层 find entities by name, alias, pinyin, initials; counts of all layers",
    subjects: { label: "text", labels: "texts", least: 1, most: 1 },
    options: z.object({ limit, types, filter }),
    answers: ANSWERS.search,
    answer: (db, [text], options) => search(db, text!, options),
  }),
  question({
    name: "entity",
    summary:
      "一个实体的名称及其由来、各层与各日计数、所述关系、群组 an entity's names with their reasons, counts by layer and date, relations, community",
    subjects: entities(1, 1),
    options: z.object({}),
    answers: ANSWERS.entity,
    answer: (db, [name]) => description(db, name!),
  }),
  question({
    name: "neighbors",
    summary: "与谁同现 who is named with it, strongest first",
    subjects: entities(1, 1),
    options: z.object({ limit, offset, layer, types, filter, sort: tieSort }),
    answers: ANSWERS.neighbors,
    answer: (db, [name], options) => neighbors(db, name!, options),
  }),
  question({
    name: "common",
    summary: "共同的联系 who is named with each of them",
    subjects: entities(2, 8),
    options: z.object({ limit, offset, layer, types, filter, sort: tieSort }),
    answers: ANSWERS.common,
    answer: (db, names, options) => common(db, names, options),
  }),
  question({
    name: "path",
    summary: "如何相连 the best paths from the first to the last, through those between",
    subjects: entities(2, 5),
    options: z.object({
      k: z.coerce.number().int().min(1).max(50).default(DEFAULT_PATH_OPTIONS.k).describe("几条路径 paths wanted"),
      maxHops: z.coerce
        .number()
        .int()
        .min(1)
        .max(8)
        .default(DEFAULT_PATH_OPTIONS.maxHops)
        .describe("最多几步 most hops"),
      avoidHubs: flag.describe("绕开枢纽 pass by hubs"),
      through: types.describe(
        `途中只经这些类型 only these types on the way, joined by commas: ${ENTITY_TYPES.join(", ")}`,
      ),
      via: z.string().max(MAX_TEXT).nullable().default(null).describe("必经此实体 an entity that it must pass"),
      layer,
      filter: filter.describe(
        "筛选 only ties that a filter keeps, through entities that it keeps; those asked for may be any",
      ),
    }),
    answers: ANSWERS.path,
    answer: (db, names, options) => path(db, names, options),
  }),
  question({
    name: "evidence",
    summary: "一个实体或一条联系的原文依据 the printed sentences behind an entity or a tie",
    subjects: entities(1, 2),
    options: z.object({
      limit,
      offset,
      layer: anyLayer,
      filter: filter.describe(
        "筛选 only evidence that a filter keeps: paper, place, date are those of the text, all else of the entities and the tie",
      ),
    }),
    answers: ANSWERS.evidence,
    answer: (db, names, options) => evidence(db, names, options),
  }),
  question({
    name: "timeline",
    summary: "逐日计数 how often, by date",
    subjects: entities(1, 2),
    options: z.object({
      unit: z.enum(["day", "month", "year"]).default("day").describe("单位 unit: day, month, year"),
      layer: anyLayer,
    }),
    answers: ANSWERS.timeline,
    answer: (db, names, options) => timeline(db, names, options),
  }),
  question({
    name: "diff",
    summary:
      "两个时段或两份报纸之间的变化 which ties and entities came, went, grew, shrank from one period or paper to another",
    subjects: entities(0, 8),
    options: z.object({
      before: period.describe("前一时段 the earlier period: 2025-01-01..2025-06-30, 2025-01..2025-06, 2025, ..2025-06"),
      after: period.describe("后一时段 the later period"),
      beforePaper: paper.describe("前一份报纸 only texts of this paper before"),
      afterPaper: paper.describe("后一份报纸 only texts of this paper after"),
      change: z
        .enum(CHANGES)
        .nullable()
        .default(null)
        .describe(`只要这一种变化 only this change: ${CHANGES.join(", ")}`),
      limit,
      offset,
      layer: anyLayer,
      types,
    }),
    answers: ANSWERS.diff,
    answer: (db, names, options) => diff(db, names, options),
  }),
  question({
    name: "offices",
    summary:
      "职务沿革：某人任何职，某机构、某地由谁任职 offices in time: whose a person's are, who holds a body's or a place's",
    subjects: entities(1, 1),
    options: z.object({ limit }),
    answers: ANSWERS.offices,
    answer: (db, [name], options) => offices(db, name!, options),
  }),
  question({
    name: "relations",
    summary: "原文所述关系 what the printed words state: offices, parts, seats, issuers, venues, members",
    subjects: entities(1, 1),
    options: z.object({
      limit,
      predicate: z
        .enum(PREDICATES)
        .nullable()
        .default(null)
        .describe(`只要这一关系 only this predicate: ${PREDICATES.join(", ")}`),
    }),
    answers: ANSWERS.relations,
    answer: (db, [name], options) => relations(db, name!, options),
  }),
  question({
    name: "top",
    summary: "最常见或最居中的实体 the most named entities, or the most central",
    subjects: { label: "nothing", labels: "nothing", least: 0, most: 0 },
    options: z.object({
      limit,
      type: z.enum(ENTITY_TYPES).nullable().default(null).describe("只要这一类型 only this type"),
      layer: anyLayer,
      filter,
      sort: z
        .enum(TOP_SORTS)
        .default("stories")
        .describe(
          `排序 order: ${TOP_SORTS.join(", ")}；${CENTRALITY_SORTS.join("、")} 为图中所画内容层 the last ${CENTRALITY_SORTS.length} among the drawn names and ties of the content layer`,
        ),
    }),
    answers: ANSWERS.top,
    answer: (db, _, options) => top(db, options),
  }),
  question({
    name: "issues",
    summary: "略去、推断、存疑之处 what was dropped, capped, inferred or doubted",
    subjects: { label: "nothing", labels: "nothing", least: 0, most: 0 },
    options: z.object({
      limit,
      code: z.string().nullable().default(null).describe("只要这一类 only rows of this code"),
    }),
    answers: ANSWERS.issues,
    answer: (db, _, options) => issues(db, options),
  }),
  question({
    name: "explain",
    summary:
      "一篇文章为何由这几段拼成、接续何处、与谁同稿 why the pieces of an article, its continuations and reprints were joined",
    subjects: { label: "article", labels: "articles", least: 1, most: 1 },
    options: z.object({}),
    answers: ANSWERS.explain,
    answer: (db, [article]) => explain(db, article!),
  }),
  question({
    name: "names",
    summary: "两个名称为何是一个实体，或为何是两个 why two names are one entity, or why they are two",
    subjects: { label: "name", labels: "names", least: 2, most: 2 },
    options: z.object({}),
    answers: ANSWERS.names,
    answer: (db, names) => explainNames(db, names),
  }),
  question({
    name: "tie",
    summary: "两者的联系为何画出或不画，及其全部数字 why a tie is shown or hidden, with every number",
    subjects: entities(2, 2),
    options: z.object({}),
    answers: ANSWERS.tie,
    answer: (db, names) => explainTie(db, names),
  }),
  question({
    name: "story",
    summary: "一稿各报并列，标出异文 the printings of a story side by side, with their differences",
    subjects: { label: "article", labels: "articles", least: 1, most: 1 },
    options: z.object({ limit }),
    answers: ANSWERS.story,
    answer: (db, [id], options) => story(db, id!, options),
  }),
];
