// The lists themselves: well formed, each form one name's, and no form that would match everywhere.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readTables } from "../../src/entities/read.ts";
import { resources } from "./helpers.ts";

const folder = new URL("../../data/gazetteer/", import.meta.url);
const linesOf = (file: string): string[] => readFileSync(new URL(file, folder), "utf8").split("\n");
const tables = readTables();

/** Forms that name a body and a thing that it is named after; the gazetteer tells them apart by their context. */
const TWO_READINGS = new Set(["白宫", "美国白宫", "克里姆林宫", "爱丽舍宫", "青瓦台", "唐宁街10号", "五角大楼"]);
const LISTS = ["universities", "listed"];
const COLUMNS: Readonly<Record<string, number>> = { regions: 4, words: 2, "program-heads": 2, places: 2, people: 2 };

/** [file, name, forms] of every row that holds names, regions apart. */
function named(): [string, string, string[]][] {
  const out: [string, string, string[]][] = [];
  for (const file of ["countries", "city-clusters", "agencies", "companies", "programs", "laws"])
    for (const [name, forms] of tables[file]!) out.push([file, name!, forms ? forms.split("|") : []]);
  for (const file of LISTS) for (const [name] of tables[file]!) out.push(["agencies", name!, []]);
  for (const file of ["places", "people"])
    for (const [, names] of tables[file]!)
      for (const item of names!.split(" ")) {
        const [name, ...forms] = item.split("=");
        out.push([file, name!, forms]);
      }
  return out;
}

const plain = (form: string): string => form.replace(/[“”]/g, "");
const KINDS: Readonly<Record<string, string>> = { laws: "programs", countries: "places", companies: "agencies" };
const kindOf = (file: string): string => KINDS[file] ?? file;

describe("the gazetteer's files", () => {
  it.each(Object.keys(tables).filter((file) => !file.startsWith("name-") && !LISTS.includes(file)))(
    "%s.tsv has a header, no blanks around cells and its columns in every row",
    (file) => {
      const lines = linesOf(`${file}.tsv`);
      expect(lines.at(-1)).toBe("");
      for (const line of lines.slice(0, -1)) {
        const cells = line.split("\t");
        expect(cells.length, line.slice(0, 40)).toBe(COLUMNS[file] ?? 2);
        expect(
          cells.filter((cell) => cell !== cell.trim() || cell.includes("  ")),
          line.slice(0, 40),
        ).toEqual([]);
      }
    },
  );

  it("hold no form shorter than two units, none empty, none with a blank or a comma", () => {
    const bad = named().flatMap(([file, name, forms]) =>
      [name, ...forms]
        .filter((form) => plain(form).length < 2 || /[\s,，。;；|=]/.test(form))
        .map((form) => `${file} ${form}`),
    );
    expect(bad).toEqual([]);
  });

  it("name nothing twice: a form leads to one name of a type", () => {
    const owner = new Map<string, string>();
    const twice: string[] = [];
    for (const [file, name, forms] of named())
      for (const form of new Set([name, ...forms].map(plain))) {
        const key = `${kindOf(file)} ${form}`;
        const other = owner.get(key);
        if (other !== undefined && other !== name) twice.push(`${key}: ${other}, ${name}`);
        owner.set(key, name);
      }
    expect(twice).toEqual([]);
  });

  it("give a form two types only where the context decides", () => {
    const types = new Map<string, Set<string>>();
    for (const [file, name, forms] of named())
      for (const form of [name, ...forms].map(plain)) types.set(form, (types.get(form) ?? new Set()).add(kindOf(file)));
    const both = [...types].filter(([form, kinds]) => kinds.size > 1 && !TWO_READINGS.has(form)).map(([form]) => form);
    expect(both).toEqual([]);
  });

  it("keep a head of programs in one class", () => {
    const heads = tables["program-heads"]!.flatMap(([, words]) => words!.split(" "));
    expect(heads.filter((head, i) => heads.indexOf(head) !== i)).toEqual([]);
    expect(resources.programHeads.get("论坛")).toEqual(["event"]);
  });

  it("are counted in the README", () => {
    const readme = readFileSync(new URL("README.md", folder), "utf8");
    const counts: Record<string, number> = {};
    for (const file of ["regions", "countries", "city-clusters", "agencies", "companies", "programs", "laws"])
      counts[`${file}.tsv`] = tables[file]!.length;
    for (const file of ["places", "people"])
      counts[`${file}.tsv`] = tables[file]!.flatMap(([, names]) => names!.split(" ")).length;
    counts["program-heads.tsv"] = tables["program-heads"]!.flatMap(([, words]) => words!.split(" ")).length;
    for (const file of LISTS) counts[`${file}.txt`] = tables[file]!.length;
    for (const [file, count] of Object.entries(counts)) {
      const row = readme.split("\n").find((line) => line.startsWith(`| \`${file}\``));
      expect(row?.split("|")[2]?.trim().split(" ")[0]?.replace(",", ""), file).toBe(String(count));
    }
  });
});
