// The HTTP face over a small project of its own, without a socket.
import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countEdges, countEntities, layoutGraph, weighEdges, writeEvidence } from "../../src/graph/index.ts";
import { ANSWER_PARTS, QUESTIONS } from "../../src/query/index.ts";
import { createApp, LOOPBACK, type ProjectReader } from "../../src/server/index.ts";
import type { Database } from "../../src/store/index.ts";
import { openProjectOf } from "../fixtures/graph/small-project.ts";

let db: Database;
let app: ReturnType<typeof createApp>;
const failures: unknown[] = [];

beforeAll(async () => {
  db = await openProjectOf({
    pages: [{ page: "p", paper: "清河日报", date: "2025-08-29" }],
    articles: [{ article: "p#a1", page: "p", sentences: [[["person:张三"], ["place:清河市"]], [["agency:清河市委"]]] }],
  });
  await countEntities(db);
  await writeEvidence(db);
  await countEdges(db, { maxEntitiesPerText: 400 });
  await weighEdges(db);
  await layoutGraph(db, null);
  const reader: ProjectReader = { with: (use) => use(db, "one"), prepare() {}, close() {} };
  const index = {
    type: "text/html; charset=utf-8",
    content: new TextEncoder().encode("<!doctype html>"),
    immutable: false,
  };
  app = createApp({
    reader,
    assets: new Map([["/", index]]),
    onError: (error) => failures.push(error),
    hosts: LOOPBACK,
  });
});
afterAll(() => db.close());

const get = (path: string, headers: Record<string, string> = {}, host = "localhost:1"): Promise<Response> =>
  Promise.resolve(app.request(`http://${host}${path}`, { headers }));

