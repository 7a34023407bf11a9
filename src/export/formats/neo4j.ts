// A property graph for Neo4j, in two ways: files for `neo4j-admin database import full` (fast, a new database), and a
// Cypher script of plain statements (any server, no file access, no dialect of CSV).
//
//   (:Entity:Person)-[:NAMED_WITH {layer, stories, …}]-(:Entity:Agency)     ties, stored from the smaller id to the larger
//   (:Entity)-[:NAMED_IN {sentence, surface, start, end, page_spans}]->(:Article {text, paper, date})
//
// Lists are joined by U+001F, which names do not hold, and not by the usual ";", which some do and which cannot be escaped.

import type { EntityType } from "../../entities/index.ts";
import { grouped } from "../../lib/group.ts";
import { statement } from "../../store/index.ts";
import { createExporter, type Tally, type Writing } from "../exporter.ts";
import { type Attribute, type AttributeType, type Cell, EDGE_COLUMNS, NODE_COLUMNS } from "../rows/attributes.ts";
import { batched } from "../rows/batched.ts";
import type { EdgeRow, NodeRow } from "../rows/graph-rows.ts";
import type { Exporter } from "../types.ts";
import { formatCsv } from "./csv.ts";

const LABELS: Readonly<Record<EntityType, string>> = {
  city_cluster: "CityCluster",
  agency: "Agency",
  program: "Program",
  person: "Person",
  place: "Place",
};

interface ArticleRow {
  readonly article: string;
  readonly page: string;
  readonly title: string;
  readonly kind: string;
  readonly text: string;
  readonly story: string;
  readonly paper: string | null;
  readonly date: string | null;
}

interface MentionRow {
  readonly entity: string;
  readonly article: string;
  readonly sentence: number;
  readonly surface: string;
  readonly start_at: number;
  readonly end_at: number;
  readonly page_spans: string;
  readonly layer: string;
}

const column = <Row>(name: keyof Row & string, type: AttributeType, as: string = name): Attribute<Row> => ({
  name: as,
  type,
  about: "",
  value: (row) => row[name] as Cell,
});

const ARTICLE_COLUMNS: readonly Attribute<ArticleRow>[] = [
  column("article", "string"),
  column("page", "string"),
  column("title", "string"),
  column("kind", "string"),
  column("paper", "string"),
  column("date", "date"),
  column("story", "string"),
  column("text", "string"),
];

const MENTION_COLUMNS: readonly Attribute<MentionRow>[] = [
  column("entity", "string"),
  column("article", "string"),
  column("layer", "string"),
  column("sentence", "integer"),
  column("surface", "string"),
  column("start_at", "integer", "start"),
  column("end_at", "integer", "end"),
  column("page_spans", "string"),
];

/** A kind of node or of relationship: its columns, of which the first (of nodes) or the first two (of relationships) are ids. */
interface Table<Row> {
  readonly name: string;
  readonly columns: readonly Attribute<Row>[];
  /** Where the ids lead: the node's own group, or those of a relationship's ends. */
  readonly groups: readonly [string] | readonly [string, string];
  /** The node's labels or the relationship's type. */
  readonly kind: (row: Row) => readonly string[];
  readonly rows: () => AsyncIterable<Row>;
}

export const neo4jExporter: Exporter = createExporter({
  name: "neo4j",
  summary: "Neo4j 的节点、关系文件与 Cypher 脚本 node and relationship files for neo4j-admin, and a Cypher script",
  extension: null,
  files: ["entities.csv", "articles.csv", "ties.csv", "mentions.csv", "import.sh", "import.cypher"],
  async write(writing) {
    const named = new Set<string>();
    const tables = tablesOf(writing, named);
    const { entities, ties, mentions, articles } = tables;
    // Articles last: which are wanted is known when the mentions are written.
    await writeTable(writing, entities);
    await writeTable(writing, ties);
    await writeTable(writing, mentions);
    await writeTable(writing, articles);
    await writing.text("import.sh", async function* () {
      yield SHELL;
    });
    await writing.text("import.cypher", async function* () {
      yield CONSTRAINTS;
      yield* cypher(entities);
      yield* cypher(articles);
      yield* cypher(ties);
      yield* cypher(mentions);
    });
  },
});

