// Whose office it is: what a title says of the name before it.
//
//   agency            any office that it can have; a Party group has secretaries and members, its other offices are the body's
//   country           heads of state and government, ministers, envoys
//   region            its head by the last unit (市 → 市长), 主席 of an autonomous region, 书记 of a village or a town
//   building, station the post whose first unit is the name's last (站 → 站长), and its staff
import type { Context } from "../../context.ts";
import { levelName } from "../../home.ts";
import { type Name, REGION_KINDS } from "../../resources.ts";
import type { Named } from "../types.ts";

export type Body = Named | string;

export const bodyType = (body: Body): string =>
  typeof body === "string" ? body.slice(0, body.indexOf(":")) : body.type;
export const bodyName = (body: Body): string =>
  typeof body === "string" ? body.slice(body.indexOf(":") + 1) : body.name;

/** Groups of a body whose own offices are few: behind one of these another title is the body's. */
const GROUPS: readonly { readonly of: RegExp; readonly office: RegExp }[] = [
  { of: /(?:党组|党委|党工委|党总支|党支部|机关党委)$/, office: /(?:书记|成员|委员|常委)$/ },
  { of: /(?:董事会|监事会|理事会)$/, office: /(?:主席|董事|监事|理事|董事长|理事长|秘书)$/ },
];
const STATE_OFFICE =
  /(?:总统|首相|总理|国王|女王|王储|天皇|主席|委员长|外长|外相|防长|防相|财长|部长|大臣|国务卿|议长|议员|大使|总领事|特使|代表|发言人|总书记|最高领袖|埃米尔|总督|检察长|首席大法官|首席部长|新闻秘书|顾问|助理|总司令|参谋长|代办|国务委员|参赞|公使|高级专员|专员)$/;
const HEADS: Readonly<Record<string, RegExp>> = {
  省: /省长$/,
  市: /市长$/,
  县: /县长$/,
  区: /区长$/,
  州: /州长$/,
  旗: /旗长$/,
  镇: /(?:镇长|书记|支书|主任|委员|主席)$/,
  乡: /(?:乡长|书记|支书|主任|委员|主席)$/,
  村: /(?:村长|书记|支书|村主任|主任|网格员|村医|乡村医生|委员)$/,
};
const COMMUNITY = /(?:社区|街道|嘎查|苏木)$/;
const COMMUNITY_OFFICE = /(?:书记|支书|主任|网格员|社工|委员)$/;
const BUILDING = /(?:馆|站|院|园|场|厂|寺|库|港|中心|陵园|景区|保护区|开发区|高新区|新区|园区|机场|水电站)$/;
const STAFF =
  /(?:主任|书记|讲解员|客运员|馆员|研究员|驾驶员|技术员|工程师|巡护员|护林员|负责人|值班员|队长|班长|经理)$/;

const isRegion = (name: Name): boolean => REGION_KINDS.has(name.kind);

const readings = (context: Context, name: string): readonly Name[] => context.resources.forms.get(name) ?? [];

export const isCountry = (context: Context, name: string): boolean =>
  readings(context, name).some(({ kind }) => kind === "country");

/** Whether a place can have the office. */
export function placeHolds(context: Context, name: string, core: string): boolean {
  if (isCountry(context, name)) return STATE_OFFICE.test(core) && core !== "代表";
  if (/特别行政区$/.test(name)) return /(?:行政长官|司司长|司长|局长)$/.test(core);
  if (/自治区$/.test(name)) return /(?<!国家)主席$/.test(core);
  if (COMMUNITY.test(name)) return COMMUNITY_OFFICE.test(core);
  if (BUILDING.test(name) && (STAFF.test(core) || core.replace(/^副/, "")[0] === name.at(-1))) return true;
  const head = HEADS[name.at(-1)!];
  if (head && !(name.endsWith("市") && /区$/.test(core))) return head.test(core);
  // Cities and states abroad are named without their level: 巴黎市长, 加利福尼亚州长.
  return !readings(context, name).some(isRegion) && /^副?(?:市长|州长)$/.test(core);
}