describe("the server", () => {
  it("serves the page and its data under a content policy that allows nothing foreign", async () => {
    const page = await get("/");
    expect(page.status).toBe(200);
    expect(page.headers.get("content-security-policy")).toMatch(/default-src 'self'.*object-src 'none'/);
    expect(page.headers.get("x-content-type-options")).toBe("nosniff");
    const project = (await (await get("/data/project.json")).json()) as { format: number };
    expect(project.format).toBe(1);
  });

  it("answers that nothing has changed", async () => {
    const first = await get("/data/graph.json");
    const tag = first.headers.get("etag")!;
    expect((await get("/data/graph.json", { "If-None-Match": tag })).status).toBe(304);
  });

  it("compresses", async () => {
    const packed = await get("/data/graph.json", { "Accept-Encoding": "gzip" });
    expect(packed.headers.get("content-encoding")).toBe("gzip");
  });

  it("has nothing outside its list, however it is asked", async () => {
    for (const path of [
      "/../package.json",
      "/%2e%2e/package.json",
      "/..%5cpackage.json",
      "/data/../../x",
      "/data/page/99999.json",
    ])
      expect((await get(path)).status, path).toBe(404);
  });

  it("answers only for its own names", async () => {
    expect((await get("/data/project.json", {}, "evil.example")).status).toBe(403);
    expect((await get("/data/project.json", {}, "127.0.0.1:8642")).status).toBe(200);
  });

  it("lists its questions, answers them, and says what is wrong with a bad one", async () => {
    const { questions } = (await (await get("/api")).json()) as { questions: { path: string }[] };
    expect(questions.map(({ path }) => path)).toContain("/api/neighbors");
    const top = (await (await get("/api/top?limit=1")).json()) as { total: number; items: { entity: string }[] };
    expect(top.items).toHaveLength(1);
    expect(top.total).toBeGreaterThan(1);
    const name = encodeURIComponent(top.items[0]!.entity);
    expect(((await (await get(`/api/entity?of=${name}`)).json()) as { entity: string }).entity).toBe(
      top.items[0]!.entity,
    );
    for (const bad of [
      "/api/top?limit=0",
      "/api/top?limti=3",
      "/api/entity",
      `/api/entity?of=${name}&of=${name}`,
      "/api/entity?of=nobody",
      "/api/top?limit=1&limit=2",
      "/api/diff",
      "/api/diff?before=2024&after=2025&with=/tmp",
      "/api/path?of=a&of=b&avoid-hubs=true&avoidHubs=false",
      "/api/top?limit=",
      "/api/search?of=%E4%B9",
      "/api/search?of=%zz",
    ]) {
      const response = await get(bad);
      expect(response.status, bad).toBe(400);
      const { error } = (await response.json()) as { error: { code: string; message: string } };
      expect(error.code).toBe("input");
      expect(error.message.length).toBeGreaterThan(10);
    }
    expect((await get("/api/nothing")).status).toBe(404);
    expect(failures).toEqual([]);
  });

  it("reads alone: another method is told which there are", async () => {
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"])
      for (const path of ["/", "/api/top", "/data/project.json"]) {
        const response = await app.request(`http://127.0.0.1${path}`, { method });
        expect([response.status, response.headers.get("allow")], `${method} ${path}`).toEqual([405, "GET, HEAD"]);
        expect(await response.json()).toMatchObject({ error: { code: "no-method" } });
      }
    const head = await app.request("http://127.0.0.1/api/top", { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect(failures).toEqual([]);
  });

  it("filters, and points at what is wrong with a filter", async () => {
    const ask = async (filter: string) => get(`/api/top?filter=${encodeURIComponent(filter)}`);
    const { items } = (await (await ask("类型：机构")).json()) as { items: { entity: string }[] };
    expect(items.map(({ entity }) => entity)).toEqual(["agency:清河市委"]);
    const bad = await ask("清河 类型：机够");
    expect(bad.status).toBe(400);
    expect(await bad.json()).toMatchObject({
      error: { code: "filter", column: 7, problem: "unknown-value", given: "机够" },
    });
    expect(failures).toEqual([]);
  });

  it("describes its questions in OpenAPI that the standard's own schema accepts", async () => {
    const document = (await (await get("/openapi.json")).json()) as OpenApi;
    const validation = await new Validator().validate(structuredClone(document) as unknown as Record<string, unknown>);
    expect(validation.errors ?? []).toEqual([]);
    expect(validation.valid).toBe(true);
    expect(Object.keys(document.paths)).toEqual(QUESTIONS.map(({ name }) => `/api/${name}`));
  });

  it("describes every answer down to its parts, each of which is there and is used", async () => {
    const text = await (await get("/openapi.json")).text();
    const { schemas } = (JSON.parse(text) as OpenApi).components;
    const used = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!);
    expect([...new Set(used)].sort()).toEqual(Object.keys(schemas).sort());
    expect(schemas).toMatchObject({
      EntityFacts: { type: "object", additionalProperties: false, properties: { aliases: { type: "array" } } },
      Evidence: { properties: { passages: { items: { $ref: "#/components/schemas/Passage" } } } },
      Neighbors: { properties: { items: { items: { $ref: "#/components/schemas/Neighbor" } } } },
    });
  });

  it("answers every question as it is described, option by option, and once more with nothing changed", async () => {
    const { paths } = (await (await get("/openapi.json")).json()) as OpenApi;
    for (const [path, { get: operation }] of Object.entries(paths)) {
      const address = `${path}?${new URLSearchParams(exampleOf(path.slice(5), operation.parameters))}`;
      const response = await get(address);
      expect(response.status, `${address}: ${await response.clone().text()}`).toBe(200);
      expect(response.headers.get("content-type")).toMatch(/^application\/json/);
      const body = (await response.json()) as Record<string, unknown>;
      const schema = operation.responses["200"].content["application/json"].schema;
      const question = QUESTIONS.find(({ name }) => path === `/api/${name}`)!;
      expect(schema.$ref).toBe(`#/components/schemas/${ANSWER_PARTS.get(question.answers)!.id}`);
      expect(question.answers.parse(body), path).toEqual(body);
      const again = await get(address, { "If-None-Match": response.headers.get("etag")! });
      expect([again.status, await again.text()], address).toEqual([304, ""]);
    }
    expect(failures).toEqual([]);
  });

  it("refuses addresses that are too long, and subjects", async () => {
    expect((await get(`/api/search?of=${"x".repeat(20_000)}`)).status).toBe(414);
    expect((await get(`/api/search?of=${"x".repeat(2_000)}`)).status).toBe(400);
  });
});

interface Described {
  readonly name: string;
  readonly schema: { readonly default?: unknown; readonly enum?: readonly string[]; readonly minItems?: number };
}

interface OpenApi {
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
  readonly paths: Record<
    string,
    {
      get: {
        parameters: Described[];
        responses: { "200": { content: { "application/json": { schema: { $ref?: string } } } } };
      };
    }
  >;
}

const SUBJECTS: Readonly<Record<string, readonly string[]>> = { search: ["qing"], story: ["p#a1"], explain: ["p#a1"] };
/** Of questions that mean nothing without an option. */
const OPTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = { diff: { before: "2024", after: "2025" } };
const ENTITIES = ["person:张三", "place:清河市", "agency:清河市委"];

/** Its subjects, what it needs, and each option with its default. */
function exampleOf(name: string, parameters: readonly Described[]): [string, string][] {
  return parameters.flatMap(({ name: parameter, schema }): [string, string][] => {
    if (parameter === "of") {
      return (SUBJECTS[name] ?? ENTITIES.slice(0, schema.minItems)).map((subject) => ["of", subject]);
    }
    const given = OPTIONS[name]?.[parameter] ?? schema.default;
    return given === undefined || given === null || Array.isArray(given) ? [] : [[parameter, String(given)]];
  });
}