function tablesOf(writing: Writing, named: Set<string>) {
  const { db, options } = writing;
  const entities: Table<NodeRow> = {
    name: "entities",
    columns: NODE_COLUMNS,
    groups: ["Entity"],
    kind: ({ type }) => ["Entity", LABELS[type]],
    rows: () => writing.nodes(),
  };
  const ties: Table<EdgeRow> = {
    name: "ties",
    columns: EDGE_COLUMNS,
    groups: ["Entity", "Entity"],
    kind: () => ["NAMED_WITH"],
    rows: () => writing.edges(),
  };
  const mentions: Table<MentionRow> = {
    name: "mentions",
    columns: MENTION_COLUMNS,
    groups: ["Entity", "Article"],
    kind: () => ["NAMED_IN"],
    async *rows() {
      const params = { layer: options.layer };
      for await (const rows of db.batches<MentionRow>(statement("export/formats", "neo4j-mentions"), params)) {
        for (const row of rows) {
          if (!writing.hasEntity(row.entity)) continue;
          named.add(row.article);
          yield row;
        }
      }
    },
  };
  const articles: Table<ArticleRow> = {
    name: "articles",
    columns: ARTICLE_COLUMNS,
    groups: ["Article"],
    kind: () => ["Article"],
    async *rows() {
      for await (const rows of db.batches<ArticleRow>(statement("export/formats", "neo4j-articles"))) {
        for (const row of rows) if (named.has(row.article)) yield row;
      }
    },
  };
  return { entities, ties, mentions, articles };
}

const SEPARATOR = "\u001f";

const IMPORT_TYPES: Readonly<Record<AttributeType, string>> = {
  string: "",
  integer: ":long",
  double: ":double",
  boolean: ":boolean",
  date: ":date",
  list: ":string[]",
  spans: "",
};

function headerOf<Row>({ columns, groups }: Table<Row>): string[] {
  const [from, to] = groups;
  const fields = columns.map(({ name, type }, i) => {
    if (i === 0) return to === undefined ? `${name}:ID(${from})` : `:START_ID(${from})`;
    if (i === 1 && to !== undefined) return `:END_ID(${to})`;
    return name + IMPORT_TYPES[type];
  });
  return [...fields, groups.length === 1 ? ":LABEL" : ":TYPE"];
}

const writeTable = <Row>(writing: Writing, table: Table<Row>): Promise<void> =>
  writing.text(`${table.name}.csv`, async function* (tally: Tally) {
    const cell = (value: Cell): string | null => {
      if (value === null) return null;
      return typeof value === "object" ? joined(value, writing.strip) : String(value);
    };
    yield formatCsv([headerOf(table)]);
    for await (const batch of batched(table.rows())) {
      tally.rows += batch.length;
      yield formatCsv(
        batch.map((row) => [...table.columns.map(({ value }) => cell(value(row))), table.kind(row).join(SEPARATOR)]),
      );
    }
  });

function joined(items: readonly string[], strip: (count: number) => void): string {
  return items
    .map((item) => {
      const held = item.replaceAll(SEPARATOR, "");
      strip(item.length - held.length);
      return held;
    })
    .join(SEPARATOR);
}

const SHELL = `#!/bin/sh
# Imports this folder into a new Neo4j database (5 or newer). Stop the server, or name a database that does not exist yet:
#   sh import.sh [database]
cd "$(dirname "$0")" || exit 1
exec neo4j-admin database import full "\${1:-neo4j}" \\
  --nodes=entities.csv --nodes=articles.csv \\
  --relationships=ties.csv --relationships=mentions.csv \\
  --array-delimiter=U+001F --multiline-fields=true --id-type=string
`;

const CONSTRAINTS = `// cypher-shell -f import.cypher
CREATE CONSTRAINT wenmai_entity IF NOT EXISTS FOR (n:Entity) REQUIRE n.entity IS UNIQUE;
CREATE CONSTRAINT wenmai_article IF NOT EXISTS FOR (n:Article) REQUIRE n.article IS UNIQUE;
`;

const ID_OF: Readonly<Record<string, string>> = { Entity: "entity", Article: "article" };

/**
 * Statements that make a table's nodes or relationships, some hundred rows each. The rows are a list of lists in JSON, all
 * of whose escapes Cypher has as well.
 */
async function* cypher<Row>(table: Table<Row>): AsyncIterable<string> {
  for await (const batch of batched(table.rows())) {
    for (const [kind, rows] of grouped(batch, (row) => table.kind(row).join(":"))) {
      const lines = rows.map((row) => JSON.stringify(table.columns.map(({ value }) => value(row))));
      yield `UNWIND [\n${lines.join(",\n")}\n] AS row\n${clauseOf(table, kind)};\n`;
    }
  }
}

function clauseOf<Row>({ columns, groups }: Table<Row>, kind: string): string {
  const [from, to] = groups;
  const ids = groups.length;
  const fields = columns
    .map(({ name, type }, i) => `\`${name}\`: ${type === "date" ? `date(row[${i}])` : `row[${i}]`}`)
    .slice(ids);
  if (to === undefined) {
    return `MERGE (n:${from} {${ID_OF[from]}: row[0]})\nSET n:${kind}, n += {${fields.join(", ")}}`;
  }
  return (
    `MATCH (a:${from} {${ID_OF[from]}: row[0]}), (b:${to} {${ID_OF[to]}: row[1]})\n` +
    `CREATE (a)-[:${kind} {${fields.join(", ")}}]->(b)`
  );
}