/** Units that end in what the post's title begins with: 教育局 → 局长. */
const HEADED = /^(?:常务)?副?([部局厅校院所站馆社台署处司科])长$/;
/** What else those units are called. */
const UNITS: Readonly<Record<string, RegExp>> = { 校: /[学院校]$/, 社: /[社报]$/, 院: /(?:院|大学)$/ };
/** Of these bodies a 代表 is a deputy; elsewhere he only speaks for one. */
const DELEGATES = /(?:人大|代表大会)$/;
const PREMIER = /^(?:第一)?副?总理$/;
const GOVERNMENT = /(?:国务院|政府|内阁)$/;
const TERRITORIAL =
  /(?:国家主席|国务委员长|国家副主席|总统|首相|国王|省长|市长|县长|区长|州长|旗长|镇长|乡长|村长|外长|防长|财长|国务卿)$/;

/**
 * The body of an office that follows a body in print, directly or in a series; null where that body has no such office.
 * `carried`: the title follows on another title, so that it may be another body's of the same place.
 */
export function bodyFor(context: Context, body: Body, core: string, carried: boolean): Body | null {
  const [type, name] = [bodyType(body), bodyName(body)];
  if (type === "place") return placeHolds(context, name, core) ? body : null;
  // 某市政协原党组: the word for a former office is no part of a name, and whose it is cannot be told.
  if (type !== "agency" || /原(?:党组|党委)?$/.test(name)) return null;
  if (PREMIER.test(core)) return GOVERNMENT.test(name) ? body : null;
  if (core === "成员" && /团$/.test(name)) return null;
  if (core === "代表") return DELEGATES.test(name) ? body : null;
  if (TERRITORIAL.test(core)) return territoryOf(context, name, core);
  if (!carried) return body;
  // 外交部长 names its body itself.
  if (/[^副务]部长$/.test(core)) return null;
  const headed = HEADED.exec(core)?.[1];
  const holder = holderOf(name, core);
  if (headed && !(UNITS[headed]?.test(holder) ?? holder.endsWith(headed))) return null;
  return holder === name ? body : holder.length > 1 ? `agency:${holder}` : null;
}

/** The body without the group of it that has no such office: 绵阳市政协 for 主席 behind 绵阳市政协党组. */
export function holderOf(name: string, core: string): string {
  const group = GROUPS.find(({ of, office }) => of.test(name) && !office.test(core))?.of;
  return group ? name.replace(group, "") : name;
}

/** 市委常委、副市长: the region in the body's name whose level the title has. */
function territoryOf(context: Context, agency: string, core: string): string | null {
  const head = /([省市县区州旗])长$/.exec(core)?.[1];
  if (!head) return null;
  for (let start = 0, found: string | null = null; ; ) {
    const match = context.resources.forms.at(agency, start).find(({ values }) => values.some(isRegion));
    if (!match) return found;
    for (const region of match.values.filter(isRegion)) {
      if (region.name.endsWith(head) && !region.name.endsWith("自治区")) found = `place:${region.name}`;
    }
    start = match.end;
  }
}

/** 外交部长 is the head of 外交部, where that is a known body. */
export function ministryOf(context: Context, core: string): string | null {
  const name = core.endsWith("部长") ? core.slice(0, -1) : "";
  const known = readings(context, name).find(({ type }) => type === "agency");
  return known ? `agency:${known.name}` : null;
}

/** 市长 without a body in a local paper (rule 3 of the guide), 国家主席 without a country; null for all else. */
export function bodyOfBare(context: Context, core: string): string | null {
  if (/^国家副?主席$/.test(core)) return "place:中国";
  if (core === "国务委员") return "agency:国务院";
  const head = /^(?:常务)?副?([省市县区州])长$/.exec(core)?.[1];
  const place = head ? levelName(context.home, head) : null;
  return place ? `place:${place}` : null;
}
