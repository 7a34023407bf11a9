// When two names of a body are one by the way bodies are named in China, and not by likeness: the place in full or short
// (西藏 = 西藏自治区, by the gazetteer), the higher places left out (安徽阜阳市太和县 = 太和县), the organ in full or short
// (教委 = 教育委员会). `organKey` writes each in full; equal keys are one body.
//
//     北京市教委          ┐
//     北京教育委员会       ├─ 北京市|教育委员会
//     中共北京市委宣传部 … 中共北京市委员会宣传部
//
// Facts of the world: how organs of Party and state are named and shortened. Terms whose short form stands for two organs
// (网信办: an office of the Party and one of the government; 城管局) are left out.
import type { Name, Resources } from "../resources.ts";
import { REGION_KINDS } from "../resources.ts";

/** Short and full forms of what stands behind a place: "full short short …". */
const ORGANS = `
人民政府 政府
人民代表大会 人大
人民代表大会常务委员会 人大常委会
政治协商会议委员会 政协
纪律检查委员会 纪委
监察委员会 监委
纪委监委 纪律检查委员会监察委员会
高级人民法院 高院 高级法院
中级人民法院 中院 中级法院
人民法院 法院
人民检察院 检察院
发展和改革委员会 发改委 发展改革委 发展改革委员会 发展和改革委
教育委员会 教委
科学技术委员会 科委
经济和信息化委员会 经信委 经济信息化委
经济和信息化局 经信局
经济和信息化厅 经信厅
工业和信息化厅 工信厅 工业信息化厅
工业和信息化局 工信局 工业信息化局
住房和城乡建设委员会 住建委 住房城乡建设委
住房和城乡建设厅 住建厅 住房城乡建设厅
住房和城乡建设局 住建局 住房城乡建设局
卫生健康委员会 卫健委 卫生健康委
国有资产监督管理委员会 国资委
交通委员会 交通委
交通运输委员会 交通运输委
农业农村委员会 农业农村委
商务委员会 商务委
民族事务委员会 民委
民族宗教事务委员会 民宗委
政法委员会 政法委
城市管理委员会 城管委 城市管理委
规划和自然资源委员会 规自委 规划自然资源委
规划和自然资源局 规自局 规划自然资源局
水务局 水务管理局
人力资源和社会保障厅 人社厅 人力资源社会保障厅
人力资源和社会保障局 人社局 人力资源社会保障局
文化和旅游厅 文旅厅 文化旅游厅
文化和旅游局 文旅局 文化旅游局
文化和旅游委员会 文旅委 文化旅游委
市场监督管理局 市场监管局
药品监督管理局 药监局 药品监管局
医疗保障局 医保局
林业和草原局 林草局 林业草原局
粮食和物资储备局 粮储局
退役军人事务局 退役军人局
退役军人事务厅 退役军人厅
应急管理局 应急局
应急管理厅 应急厅
疾病预防控制中心 疾控中心
疾病预防控制局 疾控局
消防救援总队 消防总队
消防救援支队 消防支队
出入境边防检查站 边检站
总工会 工会
妇女联合会 妇联
工商业联合会 工商联
科学技术协会 科协
文学艺术界联合会 文联
残疾人联合会 残联
归国华侨联合会 侨联
作家协会 作协
社会科学界联合会 社科联
社会科学院 社科院
农业科学院 农科院
红十字会
公安厅
公安局
民政厅
民政局
财政厅
财政局
教育厅
教育局
司法厅
司法局
自然资源厅
自然资源局
生态环境厅
生态环境局
交通运输厅
交通运输局
水利厅
水利局
农业农村厅
农业农村局
商务厅
商务局
审计厅
审计局
统计局
税务局
气象局
地震局
体育局
信访局
档案局
人民医院
中医院 中医医院
妇幼保健院
`
  .trim()
  .split("\n")
  .map((line) => line.split(" "));

const FULL: ReadonlyMap<string, string> = new Map(
  ORGANS.flatMap(([full, ...shorts]) => [full!, ...shorts].map((form) => [form, full!] as const)),
);

/** Party committees by level, behind a place. The place's own last character may stand once: 北京市委 = 北京 + 市委. */
const COMMITTEE =
  /^(省|市|县|区|州|盟|旗)?(委员会|委|党委)(?=$|(办公厅|办公室|组织部|宣传部|统战部|政法委|政法委员会|党校|社会工作部|理论学习中心组)$)/;

