// The laws of the rooms (DESIGN: rooms): imports go up the list only, through a room's index.ts, without cycles; each
// heavy dependency has one door; only the command line prints.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const SRC = fileURLToPath(new URL("../src/", import.meta.url));
const ROOMS = [
  "lib",
  "store",
  "text",
  "corpus",
  "articles",
  "stories",
  "entities",
  "graph",
  "filter",
  "query",
  "export",
  "eval",
  "pipeline",
  "server",
  "cli",
];

/** Heavy dependency → the one file, or the one room, that may import it. */
const DOORS: Readonly<Record<string, string>> = {
  nodejieba: "text/jieba.ts",
  "opencc-js": "text/normal.ts",
  "@duckdb/node-api": "store/database.ts",
  piscina: "pipeline/pool.ts",
  "csv-parse": "corpus/",
  "node-html-parser": "corpus/",
  "pinyin-pro": "graph/",
  "graphology-communities-louvain": "graph/",
  "graphology-layout-forceatlas2": "graph/",
  "graphology-metrics": "graph/",
  "graphology-shortest-path": "graph/",
  "csv-stringify": "export/",
  liqe: "filter/",
  hono: "server/",
  "@hono/node-server": "server/",
  commander: "cli/",
};

interface Import {
  readonly from: string;
  readonly target: string;
}

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => path.split(sep).join("/"))
  .sort();
const source = new Map(files.map((path) => [path, readFileSync(join(SRC, path), "utf8")]));
const imports: Import[] = files.flatMap((from) =>
  [
    ...source
      .get(from)!
      .matchAll(/^(?:import|export)\b[^;]*?\bfrom\s+"([^"]+)";|^import\s+"([^"]+)";|\bimport\("([^"]+)"\)/gms),
  ].map((match) => ({ from, target: (match[1] ?? match[2] ?? match[3])! })),
);
const local = imports
  .filter(({ target }) => target.startsWith("."))
  .map(({ from, target }) => ({
    from,
    target: relative(SRC, resolve(SRC, dirname(from), target))
      .split(sep)
      .join("/"),
  }));
const roomOf = (path: string): string => (path.includes("/") ? path.slice(0, path.indexOf("/")) : "index.ts");

describe("the rooms", () => {
  it("are the ones on the list", () => {
    expect([...new Set(files.map(roomOf))].filter((room) => room !== "index.ts").sort()).toEqual([...ROOMS].sort());
  });

  it("import only from rooms above them", () => {
    const wrong = local.filter(({ from, target }) => {
      const order = [...ROOMS, "index.ts"];
      return order.indexOf(roomOf(target)) > order.indexOf(roomOf(from));
    });
    expect(wrong).toEqual([]);
  });

  it("are entered through their index.ts, which their own files do not import", () => {
    const wrong = local.filter(({ from, target }) => {
      const isIndex = target === `${roomOf(target)}/index.ts`;
      if (roomOf(from) === roomOf(target)) return isIndex && from !== target;
      return !isIndex && roomOf(target) !== "lib";
    });
    expect(wrong).toEqual([]);
  });

  it("list what they offer by name", () => {
    expect(files.filter((path) => /^export \*/m.test(source.get(path)!))).toEqual([]);
    expect(files.filter((path) => /^export default/m.test(source.get(path)!))).toEqual([]);
  });

  it("have no cycles of files", () => {
    const targets = (path: string): string[] => local.filter(({ from }) => from === path).map(({ target }) => target);
    const done = new Set<string>();
    const visit = (path: string, above: readonly string[]): void => {
      if (above.includes(path)) throw new Error(`cycle: ${[...above.slice(above.indexOf(path)), path].join(" → ")}`);
      if (done.has(path)) return;
      for (const target of targets(path)) visit(target, [...above, path]);
      done.add(path);
    };
    expect(() => {
      for (const path of files) visit(path, []);
    }).not.toThrow();
  });

  it("reach each heavy dependency through one door", () => {
    const wrong = imports.filter(({ from, target }) => {
      const door = Object.entries(DOORS).find(([name]) => target === name || target.startsWith(`${name}/`))?.[1];
      return door !== undefined && !from.startsWith(door);
    });
    expect(wrong).toEqual([]);
  });

  it("let the page run filter/, which needs nothing of Node nor of the heavy rooms", () => {
    const wrong = imports.filter(
      ({ from, target }) =>
        roomOf(from) === "filter" && !target.startsWith("./") && !target.startsWith("../lib/") && target !== "liqe",
    );
    const isType = ({ from, target }: Import): boolean =>
      new RegExp(`^import type [^;]*"${target.replaceAll(".", "\\.")}";`, "ms").test(source.get(from)!);
    expect(wrong.filter((one) => !isType(one))).toEqual([]);
  });

  it("leave printing to the command line", () => {
    const printing = files.filter((path) => /\bconsole\.|process\.std(out|err)\b/.test(source.get(path)!));
    expect(printing.filter((path) => roomOf(path) !== "cli")).toEqual([]);
  });

  it("leave clocks and chance out of results", () => {
    const wrong = files.filter((path) =>
      /\bMath\.random\(|\bDate\.now\(|\bnew Date\(\)|\.localeCompare\(/.test(source.get(path)!),
    );
    expect(wrong.filter((path) => !["cli", "server"].includes(roomOf(path)))).toEqual([]);
  });
});
