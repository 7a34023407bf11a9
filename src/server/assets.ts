// The built page (dist/viz) as a closed list of files read at the start: what is not in the list does not exist, so no
// address can lead anywhere else on the disk.
import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { PAGE_FOLDER } from "../export/index.ts";

export interface Asset {
  readonly type: string;
  readonly content: Uint8Array<ArrayBuffer>;
  /** Files with a hash in their name never change. */
  readonly immutable: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".json": "application/json; charset=utf-8",
};

/** Address ("/", "/assets/x.js") → file. Empty when the page was not built. */
export function readAssets(folder: string = PAGE_FOLDER): Map<string, Asset> {
  const assets = new Map<string, Asset>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const address = `/${relative(folder, path).split(sep).join("/")}`;
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    const asset = { type, content: new Uint8Array(readFileSync(path)), immutable: address.startsWith("/assets/") };
    assets.set(address, asset);
    if (address === "/index.html") assets.set("/", asset);
  }
  return assets;
}