/**
 * The region at the head of a name, the higher ones before it passed over, and what stands behind it; null where its first
 * characters are no region's or may be several's (吉林: a province and a city; 朝阳区: five).
 */
export function headRegion(name: string, resources: Resources): { region: Name; rest: string } | null {
  let found: { region: Name; end: number } | null = null;
  for (let start = 0; start < name.length; ) {
    const next = regionAt(name, start, found?.region ?? null, resources);
    if (!next) break;
    found = next;
    start = next.end;
  }
  return found && { region: found.region, rest: name.slice(found.end) };
}

/** The region that begins at `start`: below `above`, or else one that its form means for sure. Longest form first. */
function regionAt(
  name: string,
  start: number,
  above: Name | null,
  resources: Resources,
): { region: Name; end: number } | null {
  for (const { end, values } of resources.forms.at(name, start)) {
    const forms = values.filter(({ kind }) => REGION_KINDS.has(kind));
    // Several counties share a name, which stands in the forms once.
    const regions = forms.flatMap((form) => resources.regions.get(form.name) ?? [form]);
    const fitting = above ? regions.filter(({ parents }) => parents.includes(above.name)) : regions;
    if (fitting.length === 1 && (above || (values.length === 1 && !forms[0]!.doubtful))) {
      return { region: fitting[0]!, end };
    }
  }
  return null;
}

/** The region's name, with those of the higher ones where other regions have it too. */
const fullName = ({ name, parents }: Name, resources: Resources): string =>
  (resources.regions.get(name)?.length ?? 0) > 1 ? `${parents.join("")}${name}` : name;

/**
 * The name of a body with its place, and where the table has it its organ, in full: equal for two forms of one body. Null
 * where no place stands at its head, or where its first characters may mean several (吉林: a province and a city).
 */
export function organKey(name: string, resources: Resources): string | null {
  const embassy = /^(中国驻.{2,12}?)(?:大使馆|使馆)$/.exec(name);
  if (embassy) return `${embassy[1]}大使馆`;
  const bare = name.replace(/^中共(?!中央)/, "");
  const conference = /^(?:中国人民)?政(?:治协商会议|协)(.+?)委员会$/.exec(bare);
  const head = headRegion(conference ? `${conference[1]}政协` : bare, resources);
  if (!head || head.rest === "") return null;
  const { region, rest } = head;
  const place = fullName(region, resources);
  const level = region.name.at(-1)!;
  const committee = COMMITTEE.exec(rest);
  // 吉林 + 市委 is the committee of the city, not that of the province: the level that is said must be the region's own.
  if (committee && (committee[1] ?? level) === level && (committee[1] || committee[2] !== "委员会")) {
    return `中共${place}委员会${rest.slice(committee[0].length).replace(/政法委$/, "政法委员会")}`;
  }
  const organ = rest.replace(/^(省|市|县|区|州|盟|旗)(?=.)/, (own) => (own === level ? "" : own));
  const full = FULL.get(organ);
  if (full) return `${place}${full}`;
  // Higher places may be left out before any body: 安徽阜阳市太和县… is 太和县….
  return `${place}${rest}`;
}

const COMPANY = /(?:集团)?(?:股份)?(?:有限)?(?:责任)?公司$|集团$/;

const BODY = /(?:银行|大学|学院|医院|委员会|协会|[报社台部局厅])$/;

/**
 * The name that the gazetteer has for a company that is printed with its country, a tail, or both: 美国高盛集团 → 高盛.
 * Null for every other name: 美国国务院 has no tail of a company.
 */
export function companyKey(name: string, resources: Resources): string | null {
  if (!COMPANY.test(name)) return null;
  const country = resources.forms.at(name, 0).find(({ values }) => values.some(({ kind }) => kind === "country"));
  const own = country ? name.slice(country.end) : name;
  for (const form of [own, own.replace(COMPANY, "")]) {
    const known = (form === name ? undefined : resources.forms.get(form))?.filter(({ type }) => type === "agency");
    // 汇丰集团 is no 汇丰银行, though 汇丰 is its short form.
    if (known?.length === 1 && (known[0]!.name.endsWith(own.slice(-2)) || !BODY.test(known[0]!.name)))
      return known[0]!.name;
  }
  return null;
}
