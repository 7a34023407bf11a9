// The site's data: the only file of the page that knows where it lies and what format it has.
//
// In:  the folder `data/` beside the page, as src/export/site-types.ts describes it; in the page as one file
//      (src/export/one-file.ts) blocks of the document itself.
// Out: the graph at once, articles and pages when they are asked for, each fetched once.
import {
  SITE_FORMAT,
  type SiteArticle,
  type SiteArticleEntry,
  type SiteEntity,
  type SiteGraph,
  type SitePage,
  type SiteProject,
} from "../../src/export/site-types.ts";

export type { EntityType, Layer } from "../../src/entities/index.ts";
export type {
  SiteArticle,
  SiteArticleEntry,
  SiteCommunity,
  SiteEdge,
  SiteEntity,
  SiteGraph,
  SiteMention,
  SiteNode,
  SitePage,
  SiteProject,
  SiteRelation,
} from "../../src/export/site-types.ts";
export type { Span } from "../../src/lib/span.ts";

export interface Site {
  readonly project: SiteProject;
  readonly graph: SiteGraph;
  readonly articles: readonly SiteArticleEntry[];
}

/** `absent`: no such file, or no answer. `format`: written for another version of the page. `broken`: not what it says. */
export class DataError extends Error {
  readonly kind: "absent" | "format" | "broken";
  readonly address: string;
  constructor(kind: DataError["kind"], address: string, detail: string) {
    super(detail);
    this.kind = kind;
    this.address = address;
  }
}

const BASE = "data/";

/** Whether the page carries its data in itself: then there is nothing to load, and nowhere to load it from. */
export const isOneFile = (): boolean => document.getElementById(`${BASE}project.json`) !== null;

async function read<T>(path: string): Promise<T> {
  const block = document.getElementById(BASE + path)?.textContent;
  if (block) return JSON.parse(block) as T;
  const address = new URL(BASE + path, document.baseURI).href;
  let response: Response;
  try {
    response = await fetch(address);
  } catch (error) {
    throw new DataError("absent", BASE + path, String(error));
  }
  if (!response.ok) throw new DataError("absent", BASE + path, `HTTP ${response.status}`);
  try {
    return (await response.json()) as T;
  } catch (error) {
    throw new DataError("broken", BASE + path, String(error));
  }
}

export async function loadSite(): Promise<Site> {
  const [project, graph, articles] = await Promise.all([
    read<SiteProject>("project.json"),
    read<SiteGraph>("graph.json"),
    read<SiteArticleEntry[]>("articles.json"),
  ]);
  if (project.format !== SITE_FORMAT)
    throw new DataError("format", `${BASE}project.json`, `${String(project.format)} ≠ ${SITE_FORMAT}`);
  const size = graph.nodes?.length;
  if (!Array.isArray(graph.nodes) || !Array.isArray(graph.edges) || !Array.isArray(graph.communities))
    throw new DataError("broken", `${BASE}graph.json`, "nodes, edges, communities");
  if (graph.edges.some((edge) => !(edge.source < size && edge.target < size)))
    throw new DataError("broken", `${BASE}graph.json`, "an edge leads to no node");
  if (!Array.isArray(articles)) throw new DataError("broken", `${BASE}articles.json`, "not a list");
  return { project, graph, articles };
}

const cached = <T>(path: (n: number) => string): ((n: number) => Promise<T>) => {
  const kept = new Map<number, Promise<T>>();
  return (n) => {
    let answer = kept.get(n);
    if (!answer) {
      answer = read<T>(path(n));
      // A failed answer is not kept, so that opening it again asks again.
      answer.catch(() => kept.delete(n));
      kept.set(n, answer);
    }
    return answer;
  };
};

const articleFile = cached<SiteArticle>((n) => `article/${n}.json`);
const pageFile = cached<SitePage>((n) => `page/${n}.json`);

/** The whole article at an index, which must be `id`: a build while the page is open may have moved it. */
export async function loadArticle(n: number, id: string): Promise<SiteArticle> {
  const article = await articleFile(n);
  if (article.article !== id) throw new DataError("broken", `${BASE}article/${n}.json`, `${article.article} ≠ ${id}`);
  return article;
}

/** The printed page at an index, which must be `id`. */
export async function loadPage(n: number, id: string): Promise<SitePage> {
  const page = await pageFile(n);
  if (page.page !== id) throw new DataError("broken", `${BASE}page/${n}.json`, `${page.page} ≠ ${id}`);
  return page;
}

const entityFile = cached<SiteEntity>((n) => `entity/${n}.json`);

/** What is stated of the node at an index, which must be `id`. */
export async function loadEntity(n: number, id: string): Promise<SiteEntity> {
  const facts = await entityFile(n);
  if (facts.entity !== id) throw new DataError("broken", `${BASE}entity/${n}.json`, `${facts.entity} ≠ ${id}`);
  return facts;
}
