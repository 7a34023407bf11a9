// HTTP: the page, its data, and the API, all read-only. Every answer comes from the same functions as the command line's.
//
//   /                      the page            /data/…       its data (export/site-types.ts)
//   /api/…                 the questions (api.ts)
//
// The page is served under a strict content policy: scripts and styles are its own files, and names can only be text.
import { Hono } from "hono";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import { secureHeaders } from "hono/secure-headers";
import { siteFile } from "../export/index.ts";
import { InputError, messageOf } from "../lib/errors.ts";
import { createApi } from "./api.ts";
import type { Asset } from "./assets.ts";
import type { ProjectReader } from "./project-reader.ts";

export interface AppOptions {
  readonly reader: ProjectReader;
  readonly assets: ReadonlyMap<string, Asset>;
  /** Called with what a request failed of, unless the request itself was wrong. */
  readonly onError: (error: unknown) => void;
}

export function createApp({ reader, assets, onError }: AppOptions): Hono {
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        // ForceAtlas2's worker is a function made into a blob.
        workerSrc: ["'self'", "blob:"],
        imgSrc: ["'self'", "data:", "blob:"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      // The server speaks plain HTTP on loopback; the header would lock browsers out of it.
      strictTransportSecurity: false,
    }),
  );
  app.use(compress());
  app.use(etag());
  app.onError((error, c) => {
    if (error instanceof InputError) return c.json({ error: error.message }, 400);
    onError(error);
    return c.json({ error: messageOf(error) }, 500);
  });
  app.notFound((c) => c.json({ error: `nothing at ${c.req.path}` }, 404));

  app.get("/data/*", async (c) => {
    const path = c.req.path.slice(1);
    const file = await reader.with((db) => siteFile(db, path));
    if (file === null) return c.json({ error: `nothing at ${c.req.path}` }, 404);
    // A build may change it at any time; the entity tag makes asking again cheap.
    return c.json(file, 200, { "Cache-Control": "no-cache" });
  });
  app.route("/api", createApi(reader));
  app.get("*", (c) => {
    const asset = assets.get(c.req.path);
    if (!asset) return c.json({ error: `nothing at ${c.req.path}` }, 404);
    const cache = asset.immutable ? "public, max-age=31536000, immutable" : "no-cache";
    return c.body(asset.content, 200, { "Content-Type": asset.type, "Cache-Control": cache });
  });
  return app;
}
