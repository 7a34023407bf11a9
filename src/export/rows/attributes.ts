// What formats tell of an entity and of a tie, described once: name, type and meaning of each column.
import type { EvidenceRow } from "./evidence-rows.ts";
import type { EdgeRow, NodeRow } from "./graph-rows.ts";

/** A list holds strings; spans are a JSON list of [start, end] pairs. */
export type AttributeType = "string" | "integer" | "double" | "boolean" | "date" | "list" | "spans";

export type Cell = string | number | boolean | null | readonly string[];

export interface Attribute<Row> {
  readonly name: string;
  readonly type: AttributeType;
  /** One line for the reader of the file. */
  readonly about: string;
  readonly value: (row: Row) => Cell;
}

/** Columns whose cell is the row's own field of that name. */
type Described<Row> = readonly [name: keyof Row & string, type: AttributeType, about: string];

const fields = <Row>(described: readonly Described<Row>[]): Attribute<Row>[] =>
  described.map(([name, type, about]) => ({
    name,
    type,
    about,
    value: type === "list" ? (row) => listOf(row[name] as string | null) : (row) => (row[name] as Cell) ?? null,
  }));

const listOf = (json: string | null): readonly string[] | null =>
  json === null ? null : (JSON.parse(json) as readonly string[]);

export const NODE_ATTRIBUTES: readonly Attribute<NodeRow>[] = fields<NodeRow>([
  ["type", "string", "city_cluster, agency, program, person or place"],
  ["aliases", "list", "other forms in which it is printed"],
  ["mentions", "integer", "times it is named in the layer; 0 for who is only at the other end of one of its ties"],
  ["articles", "integer", "articles that name it there"],
  ["stories", "integer", "stories that name it there; reprints count once"],
  ["papers", "integer", "papers that name it there; each page of unknown paper is one of its own"],
  ["first_date", "date", "date of the first page that names it there"],
  ["last_date", "date", "date of the last page that names it there"],
  ["community", "integer", "number of its community, 0 the largest; none for what is not drawn"],
  ["community_name", "list", "the leading members of its community"],
  ["stability", "double", "how surely it belongs there, in [0, 1]: the share of seeded runs that agree"],
  [
    "degree",
    "integer",
    "drawn ties of the content layer; none, as the next three, for who is not drawn there (a filter's degree counts all ties)",
  ],
  ["weighted_degree", "integer", "their stories"],
  ["pagerank", "double", "PageRank among the drawn names of the content layer, weighted by stories"],
  ["betweenness", "double", "betweenness among the drawn names of the content layer; sampled where they are many"],
]);

export const PLACE_ATTRIBUTES: readonly Attribute<NodeRow>[] = fields<NodeRow>([
  ["x", "double", "place on the map, to the right; none for what is not drawn"],
  ["y", "double", "place on the map, upwards"],
]);

export const EDGE_ATTRIBUTES: readonly Attribute<EdgeRow>[] = fields<EdgeRow>([
  ["layer", "string", "content, byline or masthead: how prominently both are named"],
  ["articles", "integer", "articles that name both; 0 where only the parts of a continued text together do"],
  ["close", "integer", "articles with a sentence that names both"],
  ["texts", "integer", "texts that name both; an article with its continuations is one text"],
  ["stories", "integer", "stories that name both; reprints count once"],
  ["papers", "integer", "papers that name both"],
  ["npmi", "double", "normalized pointwise mutual information of the stories, in [-1, 1]; none under two stories"],
  ["g2", "double", "log-likelihood ratio of the stories, at least 0; none under two stories"],
  ["p", "double", "probability of so many shared stories by chance; none where there are too few stories to test"],
  ["q", "double", "false-discovery rate at that p"],
  ["backbone", "boolean", "whether it is among the ties that are drawn at first"],
  ["backbone_rule", "string", "the rule that draws it: significant, disparity, repeated, company or bridge"],
  ["first_date", "date", "date of the first page that names both"],
  ["last_date", "date", "date of the last page that names both"],
]);

/** An entity as a table's row. */
export const NODE_COLUMNS: readonly Attribute<NodeRow>[] = [
  ...fields<NodeRow>([
    ["entity", "string", "id"],
    ["name", "string", "canonical name"],
  ]),
  ...NODE_ATTRIBUTES,
  ...PLACE_ATTRIBUTES,
];

/** A tie as a table's row. */
export const EDGE_COLUMNS: readonly Attribute<EdgeRow>[] = [
  ...fields<EdgeRow>([
    ["source", "string", "id of one entity, the smaller by code point"],
    ["target", "string", "id of the other"],
  ]),
  ...EDGE_ATTRIBUTES,
];

const mark = (end: "source" | "target"): Attribute<EvidenceRow>[] => [
  {
    name: `${end}_surface`,
    type: "string",
    about: `the ${end} as printed; none where the sentence names the other only`,
    value: (row) => row[end === "source" ? "source_mark" : "target_mark"]?.surface ?? null,
  },
  {
    name: `${end}_spans`,
    type: "spans",
    about: `where on the page the ${end} is printed`,
    value: (row) => row[end === "source" ? "source_mark" : "target_mark"]?.page_spans ?? null,
  },
];

/** A sentence of evidence as a table's row. */
export const EVIDENCE_COLUMNS: readonly Attribute<EvidenceRow>[] = [
  ...fields<EvidenceRow>([
    ["source", "string", "the tie: id of one entity"],
    ["target", "string", "the tie: id of the other"],
    ["layer", "string", "the tie: content, byline or masthead"],
    ["close", "boolean", "whether one sentence names both; else two rows, the nearest two sentences of the text"],
    ["text_id", "string", "the text"],
    ["story", "string", "the story; evidence of one story is one witness"],
  ]),
  { name: "article", type: "string", about: "the article", value: (row) => row.article.article },
  { name: "title", type: "string", about: "its headline", value: (row) => row.article.title },
  { name: "page", type: "string", about: "its page", value: (row) => row.article.page },
  { name: "paper", type: "string", about: "the paper, where known", value: (row) => row.article.paper },
  { name: "date", type: "date", about: "the page's date, where known", value: (row) => row.article.date },
  ...fields<EvidenceRow>([
    ["sentence", "integer", "number of the sentence in the article, from 0"],
    ["quote", "string", "the sentence"],
    ["start", "integer", "where it begins in the article's text, in UTF-16 units"],
    ["end", "integer", "where it ends"],
    ["page_spans", "spans", "where it is printed on the page: [start, end) pairs in UTF-16 units of the page's text"],
  ]),
  ...mark("source"),
  ...mark("target"),
];
