// Where a page whose paper is unknown is at home: its name, when printed; else the city that its own reports are about.
import type { Article } from "../articles/index.ts";
import type { Page } from "../corpus/index.ts";
import { normalized } from "../text/index.ts";
import { formatHome, type Home, homeOfPaper, levelsOf, parseHome, readingsOf } from "./home.ts";
import { type Name, REGION_KINDS, type Resources } from "./resources.ts";

const PAPER = /([\u3400-\u9fff]{2,6}?)(?:日报社|晚报社|日报|晚报|晨报|融媒讯|融媒体中心出版)/g;
const LOCAL = /本报讯|本报记者|我市|全市|市委|市政府|市民朋友|我县|全县|我省|全省/g;
const NATIONAL = /新华社[^\n]{0,12}电|中共中央国务院关于|新华社记者/;
const MIN_HITS = 3;
const MIN_SHARE = 0.5;

/** Names of papers in the paper's own furniture, "拉萨" of 拉萨日报社: only what stands directly before the word. */
const papersIn = (furniture: string): string[] => [...furniture.matchAll(PAPER)].map((match) => match[1]!);

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
function cityOf({ province, city, county }: Home): string | null {
  if (city) return formatHome({ ...(province ? { province } : {}), city });
  if (province && /^(北京|天津|上海|重庆)市$/.test(province)) return province;
  // A county that lies in its province directly.
  return county && province ? formatHome({ province, county }) : null;
}

/** Points of each city by what the paper's own reports name. */
function pointsOf(articles: readonly Article[], resources: Resources): { points: Map<string, number>; total: number } {
  const points = new Map<string, number>();
  let total = 0;
  for (const article of articles) {
    const text = normalized(article.text);
    if (article.kind === "masthead" || article.kind === "document" || NATIONAL.test(text)) continue;
    const weight = LOCAL.test(text) ? 3 : 1;
    LOCAL.lastIndex = 0;
    for (const region of regionsNamed(text, resources)) {
      const city = cityOf(levelsOf(region));
      if (!city) continue;
      points.set(city, (points.get(city) ?? 0) + weight);
      total += weight;
    }
  }
  return { points, total };
}

/** The names that the page gives its paper, the surest first. */
function papersOf(page: Pick<Page, "text" | "paper">, articles: readonly Article[]): string[] {
  const heads = [
    ...articles.filter((a) => a.kind === "masthead").map((a) => normalized(a.text)),
    ...articles.map((a) => normalized(`${a.byline ?? ""}`)),
    ...[...normalized(page.text).matchAll(/[\u3400-\u9fff]{2,4}融媒讯/g)].map((m) => m[0]),
  ];
  return [...(page.paper ? [page.paper] : []), ...papersIn(heads.join("\n"))];
}

/**
 * The paper's home as a canonical chain ("云南省昭通市", "天津市"), or null without evidence.
 *
 * In: the page and its articles (their kinds and texts). A paper's name decides where it proves a place (`homeOfPaper`).
 * Else the content does: wire reports and documents say nothing about the paper and are left out; each remaining article
 * counts what it names, one with 我市, 市委, 本报讯 thrice. A city wins with at least three points and half of all; the
 * leading city also with fewer, when the paper's name may mean a county of it, which then is the home.
 */
export function inferPlace(
  page: Pick<Page, "text" | "paper">,
  articles: readonly Article[],
  resources: Resources,
): string | null {
  const papers = papersOf(page, articles);
  const printed = normalized(page.text);
  for (const paper of papers) {
    const home = homeOfPaper(paper, printed, resources);
    if (home.province) return formatHome(home);
  }
  const { points, total } = pointsOf(articles, resources);
  const best = [...points].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
  if (!best || best[1] < MIN_HITS) return null;
  const reading = papers.flatMap((paper) => possibleHomes(paper, resources)).find((home) => cityOf(home) === best[0]);
  if (reading) return formatHome(reading);
  return best[1] / total >= MIN_SHARE ? best[0] : null;
}

/** What a paper's name may mean; nothing for a body's name such as 光明日报. */
const possibleHomes = (paper: string, resources: Resources): Home[] =>
  parseHome(paper, resources).province ? readingsOf(paper, resources) : [];
