// Exports: a project's tables and graph in other programs' formats, and the data of the page.
import { csvExporter, losslessCsvExporter } from "./formats/csv.ts";
import { dynamicGexfExporter, gexfExporter } from "./formats/gexf.ts";
import { graphmlExporter } from "./formats/graphml.ts";
import { cytoscapeExporter, jsonExporter, nodeLinkExporter } from "./formats/json.ts";
import { jsonlExporter } from "./formats/jsonl.ts";
import { jsonldExporter } from "./formats/jsonld.ts";
import { markdownExporter } from "./formats/markdown.ts";
import { neo4jExporter } from "./formats/neo4j.ts";
import { parquetExporter } from "./formats/parquet.ts";
import { siteExporter } from "./site.ts";
import type { Exporter } from "./types.ts";

export { manifestPathOf } from "./exporter.ts";
export { JSONL_TABLES } from "./formats/jsonl.ts";
export type { ExportManifest, ManifestFile } from "./manifest.ts";
export { PAGE_FOLDER, siteFile, writeSite } from "./site.ts";
export { ONE_FILE_LIMIT, writeOneFile } from "./site-one-file.ts";
export {
  SITE_FORMAT,
  type SiteArticle,
  type SiteArticleEntry,
  type SiteCommunity,
  type SiteEdge,
  type SiteEntity,
  type SiteGraph,
  type SiteMention,
  type SiteNameReason,
  type SiteNode,
  type SitePage,
  type SiteProject,
  type SiteRelation,
} from "./site-types.ts";
export {
  DEFAULT_EXPORT_OPTIONS,
  type ExportedFile,
  type Exporter,
  type ExportOptions,
  type ExportSummary,
} from "./types.ts";

/** All formats, in the order of the help. */
export const EXPORTERS: readonly Exporter[] = [
  gexfExporter,
  dynamicGexfExporter,
  graphmlExporter,
  jsonExporter,
  nodeLinkExporter,
  cytoscapeExporter,
  csvExporter,
  losslessCsvExporter,
  parquetExporter,
  jsonlExporter,
  neo4jExporter,
  jsonldExporter,
  markdownExporter,
  siteExporter,
];
