// The gazetteer in memory. In: the parsed tables of data/gazetteer. Out: one index from a form ("国家发改委") to what it
// may stand for, and the word lists of the patterns. Pure; read.ts touches the disk.
import { addTo } from "../lib/group.ts";
import { normalized } from "../text/index.ts";
import { createFormIndex, type FormIndex } from "./form-index.ts";
import type { EntityType } from "./types.ts";

/** What a form of the gazetteer stands for. */
export interface Name {
  readonly type: EntityType;
  /** Canonical name (rule 2 of the guide). */
  readonly name: string;
  /** Where it comes from: "province", "city", "county", "country", "river", "agency", … */
  readonly kind: string;
  /** Canonical names of the places it lies in, highest first; only for administrative divisions. */
  readonly parents: readonly string[];
  /** Whether the form is a short one that is also a common word or part of one, so that it needs a witness. */
  readonly doubtful: boolean;
}

/** Tables as read: file name without ending → rows of cells, header left out. */
export type Tables = Readonly<Record<string, readonly (readonly string[])[]>>;

export interface Resources {
  readonly forms: FormIndex<Name>;
  /** Canonical name of a province, city or county → itself; several counties share a name. */
  readonly regions: ReadonlyMap<string, readonly Name[]>;
  /** Word lists by kind: "surname", "title", "agency-tail", … */
  readonly words: ReadonlyMap<string, ReadonlySet<string>>;
  /** Words of words.tsv by kind, longest first match. */
  readonly wordIndex: FormIndex<string>;
  /** Heads of programs' names (论坛, 专项行动) with their class. */
  readonly programHeads: FormIndex<string>;
  /** The trained model (tagger/tagger.ts); null where none has been read (read.ts). */
  readonly tagger: NameReader | null;
  /** What the votes of extractors are worth (settle/votes.ts). */
  readonly worths: ReadonlyMap<string, number>;
}

/** What extraction asks of a tagger. */
export interface NameReader {
  candidates(text: string, least: number): readonly RatedName[];
}

/** A possible name with its probability; offsets are UTF-16 units of the text. */
export interface RatedName {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
  readonly score: number;
}

export const REGION_KINDS: ReadonlySet<string> = new Set(["province", "city", "county"]);

/** The kind of firms and clubs, each called by the longest form that its article prints. */
export const COMPANY = "company";

/** Short forms of cities that are common words, other names or parts of them. */
const DOUBTFUL_CITIES = new Set(
  "来宾 大同 日照 开封 朝阳 阿里 山南 海西 海东 海北 黄南 海南 白山 白银 中山 吴忠 三明 东方 安康 长治 保定 和田 黄山".split(
    " ",
  ),
);

function put(map: Map<string, Name[]>, form: string, name: Name): void {
  const key = normalized(form);
  if (key.length < 2) return;
  const list = map.get(key);
  if (!list) map.set(key, [name]);
  else if (!list.some((other) => other.name === name.name && other.type === name.type)) list.push(name);
}

const list = (cell: string | undefined): string[] => (cell ? cell.split("|").filter(Boolean) : []);

function putRegions(
  forms: Map<string, Name[]>,
  regions: Map<string, Name[]>,
  rows: readonly (readonly string[])[],
): void {
  for (const [kind, name, short, parents] of rows) {
    if (!kind || !name || !short) continue;
    const region: Name = { type: "place", name, kind, parents: list(parents), doubtful: false };
    addTo(regions, name, region);
    put(forms, name, region);
    if (short === name) continue;
    // 城关 and 市中 are no names: a short form that another region bears in full needs none either.
    const doubtful = kind === "county" || (kind === "city" && DOUBTFUL_CITIES.has(short));
    put(forms, short, { ...region, doubtful });
    if (/自治[州县旗]$/.test(name))
      put(forms, short + name.slice(-1), { ...region, doubtful: kind === "county" && short.length < 2 });
  }
}

function putNames(
  forms: Map<string, Name[]>,
  type: EntityType,
  kind: string,
  rows: readonly (readonly string[])[],
): void {
  for (const [name, aliases] of rows) {
    if (!name) continue;
    const entry: Name = { type, name: name.replace(/^“([^“”]+)”$/, "$1"), kind, parents: [], doubtful: false };
    for (const form of [name, ...list(aliases)]) {
      put(forms, form, entry);
      // Marks are no part of a name (rule 6): “三北”工程 is printed with and without.
      if (!/[“”]/.test(form)) continue;
      put(forms, form.replace(/[“”]/g, ""), entry);
      put(forms, form.replace(/“/g, "‘").replace(/”/g, "’"), entry);
    }
  }
}

/** "kind<TAB>a=b=c d e": names with their other forms, several a row. */
function putKinds(forms: Map<string, Name[]>, type: EntityType, rows: readonly (readonly string[])[]): void {
  for (const [kind, names] of rows)
    putNames(
      forms,
      type,
      kind ?? "",
      (names ?? "").split(" ").map((item) => {
        const [name, ...aliases] = item.split("=");
        return [name ?? "", aliases.join("|")];
      }),
    );
}

/** A law's full title: 中华人民共和国 in front of the name that the news uses. */
const withFullTitle = (rows: readonly (readonly string[])[]): string[][] =>
  rows.map(([name, forms]) => [name ?? "", [`中华人民共和国${name}`, ...list(forms)].join("|")]);

/** Head → its class; the first row that has it. */
function headsByClass(rows: readonly (readonly string[])[]): Map<string, string[]> {
  const heads = new Map<string, string[]>();
  for (const [kind, words] of rows)
    for (const word of (words ?? "").split(" ")) if (kind && word && !heads.has(word)) heads.set(word, [kind]);
  return heads;
}

/** Builds the resources from the tables; tables that are missing count as empty. Cost: about 30 ms. */
export function createResources(tables: Tables): Resources {
  const forms = new Map<string, Name[]>();
  const regions = new Map<string, Name[]>();
  putRegions(forms, regions, tables.regions ?? []);
  putNames(forms, "place", "country", tables.countries ?? []);
  putKinds(forms, "place", tables.places ?? []);
  putNames(forms, "city_cluster", "city-cluster", tables["city-clusters"] ?? []);
  putNames(forms, "agency", "agency", tables.agencies ?? []);
  putNames(forms, "agency", "university", tables.universities ?? []);
  putNames(forms, "agency", COMPANY, [...(tables.companies ?? []), ...(tables.listed ?? [])]);
  putNames(forms, "program", "program", tables.programs ?? []);
  putNames(forms, "program", "program", withFullTitle(tables.laws ?? []));
  putKinds(forms, "person", tables.people ?? []);
  const words = new Map<string, Set<string>>();
  const kinds = new Map<string, string[]>();
  for (const [kind, row] of tables.words ?? []) {
    if (!kind) continue;
    const set = new Set((row ?? "").split(" ").filter(Boolean));
    words.set(kind, set);
    for (const word of set) addTo(kinds, word, kind);
  }
  return {
    forms: createFormIndex(forms),
    regions,
    words,
    wordIndex: createFormIndex(kinds),
    programHeads: createFormIndex(headsByClass(tables["program-heads"] ?? [])),
    tagger: null,
    worths: new Map(),
  };
}
