// The data of the page: what `wenmai site` writes as files and `wenmai serve` answers at the same addresses.
// The page (viz/) knows these types and nothing else of src/. A change that an older page cannot read raises SITE_FORMAT.
//
//   data/project.json      SiteProject          what the project holds, and how much of it the page draws
//   data/graph.json        SiteGraph            nodes, edges, communities of what is drawn
//   data/articles.json     SiteArticleEntry[]   one entry an article, in the order that indexes refer to
//   data/article/N.json    SiteArticle          the whole article N, its sentences and mentions
//   data/page/N.json       SitePage             the printed text of page N
//   data/entity/N.json     SiteEntity           what is stated of node N, and why its names are one
//
// The evidence of an edge needs no file of its own: its articles are those that both nodes list, its sentences stand in
// data/article/N.json.
import type { ArticleKind, TextRun } from "../articles/index.ts";
import type { EntityType, Layer, Mention } from "../entities/index.ts";
import type { BackboneRule, Centrality, EdgeFacts, EntityCounts, Testing } from "../graph/index.ts";
import type { Span } from "../lib/span.ts";
import type { Stated, Thresholds } from "../query/index.ts";

export const SITE_FORMAT = 1;

export interface SiteProject {
  readonly format: typeof SITE_FORMAT;
  /** Papers in order of their number of articles; `paper` is null for pages whose paper is unknown. */
  readonly papers: readonly { paper: string | null; place: string | null; pages: number; articles: number }[];
  /** First and last date, ISO; null when no page is dated. */
  readonly dates: readonly [string, string] | null;
  readonly undated_pages: number;
  /** Totals of the project, all layers. */
  readonly counts: Record<"pages" | "articles" | "texts" | "stories" | "mentions" | "entities" | "edges", number>;
  /** Totals of the content layer alone: entities with a content mention, edges of the content layer. */
  readonly content: { entities: number; edges: number };
  /** How many of the content layer graph.json carries, and why not all: "all" or "largest" (a cap by rank). */
  readonly drawn: {
    entities: number;
    edges: number;
    reason: "all" | "largest";
    /** Of `edges` those of the backbone, what is drawn at first, and how many each of its rules keeps (graph/backbone.ts). */
    backbone: number;
    rules: Partial<Record<BackboneRule, number>>;
    /** What its rules ask for. */
    thresholds: Thresholds;
    /** The most that graph.json carries. */
    limits: { entities: number; edges: number };
  };
  /** How ties were tested for significance, or that there are too few stories to test. */
  readonly tests: Testing;
  /** From how many of the drawn nodes betweenness was searched; from fewer than all it is an estimate. */
  readonly betweenness: { nodes: number; pivots: number };
  /** The lines of a person's decisions that the project was built with, in the order in which they act. */
  readonly corrections: readonly string[];
  /** Version of the rules that read its pages; null for a project without one. */
  readonly rules: string | null;
  /** Rows of the issues table, by code. */
  readonly issues: readonly { code: string; rows: number }[];
}

export interface SiteNode extends EntityCounts {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Pinyin of the name, syllables joined by blanks, no tones: "la sa shi wei"; "" for a name without Han characters. */
  readonly pinyin: string;
  /** First letters of the syllables: "lssw". */
  readonly initials: string;
  /** Place on the map; y grows upwards, as in Sigma. */
  readonly x: number;
  readonly y: number;
  /** Index into `communities`; null for a node without edges in the content layer. */
  readonly community: number | null;
  /** How surely it belongs to its community, in [0, 1] (graph/communities.ts); absent without one. */
  readonly stability?: number;
  /** In the drawn graph of the content layer (graph/centralities.ts); absent for who is only in bylines and mastheads. */
  readonly centrality?: Centrality;
  /** Indexes of the articles that name it, ascending, by layer. */
  readonly in: Partial<Record<Layer, readonly number[]>>;
}

export interface SiteEdge extends Omit<EdgeFacts, "first_date" | "last_date"> {
  /** Indexes into `nodes`. */
  readonly source: number;
  readonly target: number;
  /** Why it belongs to the backbone; absent where it does not. */
  readonly rule?: BackboneRule;
}

export interface SiteCommunity {
  /** Leading members' names, best first: ["习近平", "上海合作组织", "中国"]. */
  readonly name: readonly string[];
  readonly size: number;
  /** Share of seeded runs that agree with this partition for the community's members, in [0, 1]. */
  readonly stability: number;
}

export interface SiteGraph {
  readonly nodes: readonly SiteNode[];
  readonly edges: readonly SiteEdge[];
  readonly communities: readonly SiteCommunity[];
}

export interface SiteArticleEntry {
  readonly article: string;
  /** Index of its page, for data/page/N.json. */
  readonly page: number;
  readonly page_id: string;
  readonly paper: string | null;
  readonly date: string | null;
  readonly title: string;
  readonly kind: ArticleKind;
  readonly byline: string | null;
  /** Articles with one `text` are one text continued over pages; with one `story`, reprints of one story. */
  readonly text: string;
  readonly story: string;
  readonly chars: number;
  readonly confidence: number;
  readonly continued_from: string | null;
  readonly continued_to: string | null;
}

export interface SiteMention extends Omit<Mention, "article" | "repair"> {
  /** Index into graph.json's nodes; null where the entity is not drawn. */
  readonly node: number | null;
  readonly entity: string;
  /** Where the print is damaged: what was read instead, and the articles that print it so; null where it was read as printed. */
  readonly repair: { readonly read: string; readonly from: readonly string[] } | null;
}

export interface SiteArticle extends Omit<SiteArticleEntry, "text"> {
  readonly text_id: string;
  readonly text: string;
  readonly map: readonly TextRun[];
  readonly pieces: readonly Span[];
  /** `[start, end]` in `text`; the index is the sentence's ordinal. */
  readonly sentences: readonly Span[];
  readonly mentions: readonly SiteMention[];
}

export interface SitePage {
  readonly page: string;
  readonly paper: string | null;
  readonly date: string | null;
  readonly text: string;
}

/** One thing that is stated in the same words: an office, for a predicate holds_office. */
export interface SiteRelation extends Stated {
  /** The first of its prints by date: indexes of articles, and of sentences in them. */
  readonly prints: readonly { readonly article: number; readonly sentence: number }[];
}

/** Why a form is a name of the entity: alike rows of the table `decisions`. */
export interface SiteNameReason {
  readonly surface: string;
  readonly rule: string;
  readonly reason: string;
  readonly times: number;
}

export interface SiteEntity {
  readonly entity: string;
  /** In the order of their first prints, undated ones last; at most 300. */
  readonly relations: readonly SiteRelation[];
  readonly relations_total: number;
  /** The most frequent first. */
  readonly names: readonly SiteNameReason[];
}
