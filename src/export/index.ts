// Exports: a project's tables and graph in other programs' formats, and the data of the page.
import { gexfExporter } from "./gexf.ts";
import { jsonExporter } from "./json.ts";
import { jsonlExporter } from "./jsonl.ts";
import { siteExporter } from "./site.ts";
import type { Exporter } from "./types.ts";

export { JSONL_TABLES } from "./jsonl.ts";
export { PAGE_FOLDER, siteFile, writeSite } from "./site.ts";
export {
  SITE_FORMAT,
  type SiteArticle,
  type SiteArticleEntry,
  type SiteCommunity,
  type SiteEdge,
  type SiteGraph,
  type SiteMention,
  type SiteNode,
  type SitePage,
  type SiteProject,
} from "./site-types.ts";
export { DEFAULT_EXPORT_OPTIONS, type Exporter, type ExportOptions, type ExportSummary } from "./types.ts";

/** All formats, in the order of the help. */
export const EXPORTERS: readonly Exporter[] = [jsonlExporter, jsonExporter, gexfExporter, siteExporter];
