// HTTP: the page, its data, and the API, all read-only. Every answer comes from the same functions as the command line's.
//
//   /                      the page            /data/…       its data (export/site-types.ts)
//   /api/…                 the questions (api.ts)       /openapi.json  their description (openapi.ts)
//
// The page is served under a strict content policy: scripts and styles are its own files, and names can only be text.
import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import { secureHeaders } from "hono/secure-headers";
import type { z } from "zod";
import { siteFile } from "../export/index.ts";
import { FilterError } from "../filter/index.ts";
import { InputError, messageOf } from "../lib/errors.ts";
import { createApi, MAX_ADDRESS } from "./api.ts";
import type { Asset } from "./assets.ts";
import { type ERROR, openApi } from "./openapi.ts";
import type { ProjectReader } from "./project-reader.ts";

export interface AppOptions {
  readonly reader: ProjectReader;
  readonly assets: ReadonlyMap<string, Asset>;
  /** Called with what a request failed of, unless the request itself was wrong. */
  readonly onError: (error: unknown) => void;
  /** Names under which the server may be called; null for any. Keeps a foreign page from reading loopback by DNS rebinding. */
  readonly hosts: readonly string[] | null;
}

const METHODS = ["GET", "HEAD"];

/** Names of this machine for itself. */
export const LOOPBACK: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

export function createApp({ reader, assets, onError, hosts }: AppOptions): Hono {
  const app = new Hono();
  const siteJson = createSiteJson(reader);
  app.use(async (c, next) => {
    const host = new URL(c.req.url).hostname;
    if (hosts && !hosts.includes(host))
      return wrong(c, 403, { code: "forbidden", message: `this server does not answer for ${host}` });
    if (c.req.url.length > MAX_ADDRESS)
      return wrong(c, 414, { code: "too-long", message: `an address has at most ${MAX_ADDRESS} characters` });
    if (!METHODS.includes(c.req.method)) {
      c.header("Allow", METHODS.join(", "));
      return wrong(c, 405, { code: "no-method", message: `this server only reads: ${METHODS.join(", ")}` });
    }
    return next();
  });
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
    if (error instanceof FilterError) {
      const { message, column, offset, problem, given, expected } = error;
      return wrong(c, 400, { code: "filter", message, column, offset, problem, given, expected: [...expected] });
    }
    if (error instanceof InputError) return wrong(c, 400, { code: "input", message: error.message });
    onError(error);
    return wrong(c, 500, { code: "internal", message: messageOf(error) });
  });
  app.notFound(nothing);

  app.get("/data/*", async (c) => {
    const json = await siteJson(c.req.path.slice(1));
    if (json === null) return nothing(c);
    // A build may change it at any time; the entity tag makes asking again cheap.
    return c.body(json, 200, { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-cache" });
  });
  app.get("/openapi.json", (c) => c.json(openApi(), 200, { "Cache-Control": "no-cache" }));
  app.route("/api", createApi(reader));
  app.get("*", (c) => {
    const asset = assets.get(c.req.path);
    if (!asset) return nothing(c);
    const cache = asset.immutable ? "public, max-age=31536000, immutable" : "no-cache";
    return c.body(asset.content, 200, { "Content-Type": asset.type, "Cache-Control": cache });
  });
  return app;
}

type ErrorBody = z.infer<typeof ERROR>["error"];

const wrong = (c: Context, status: 400 | 403 | 404 | 405 | 414 | 500, error: ErrorBody) => c.json({ error }, status);

const nothing = (c: Context) => wrong(c, 404, { code: "not-found", message: `nothing at ${c.req.path}` });

/** Files that every visitor loads whole and that take seconds to make of a large project: kept until a build changes them. */
const KEPT = /^data\/(project|graph|articles)\.json$/;

/** The JSON text at an address of the site's data; null where there is nothing. */
function createSiteJson(reader: ProjectReader): (path: string) => Promise<string | null> {
  let of = "";
  const kept = new Map<string, Promise<string | null>>();
  return (path) =>
    reader.with(async (db, version) => {
      if (version !== of) kept.clear();
      of = version;
      const make = async (): Promise<string | null> => {
        const file = await siteFile(db, path);
        return file && JSON.stringify(file);
      };
      if (!KEPT.test(path)) return make();
      let json = kept.get(path);
      if (!json) {
        json = make();
        kept.set(path, json);
        json.catch(() => kept.delete(path));
      }
      return json;
    });
}
