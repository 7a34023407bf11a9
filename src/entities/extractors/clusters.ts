// City clusters that the gazetteer does not hold, by their parts: a known place, a word that divides a region, 城市群.
import type { Candidate } from "../candidates.ts";
import type { Context } from "../context.ts";

/**
 * What may stand between a place and the suffix: words that say which part of it, or that it is one of several places.
 * A closed set, because any word would let a verb in (武汉市召开长江中游城市群…).
 */
const REGION_WORD =
  "[上中下]游|中下游|中上游|沿[江海河湖黄线边淮]|沿岸|两岸|平原|高原|半岛|盆地|流域|三角洲|走廊|湾区|地区|区域|" +
  "[东西南北中]部|[东西][南北]部?|[东南西北中](?=城市群|都市圈|经济圈)|省会|省域|市域|大(?=都市圈)|现代化|" +
  "经济带|科创|生态";
const SUFFIX = "双城经济圈|城市群|都市圈|城市圈|经济圈";
const TAIL = new RegExp(`^(?:${REGION_WORD}){0,2}(?:${SUFFIX})`);
const SUFFIXES = new RegExp(SUFFIX, "g");

/** Places in one unit, as a row of them names a cluster: 宁镇扬, 沪苏浙, 郑汴. */
const SHORT_PLACES =
  /[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔滇藏陕秦甘陇宁港澳穗深佛莞珠汕潮揭湛茂杭绍甬嘉镇扬泰锡徐芜宜荆襄郑汴洛许沈抚鞍哈咸厦漳泉福莆济烟威]{2,5}(?:地区)?$/;

const cluster = (start: number, end: number): Candidate => ({
  start,
  end,
  type: "city_cluster",
  name: null,
  score: 0.8,
  extractor: "patterns",
  rule: null,
});

/** 西安—咸阳都市圈: places that a dash joins count as one head; the end of the last. */
function endOfRow(text: string, place: Candidate, endOf: ReadonlyMap<number, number>): number {
  let end = place.end;
  while (/[—–-]/.test(text[end] ?? "")) {
    let next = end;
    while (/[—–-]/.test(text[next] ?? "")) next++;
    const known = endOf.get(next);
    if (known === undefined) return end;
    end = known;
  }
  return end;
}

/** X城市群, X都市圈 …: a known place, a region's word or none, the suffix. A known cluster that ends there too goes before. */
export function openClusters(context: Context, found: readonly Candidate[]): Candidate[] {
  const { text } = context;
  const known = new Set(found.filter((c) => c.type === "city_cluster").map((c) => c.end));
  const places = found.filter((c) => c.type === "place" && c.extractor === "gazetteer" && c.kind !== "country");
  const endOf = new Map<number, number>();
  for (const { start, end } of places) endOf.set(start, Math.max(end, endOf.get(start) ?? 0));
  const out: Candidate[] = [];
  for (const place of places) {
    const from = endOfRow(text, place, endOf);
    const tail = TAIL.exec(text.slice(from, from + 16));
    if (tail && !known.has(from + tail[0].length)) out.push(cluster(place.start, from + tail[0].length));
  }
  for (const suffix of text.matchAll(SUFFIXES)) {
    const end = suffix.index + suffix[0].length;
    const row = SHORT_PLACES.exec(text.slice(Math.max(0, suffix.index - 7), suffix.index));
    const start = suffix.index - (row?.[0].length ?? 0);
    if (row && context.wordStart[start] && !known.has(end)) out.push(cluster(start, end));
  }
  return out;
}
