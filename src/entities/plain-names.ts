// What stands in front of a name and is no part of its canonical form (rules 1 and 2 of the guide): the province before a city or
// county, the state before a body that is known without it, whatever places lead to a building, a park or a mountain.
//
//     江苏省|仪征市人民法院 → 仪征市人民法院          美国|时代华纳公司 → 时代华纳公司          重庆|万州|长滩镇 → 万州区长滩镇
//     江苏|无锡|鼋头渚 → 鼋头渚                     哈尔科夫州|丘古耶夫市 → 丘古耶夫市        甘肃|兰州|烈士陵园 → 兰州烈士陵园
import { rememberedOf } from "../lib/remembered.ts";
import { tagWords } from "../text/index.ts";
import type { Context } from "./context.ts";
import { isTransliterated } from "./extractors/person-names.ts";
import { COMPANY, type Name, REGION_KINDS } from "./resources.ts";
import { stateByUnit } from "./states.ts";

/** A place that a longer name begins with. */
interface Head {
  readonly end: number;
  readonly place: Name;
}

const isDivision = ({ kind, parents }: Name): boolean =>
  REGION_KINDS.has(kind) && (kind === "province" || parents.length > 0);
/** Cities and states of the world have no parents in the gazetteer. */
const isAbroad = ({ kind, name, parents }: Name): boolean =>
  (kind === "country" && name !== "中国") || (kind === "city" && parents.length === 0);

/** 崖州|湾: a short form is the beginning of another name. */
const SPLIT = /^[湾河江湖海岛港]/;

/** The places that a surface begins with, one in the other as far as that is known; none ends it. */
function headsOf({ resources }: Context, surface: string): Head[] {
  const heads: Head[] = [];
  for (let start = 0; start < surface.length; ) {
    const above = heads.at(-1)?.place;
    const fits = (place: Name): boolean => {
      if (isDivision(place)) return above === undefined ? !place.doubtful : place.parents.includes(above.name);
      // 约旦河西岸 is no state, but lies in one.
      if (place.kind === "continent") return above !== undefined && isAbroad(above);
      return isAbroad(place) && (above === undefined || isAbroad(above) || above.kind === "continent");
    };
    const match = resources.forms
      .at(surface, start)
      .find(({ end, values }) => end < surface.length && values.some(fits));
    if (!match) break;
    const place = match.values.find(fits)!;
    const isShort = place.kind === "county" && place.name.length > match.end - start;
    if (isShort && SPLIT.test(surface.slice(match.end))) break;
    heads.push({ end: match.end, place });
    start = match.end;
  }
  return heads;
}

const SETTLEMENT = /(?:[村镇乡屯寨]|街道|社区|苏木|嘎查)$/;
/** What is known without its county: waters, mountains, buildings. */
const BY_ITSELF = /[河江湖山峰岭溪泉寺塔桥]$|(?:公园|机场|车站|景区|大厦|广场|长城|古镇)$/;
/** Tags of names of places and persons. */
const PROPER = /^n[rs]/;

/** Whether the words are a name without the place in front: 玉渊潭公园, but 火车站, 至日喀则铁路, 国家博物馆. */
function isOwnName(rest: string): boolean {
  if (rest.length < 3 || /^(?:[至到—–-]|国家|中央|国立|皇家|人民)/.test(rest)) return false;
  return tagWords(rest).some(({ word, tag }) => word.length > 1 && PROPER.test(tag));
}

/** The canonical name of a place by what it is called in print. */
export function plainPlaceName(context: Context, surface: string): string {
  const { forms } = context.resources;
  // 俄|奥伦堡州: the state by one unit.
  if (/^[\u3400-\u9fff]{2,}(?:州|边疆区|共和国)$/.test(surface) && stateByUnit(context, surface[0]!) !== null) {
    const known = forms.get(surface.slice(1))?.find(({ type }) => type === "place");
    if (known) return known.name;
  }
  const heads = headsOf(context, surface);
  const last = heads.at(-1);
  // 第聂伯罗|彼得罗夫斯克: syllables alone are one name.
  if (!last || isTransliterated(surface.replace(/[州省市]$/, ""))) return surface;
  const rest = surface.slice(last.end);
  const own = surface.slice(heads.at(-2)?.end ?? 0);
  if (isAbroad(last.place)) {
    const known = /^(?:国家|中央|国立|皇家)/.test(rest)
      ? undefined
      : forms.get(rest)?.find(({ type }) => type === "place");
    if (known) return known.name;
    return isTransliterated(rest.slice(0, 2)) && rest.length >= 2 ? rest : own;
  }
  if (SETTLEMENT.test(rest)) return last.place.kind === "county" ? last.place.name + rest : own;
  if (last.place.kind === "county" && surface.slice(0, last.end).endsWith(last.place.name) && !BY_ITSELF.test(rest))
    return own;
  return isOwnName(rest) ? rest : own;
}

/** 蓟县, 资兴: the division that a short form means by itself, or null where several or other things share it. */
export const divisionOf = rememberedOf(({ resources, text }: Context, surface: string): string | null => {
  const places = (resources.forms.get(surface) ?? []).filter(({ type }) => type === "place");
  const names = [...new Set(places.map(({ name }) => name))];
  if (names.length === 1) return names[0]!;
  const told = places.filter((place) => isDivision(place) && place.parents.some((parent) => text.includes(parent)));
  return told.length === 1 ? told[0]!.name : null;
});

const MUNICIPALITY = /^(?:北京|天津|上海|重庆)市$/;
/** What a state's name is no part of: papers, firms, schools. */
const OWN_BODY = /(?:社|报|台|大学|公司|集团|银行)$/;
const WORLDS_BODY = /(?:大学|学院|公司|集团|航空|医院|银行|实验室|研究所|研究院)/;

/** The canonical name of a body that no list knows. */
export function plainBodyName(context: Context, surface: string): string {
  const [first, second] = headsOf(context, surface);
  if (!first) return surface;
  const rest = surface.slice(first.end);
  if (!isAbroad(first.place)) {
    const drops = second !== undefined && first.place.kind === "province" && !MUNICIPALITY.test(first.place.name);
    return drops ? rest : surface;
  }
  const known = context.resources.forms.get(rest)?.find(({ type }) => type === "agency");
  if (known && (known.kind === COMPANY || known.kind === "university" || OWN_BODY.test(rest)))
    return known.kind === COMPANY ? rest : known.name;
  if (second) return rest;
  return isTransliterated(rest.slice(0, 3)) && WORLDS_BODY.test(rest) ? rest : surface;
}
