// The graph as JSON-LD 1.1: entities in the terms of schema.org, ties as things of their own with their counts, and the
// evidence of each tie as Web Annotations (W3C 2017), whose selectors lead to the words in the article and on the page.
//
// The context stands in the file, so nothing is fetched. Ids are relative; `@base` is the one line to change for whoever
// publishes them. Selectors count Unicode code points, as the recommendation wants, not UTF-16 units; the article's text is
// in the file, the page's is its page as decoded. Written as a stream: context first, then one node object a line.
import { statement } from "../../store/index.ts";
import { createExporter, type Tally, type Writing } from "../exporter.ts";
import { EDGE_ATTRIBUTES } from "../rows/attributes.ts";
import type { EvidenceArticle, EvidenceMark, EvidenceRow, EvidenceWindow } from "../rows/evidence-rows.ts";
import type { EdgeRow, NodeRow } from "../rows/graph-rows.ts";
import type { Exporter } from "../types.ts";

export const jsonldExporter: Exporter = createExporter({
  name: "jsonld",
  summary: "JSON-LD：schema.org 与网络标注 entities as schema.org, evidence as Web Annotations",
  extension: "jsonld",
  write: (writing) => writing.text("", (tally) => pieces(writing, tally)),
});

const INTEGER = "http://www.w3.org/2001/XMLSchema#integer";
const DATE = "http://www.w3.org/2001/XMLSchema#date";

/** .invalid never resolves (RFC 2606). */
const CONTEXT = {
  "@version": 1.1,
  "@base": "https://wenmai.invalid/",
  "@vocab": "https://wenmai.invalid/terms#",
  schema: "https://schema.org/",
  oa: "http://www.w3.org/ns/oa#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  name: "schema:name",
  alternateName: "schema:alternateName",
  headline: "schema:headline",
  articleBody: "schema:articleBody",
  datePublished: { "@id": "schema:datePublished", "@type": DATE },
  isPartOf: { "@id": "schema:isPartOf", "@type": "@id" },
  publication: "schema:publication",
  between: { "@type": "@id" },
  first_date: { "@type": DATE },
  last_date: { "@type": DATE },
  ...Object.fromEntries(
    EDGE_ATTRIBUTES.filter(({ type }) => type === "integer").map(({ name }) => [name, { "@type": INTEGER }]),
  ),
  npmi: { "@type": "xsd:double" },
  g2: { "@type": "xsd:double" },
  p: { "@type": "xsd:double" },
  q: { "@type": "xsd:double" },
  motivation: { "@id": "oa:motivatedBy", "@type": "@id" },
  body: { "@id": "oa:hasBody", "@type": "@id" },
  target: { "@id": "oa:hasTarget" },
  source: { "@id": "oa:hasSource", "@type": "@id" },
  selector: { "@id": "oa:hasSelector" },
  start: { "@id": "oa:start", "@type": INTEGER },
  end: { "@id": "oa:end", "@type": INTEGER },
  exact: "oa:exact",
  prefix: "oa:prefix",
  suffix: "oa:suffix",
};

/** What schema.org calls each type; a program is a plan, a law, a campaign or an event, for which it has no one word. */
const TYPES: Readonly<Record<NodeRow["type"], readonly string[]>> = {
  person: ["schema:Person", "person"],
  agency: ["schema:Organization", "agency"],
  place: ["schema:Place", "place"],
  city_cluster: ["schema:Place", "city_cluster"],
  program: ["schema:Thing", "program"],
};

async function* pieces(writing: Writing, tally: Tally): AsyncIterable<string> {
  yield `{"@context":${JSON.stringify(CONTEXT)},\n"@graph":[`;
  let separator = "\n";
  const line = (object: object): string => {
    tally.rows++;
    const text = separator + wellFormed(JSON.stringify(object), writing.strip);
    separator = ",\n";
    return text;
  };
  for await (const row of writing.nodes()) yield line(entityObject(row));
  for await (const row of writing.edges()) yield line(tieObject(row));
  for await (const object of evidenceObjects(writing)) yield line(object);
  yield "\n]}\n";
}

/** JSON writes a lone surrogate as an escape, which no RDF literal can hold: left out and counted. */
function wellFormed(json: string, strip: (count: number) => void): string {
  // A backslash before it would be the second of an escaped backslash: pairs are passed over first.
  return json.replace(/\\\\|\\ud[89a-f][0-9a-f]{2}/g, (match) => {
    if (match === "\\\\") return match;
    strip(1);
    return "";
  });
}

