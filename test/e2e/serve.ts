// A static server for the built page and a data folder that lives in memory, with the strict policy that a careful host
// sends.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

export const POLICY =
  "default-src 'self'; style-src 'self'; script-src 'self'; img-src 'self' data:; worker-src blob:; object-src 'none'; base-uri 'none'";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

const BUILT = fileURLToPath(new URL("../../dist/viz/", import.meta.url));

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves `dist/viz` below `/any/folder/`, and `files` (address below `data/` → JSON value) as its data. Free port. */
export async function servePage(files: ReadonlyMap<string, unknown>): Promise<Served> {
  const root = "/any/folder/";
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname);
    const inside = path.startsWith(root) ? path.slice(root.length) || "index.html" : null;
    const head = { "content-security-policy": POLICY, "x-content-type-options": "nosniff" };
    try {
      if (inside === null) throw new Error("outside");
      const data = inside.startsWith("data/") ? files.get(inside.slice(5)) : undefined;
      const body = data === undefined ? await readFile(join(BUILT, normalize(inside))) : toBody(data);
      response.writeHead(200, { ...head, "content-type": TYPES[extname(inside)] ?? "application/octet-stream" });
      response.end(body);
    } catch {
      response.writeHead(404, head).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${root}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

const toBody = (data: unknown): string => (typeof data === "string" ? data : JSON.stringify(data));
