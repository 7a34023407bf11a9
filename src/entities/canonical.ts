// One entity, one canonical name (rule 2 of the guide).
import type { Candidate } from "./candidates.ts";
import type { Context } from "./context.ts";
import { divisionOf, plainBodyName, plainPlaceName } from "./plain-names.ts";

/** Older and longer heads of names → the form in the news. */
const HEADS: readonly (readonly [RegExp, string])[] = [
  [/^上合组织/, "上海合作组织"],
  [/^党中央/, "中共中央"],
];

/** The canonical name of a candidate, and the rule that led to it. */
export function canonicalName(context: Context, candidate: Candidate): { name: string; rule: string | null } {
  const surface = context.text.slice(candidate.start, candidate.end);
  if (candidate.name !== null) return { name: candidate.name, rule: candidate.rule };
  if (candidate.type === "place") {
    const division = divisionOf(context, surface);
    const name = division ?? plainPlaceName(context, surface);
    return { name, rule: name === surface ? null : division === null ? "chain" : "short-form" };
  }
  for (const [head, full] of HEADS)
    if (head.test(surface)) return { name: surface.replace(head, full), rule: "short-form" };
  const local = candidate.type === "agency" ? inFull(context, surface) : null;
  if (local !== null) return { name: local, rule: "short-form" };
  const plain = candidate.type === "agency" ? plainBodyName(context, surface) : surface;
  const name = plain.replace(/^“([^“”]+)”$/, "$1");
  return { name, rule: plain === surface ? null : "chain" };
}

/** What closes the name of a body of a city's or county's government. */
const LOCAL_BODY =
  /^(?:人民政府|政府|公安局|教育局|财政局|民政局|司法局|审计局|卫生局|卫健委|发改委|农业局|林业局|水利局|水务局|环保局|生态环境局|文化局|文旅局|旅游局|体育局|商务局|城管局|规划局|建设局|住建局|交通局|交通运输局|工商局|质监局|市场监管局|国土局|国土资源局|自然资源局|人社局|物价局|(?:中级)?人民法院|法院|(?:人民)?检察院)$/;

/** 资兴公安局 → 资兴市公安局: the division's full name, where one city or county alone has the short one. */
function inFull({ resources }: Context, surface: string): string | null {
  for (let end = 2; end <= surface.length - 2; end++) {
    if (!LOCAL_BODY.test(surface.slice(end))) continue;
    const names = resources.forms.get(surface.slice(0, end)) ?? [];
    const [region] = names;
    if (names.length !== 1 || !region || !/^(?:city|county)$/.test(region.kind) || region.parents.length === 0)
      return null;
    return region.name + surface.slice(end);
  }
  return null;
}