/** Part of an IRI: letters and digits of any script as they are, everything else percent-encoded. Never two ids alike. */
export const iriPart = (id: string): string =>
  id.replace(/[^\p{L}\p{Nd}:_-]/gu, (char) => {
    const code = char.codePointAt(0)!;
    // A lone surrogate has no UTF-8; its own number keeps it apart.
    if (code >= 0xd800 && code <= 0xdfff) return `~${code.toString(16)}`;
    return encodeURIComponent(char).replace(
      /[!'()*~.]/g,
      (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  });

const entityId = (entity: string): string => `entity/${iriPart(entity)}`;
const articleId = (article: string): string => `article/${iriPart(article)}`;
const pageId = (page: string): string => `page/${iriPart(page)}`;
const tieId = ({ source, target, layer }: { source: string; target: string; layer: string }): string =>
  `tie/${iriPart(source)}/${iriPart(target)}/${layer}`;

const entityObject = (row: NodeRow): object => ({
  "@id": entityId(row.entity),
  "@type": TYPES[row.type],
  entity: row.entity,
  name: row.name,
  alternateName: JSON.parse(row.aliases) as string[],
  mentions: row.mentions,
  articles: row.articles,
  stories: row.stories,
  papers: row.papers,
  first_date: row.first_date,
  last_date: row.last_date,
});

const tieObject = (row: EdgeRow): object => ({
  "@id": tieId(row),
  "@type": "Tie",
  between: [entityId(row.source), entityId(row.target)],
  ...Object.fromEntries(EDGE_ATTRIBUTES.map(({ name, value }) => [name, value(row)])),
});

async function* evidenceObjects(writing: Writing): AsyncIterable<object> {
  let pages = new Map<string, CodePoints>();
  let articles = new Map<string, CodePoints>();
  const onWindow = async (window: EvidenceWindow): Promise<void> => {
    const rows = await writing.db.rows<{ page: string; text: string }>(statement("export/rows", "text-pages"), {
      ...window,
    });
    pages = new Map(rows.map(({ page, text }) => [page, codePoints(text)]));
    articles = new Map();
  };
  const pagesTold = new Set<string>();
  let number = 0;
  for await (const row of writing.evidence(onWindow)) {
    const { article } = row;
    let inArticle = articles.get(article.article);
    if (!inArticle) {
      inArticle = codePoints(article.text);
      articles.set(article.article, inArticle);
      if (!pagesTold.has(article.page)) yield pageObject(article);
      pagesTold.add(article.page);
      yield articleObject(article);
    }
    yield annotation(row, number++, inArticle, pages.get(article.page)!);
  }
}

const pageObject = ({ page, paper, date }: EvidenceArticle): object => ({
  "@id": pageId(page),
  "@type": "schema:CreativeWork",
  name: page,
  publication: paper,
  datePublished: date,
});

const articleObject = ({ article, page, title, text, date }: EvidenceArticle): object => ({
  "@id": articleId(article),
  "@type": "schema:NewsArticle",
  headline: title,
  articleBody: text,
  datePublished: date,
  isPartOf: pageId(page),
});

/** One sentence: where it names the two, in the article and on the page. */
function annotation(row: EvidenceRow, number: number, inArticle: CodePoints, onPage: CodePoints): object {
  const marks = [row.source_mark, row.target_mark].filter((mark) => mark !== null);
  return {
    "@id": `annotation/${number}`,
    "@type": "oa:Annotation",
    motivation: "oa:linking",
    body: tieId(row),
    close: row.close,
    target: [
      ...marks.map((mark) => inArticleTarget(row.article, mark, inArticle)),
      ...marks.flatMap((mark) => onPageTargets(row.article.page, mark, onPage)),
    ],
  };
}

/** Characters before and behind the words, by which they are found again in another edition of the text. */
const CONTEXT_LENGTH = 16;

function inArticleTarget({ article, text }: EvidenceArticle, mark: EvidenceMark, units: CodePoints): object {
  const { start, end } = mark;
  return {
    "@type": "oa:SpecificResource",
    source: articleId(article),
    selector: [
      { "@type": "oa:TextPositionSelector", start: units(start), end: units(end) },
      {
        "@type": "oa:TextQuoteSelector",
        exact: text.slice(start, end),
        prefix: text.slice(wholeBefore(text, start - CONTEXT_LENGTH), start),
        suffix: text.slice(end, wholeBefore(text, end + CONTEXT_LENGTH)),
      },
    ],
  };
}

/** A place that parts no surrogate pair, at or before this one. */
function wholeBefore(text: string, at: number): number {
  const place = Math.min(Math.max(at, 0), text.length);
  const isInside = /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(place - 1, 0), place + 1));
  return place > 0 && isInside ? place - 1 : place;
}

/** A name that is broken by a line has several places on the page. */
const onPageTargets = (page: string, { page_spans }: EvidenceMark, units: CodePoints): object[] =>
  (JSON.parse(page_spans) as [number, number][]).map(([start, end]) => ({
    "@type": "oa:SpecificResource",
    source: pageId(page),
    selector: { "@type": "oa:TextPositionSelector", start: units(start), end: units(end) },
  }));

/** Offset in UTF-16 units → in code points. */
type CodePoints = (units: number) => number;

export function codePoints(text: string): CodePoints {
  const pairs = [...text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)].map(({ index }) => index);
  if (pairs.length === 0) return (units) => units;
  return (units) => {
    let before = 0;
    for (const at of pairs) if (at < units) before++;
    return units - before;
  };
}
