// The place a paper belongs to: what 市委, 我省, 自治区 in its texts stand for (rule 3 of the guide).
import { placeOfPaper } from "../corpus/index.ts";
import type { Name, Resources } from "./resources.ts";
import { REGION_KINDS } from "./resources.ts";

/** Canonical names of the levels that are known. A municipality is its own province: {province: 天津市}. */
export interface Home {
  readonly province?: string;
  readonly city?: string;
  readonly county?: string;
}

/** The levels above and at a region. */
export function levelsOf(region: Name): Home {
  const levels: { province?: string; city?: string; county?: string } = {};
  const [province, city] = region.parents;
  if (province) levels.province = province;
  if (city) levels.city = city;
  if (region.kind === "province") levels.province = region.name;
  if (region.kind === "city") levels.city = region.name;
  if (region.kind === "county") levels.county = region.name;
  return levels;
}

const MUNICIPALITY = /^(北京|天津|上海|重庆)市$/;

/** The region that 省, 自治区, 市, 州, 县, 区, 旗 in a local short form means, or null where it is not known. */
export function levelName(home: Home, head: string): string | null {
  if (head === "省") return home.province?.endsWith("省") ? home.province : null;
  if (head === "自治区") return home.province?.endsWith("自治区") ? home.province : null;
  if (head === "市" || head === "州") {
    if (head === "市" && home.county?.endsWith("市")) return home.county;
    const city = home.city ?? (home.province && MUNICIPALITY.test(home.province) ? home.province : undefined);
    return city?.endsWith(head) ? city : null;
  }
  if (head === "区" && !home.county && home.province?.endsWith("自治区") && !home.city) return home.province;
  return home.county?.endsWith(head) ? home.county : null;
}

/** Cities of China: those abroad have no parents. */
const isProvinceOrCity = ({ kind, parents, doubtful }: Name): boolean =>
  !doubtful && (kind === "province" || (kind === "city" && parents.length > 0));

/**
 * Reads a place as written ("拉萨", "云南省昭通市", "天津") or a paper's name ("拉萨日报") into levels; {} when nothing is known.
 * The lowest region named that lies in the higher ones wins.
 */
export function parseHome(written: string | null, resources: Resources): Home {
  if (!written) return {};
  // 光明日报 is a national paper, not one of 深圳市光明区; 河北日报 is one of 河北省.
  const known = resources.forms.get(written)?.some((name) => name.type === "agency") ?? false;
  const opening = resources.forms.at(written, 0).flatMap(({ values }) => values);
  if (known && !opening.some((name) => isProvinceOrCity(name))) return {};
  let home: Home = {};
  let start = 0;
  while (start < written.length) {
    const match = resources.forms.at(written, start).find(({ values }) => values.some((v) => REGION_KINDS.has(v.kind)));
    if (!match) {
      start++;
      continue;
    }
    const regions = match.values.filter((v) => REGION_KINDS.has(v.kind));
    const inside = regions.find((v) => v.parents.some((p) => p === home.province || p === home.city));
    const region = inside ?? regions.find((v) => !v.doubtful) ?? regions[0]!;
    if (!home.province || inside) home = { ...home, ...levelsOf(region) };
    start = match.end;
  }
  return home;
}

/** The regions that the first known form of a region in `written` may mean: 滨海 a district of 天津 and a county of 江苏. */
export function readingsOf(written: string, resources: Resources): Home[] {
  for (let start = 0; start < written.length; start++)
    for (const { values } of resources.forms.at(written, start)) {
      const regions = values.filter((value) => REGION_KINDS.has(value.kind));
      if (regions.length > 0) return regions.map(levelsOf);
    }
  return [];
}

/**
 * The home that a paper's name proves, or {}. A province or a city needs no more; a county's short form is often a city's
 * by-name or a common word (江城, 滨海), so its full name must stand in the name or in `text`.
 */
export function homeOfPaper(paper: string | null, text: string, resources: Resources): Home {
  if (!paper) return {};
  const told = placeOfPaper(paper);
  const home = parseHome(told ?? paper, resources);
  // 三峡都市报 → 万州: a place that is not in the name is known as a fact.
  if (!home.county || !paper.includes(told ?? "") || paper.includes(home.county)) return home;
  return readingsOf(paper, resources).find(({ county }) => county && text.includes(county)) ?? {};
}

/** "云南省昭通市": the chain from province to county. */
export const formatHome = (home: Home): string => [home.province, home.city, home.county].filter(Boolean).join("");
