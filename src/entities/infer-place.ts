// Where a page whose paper is unknown is at home: its name, when printed; else the city that its own reports are about.
import type { Article } from "../articles/index.ts";
import type { Page } from "../corpus/index.ts";
import { normalized } from "../text/index.ts";
import { formatHome, type Home, levelsOf, parseHome } from "./home.ts";
import { type Name, REGION_KINDS, type Resources } from "./resources.ts";

const PAPER = /([\u3400-\u9fff]{2,6}?)(?:日报社|晚报社|日报|晚报|晨报|融媒讯|融媒体中心出版)/g;
const LOCAL = /本报讯|本报记者|我市|全市|市委|市政府|市民朋友|我县|全县|我省|全省/g;
const NATIONAL = /新华社[^\n]{0,12}电|中共中央国务院关于|新华社记者/;
const MIN_HITS = 3;
const MIN_SHARE = 0.5;

/** "拉萨" in 拉萨日报社: only a place directly before the word counts, and only in the paper's own furniture. */
function byName(furniture: string, resources: Resources): Home {
  for (const match of furniture.matchAll(PAPER)) {
    const home = parseHome(match[1]!, resources);
    if (home.province) return home;
  }
  return {};
}

/** Regions named in a text with their homes; short forms of counties only beside their full name. */
function regionsNamed(text: string, resources: Resources): Name[] {
  const out: Name[] = [];
  for (let at = 0; at < text.length; at++) {
    const match = resources.forms.at(text, at)[0];
    if (!match) continue;
    const region = match.values.find((v) => REGION_KINDS.has(v.kind) && (!v.doubtful || text.includes(v.name)));
    if (region) out.push(region);
    at = match.end - 1;
  }
  return out;
}

/** The unit a paper belongs to: a city, or a municipality. */
function cityOf(region: Name): string | null {
  const { province, city, county } = levelsOf(region);
  if (city) return formatHome({ ...(province ? { province } : {}), city });
  if (province && /^(北京|天津|上海|重庆)市$/.test(province)) return province;
  // A county that lies in its province directly.
  return county && province ? formatHome({ province, county }) : null;
}

/**
 * The paper's home as a canonical chain ("云南省昭通市", "天津市"), or null without evidence.
 *
 * In: the page and its articles (their kinds and texts). Wire reports and documents say nothing about the paper
 * and are left out; each remaining article counts what it names, one with 我市, 市委, 本报讯 thrice. A city wins with at least three
 * points and half of all.
 */
export function inferPlace(
  page: Pick<Page, "text" | "paper">,
  articles: readonly Article[],
  resources: Resources,
): string | null {
  const paper = parseHome(page.paper, resources);
  if (paper.province) return formatHome(paper);
  const furniture = articles
    .filter((a) => a.kind === "masthead")
    .map((a) => normalized(a.text))
    .join("\n");
  const heads = [
    furniture,
    ...articles.map((a) => normalized(`${a.byline ?? ""}`)),
    ...[...normalized(page.text).matchAll(/[\u3400-\u9fff]{2,4}融媒讯/g)].map((m) => m[0]),
  ];
  const named = byName(heads.join("\n"), resources);
  if (named.province) return formatHome(named);
  const points = new Map<string, number>();
  let total = 0;
  for (const article of articles) {
    const text = normalized(article.text);
    if (article.kind === "masthead" || article.kind === "document" || NATIONAL.test(text)) continue;
    const weight = LOCAL.test(text) ? 3 : 1;
    LOCAL.lastIndex = 0;
    for (const region of regionsNamed(text, resources)) {
      const city = cityOf(region);
      if (!city) continue;
      points.set(city, (points.get(city) ?? 0) + weight);
      total += weight;
    }
  }
  const best = [...points].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
  return best && best[1] >= MIN_HITS && best[1] / total >= MIN_SHARE ? best[0] : null;
}
