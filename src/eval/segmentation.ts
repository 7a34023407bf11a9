// Segmentation figures of one page.
//
// seg     B-cubed precision and recall (Bagga & Baldwin 1998, "Entity-Based Cross-Document Coreferencing Using the Vector
//         Space Model") over the non-blank units that a gold article or the masthead covers. An article of the system pays
//         for every other unit it took; a unit of no article stands alone. Higher is better; 1 is a perfect page.
// order   of all neighbouring gold pieces of one article, the share that one article of the system holds in that order.
// titles  share of printed titles found to the letter, marks and blanks aside, by the article that is paired with the gold one.
// jumps   share of printed jump targets found, by page number.
// once    share of non-blank units that lie in exactly one piece.
import type { Span } from "../lib/span.ts";
import { jumpNumber, plainName } from "./names.ts";
import { isMasthead, type Labels, labelUnits, locatePiece, type PrintedPage } from "./printed.ts";
import type { ArticleRow, GoldArticle } from "./types.ts";

/** Counts of one page (or sums of several). `b3p`, `b3r` are sums over `units` of a unit's precision and recall. */
export interface SegmentationCounts {
  b3p: number;
  b3r: number;
  units: number;
  orderHit: number;
  orderAll: number;
  titleHit: number;
  titleAll: number;
  jumpHit: number;
  jumpAll: number;
  onceHit: number;
  onceAll: number;
}

export const emptySegmentation = (): SegmentationCounts => ({
  b3p: 0,
  b3r: 0,
  units: 0,
  orderHit: 0,
  orderAll: 0,
  titleHit: 0,
  titleAll: 0,
  jumpHit: 0,
  jumpAll: 0,
  onceHit: 0,
  onceAll: 0,
});

export interface SegmentationResult {
  readonly counts: SegmentationCounts;
  /** Index of a gold article → the article of the system that shares most units with it; one to one. */
  readonly partners: ReadonlyMap<number, ArticleRow>;
}

/** `articles` are those of this page. Throws InputError when a gold piece is not on the page. */
export function segmentationOf(
  page: PrintedPage,
  gold: readonly GoldArticle[],
  articles: readonly ArticleRow[],
): SegmentationResult {
  const goldSpans = gold.map((article) => article.pieces.map((piece) => locatePiece(page, piece)));
  const goldLabels = labelUnits(page.raw.length, goldSpans);
  const labels = labelUnits(
    page.raw.length,
    articles.map((article) => article.pieces),
  );
  const counts = emptySegmentation();
  const shared = countShared(page, goldLabels, labels);
  addBCubed(counts, shared);
  counts.onceAll = page.at.length;
  for (const i of page.at) if (labels.cover[i] === 1) counts.onceHit++;
  const partners = pairArticles(shared, articles);
  gold.forEach((article, index) => {
    if (isMasthead(article)) return;
    addOrder(counts, goldSpans[index]!, labels);
    addTitleAndJumps(counts, article, partners.get(index));
  });
  return { counts, partners };
}

interface Shared {
  /** Units of each pair [gold, system], in the order in which the pairs first meet on the page. */
  readonly both: readonly { readonly gold: number; readonly system: number; readonly units: number }[];
  readonly goldSize: ReadonlyMap<number, number>;
  readonly systemSize: ReadonlyMap<number, number>;
}

function countShared(page: PrintedPage, gold: Labels, system: Labels): Shared {
  const both = new Map<string, { gold: number; system: number; units: number }>();
  const goldSize = new Map<number, number>();
  const systemSize = new Map<number, number>();
  for (const i of page.at) {
    const g = gold.article[i]!;
    const s = system.article[i]!;
    if (s >= 0) systemSize.set(s, (systemSize.get(s) ?? 0) + 1);
    if (g < 0) continue;
    goldSize.set(g, (goldSize.get(g) ?? 0) + 1);
    if (s < 0) continue;
    const pair = both.get(`${g} ${s}`) ?? { gold: g, system: s, units: 0 };
    pair.units++;
    both.set(`${g} ${s}`, pair);
  }
  return { both: [...both.values()], goldSize, systemSize };
}

function addBCubed(counts: SegmentationCounts, { both, goldSize, systemSize }: Shared): void {
  const lone = new Map(goldSize);
  for (const { gold, system, units } of both) {
    counts.b3p += (units * units) / systemSize.get(system)!;
    counts.b3r += (units * units) / goldSize.get(gold)!;
    lone.set(gold, lone.get(gold)! - units);
  }
  for (const [gold, size] of goldSize) {
    counts.units += size;
    counts.b3p += lone.get(gold)!;
    counts.b3r += lone.get(gold)! / size;
  }
}

/** Largest overlap first; ties go to the pair met first on the page. */
function pairArticles({ both }: Shared, articles: readonly ArticleRow[]): Map<number, ArticleRow> {
  const partners = new Map<number, ArticleRow>();
  const used = new Set<number>();
  for (const { gold, system } of [...both].sort((a, b) => b.units - a.units)) {
    if (partners.has(gold) || used.has(system)) continue;
    partners.set(gold, articles[system]!);
    used.add(system);
  }
  return partners;
}

function addOrder(counts: SegmentationCounts, spans: readonly Span[], labels: Labels): void {
  for (let k = 1; k < spans.length; k++) {
    counts.orderAll++;
    const before = spans[k - 1]![1] - 1;
    const after = spans[k]![0];
    const system = labels.article[before]!;
    if (system >= 0 && system === labels.article[after] && labels.rank[before]! < labels.rank[after]!)
      counts.orderHit++;
  }
}

function addTitleAndJumps(counts: SegmentationCounts, gold: GoldArticle, system: ArticleRow | undefined): void {
  if (gold.title) {
    counts.titleAll++;
    if (system && plainName(system.title) === plainName(gold.title)) counts.titleHit++;
  }
  for (const side of ["from", "to"] as const) {
    const target = gold.continued?.[side];
    if (!target) continue;
    counts.jumpAll++;
    if (system && jumpNumber(system[`continued_${side}`]) === jumpNumber(target)) counts.jumpHit++;
  }
}
