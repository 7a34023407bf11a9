// What a paper's name says of its place. Facts of the world: a city or province paper is named 地名 + 日报 or 晚报, and the
// exceptions below are old, large papers whose names are no place, or the poetic name of one.

/** How a paper's name ends, as the source of an expression. */
export const PAPER_KIND =
  "(?:日报|晚报|早报|晨报|午报|时报|商报|都市报|快报|周报|新报|导报|青年报|法制报|法治报|农民报|工人报|农村报|经济报|文汇报|大公报|新京报|今晚报)";

/** Name → place as written in news; null for a paper of the whole country. */
const KNOWN: ReadonlyMap<string, string | null> = new Map<string, string | null>([
  ...(
    "人民日报 光明日报 经济日报 科技日报 工人日报 农民日报 法治日报 法制日报 中国日报 解放军报 环球时报 参考消息 中国青年报 中国妇女报 健康报 " +
    "检察日报 学习时报 人民法院报 人民政协报 国际商报 证券时报 证券日报 上海证券报 中国证券报 经济参考报 国际日报 金融时报 国防时报"
  )
    .split(" ")
    .map((name) => [name, null] as const),
  ["解放日报", "上海"],
  ["文汇报", "上海"],
  ["新民晚报", "上海"],
  ["劳动报", "上海"],
  ["南方日报", "广东"],
  ["羊城晚报", "广州"],
  ["南方都市报", "广州"],
  ["信息时报", "广州"],
  ["新快报", "广州"],
  ["晶报", "深圳"],
  ["新华日报", "江苏"],
  ["扬子晚报", "江苏"],
  ["现代快报", "南京"],
  ["金陵晚报", "南京"],
  ["姑苏晚报", "苏州"],
  ["大众日报", "山东"],
  ["齐鲁晚报", "山东"],
  ["半岛都市报", "青岛"],
  ["燕赵都市报", "河北"],
  ["燕赵晚报", "石家庄"],
  ["新京报", "北京"],
  ["法制晚报", "北京"],
  ["今晚报", "天津"],
  ["每日新报", "天津"],
  ["钱江晚报", "浙江"],
  ["都市快报", "杭州"],
  ["江淮晨报", "合肥"],
  ["新安晚报", "安徽"],
  ["海峡都市报", "福建"],
  ["东南快报", "福州"],
  ["信息日报", "江西"],
  ["大河报", "河南"],
  ["东方今报", "河南"],
  ["楚天都市报", "湖北"],
  ["长江日报", "武汉"],
  ["潇湘晨报", "湖南"],
  ["三湘都市报", "湖南"],
  ["三峡晚报", "宜昌"],
  ["三峡都市报", "万州"],
  ["八桂都市报", "广西"],
  ["南国早报", "广西"],
  ["南国都市报", "海南"],
  ["华西都市报", "四川"],
  ["天府早报", "四川"],
  ["春城晚报", "云南"],
  ["都市时报", "昆明"],
  ["华商报", "西安"],
  ["三秦都市报", "陕西"],
  ["兵团日报", "新疆生产建设兵团"],
  ["辽沈晚报", "辽宁"],
  ["华商晨报", "沈阳"],
  ["新文化报", "吉林"],
  ["城市晚报", "吉林"],
  ["生活报", "黑龙江"],
  ["新晚报", "哈尔滨"],
  ["大公报", "香港"],
  ["明报", "香港"],
  ["星岛日报", "香港"],
  ["东方日报", "香港"],
  ["苹果日报", "香港"],
  ["澳门日报", "澳门"],
  ["联合报", "台湾"],
  ["中国时报", "台湾"],
  ["自由时报", "台湾"],
  ["联合早报", "新加坡"],
]);

const PROVINCES =
  "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门".split(
    " ",
  );

/** Words that stand before 日报 or 晚报 and are no place. */
const NO_PLACE =
  /^(?:中国|国际|世界|人民|青年|工人|农民|劳动|经济|商业|财经|金融|证券|期货|科技|教育|体育|健康|法治|法制|文化|消费|信息|城市|都市|生活|今|新|每|早|晚)/u;

/**
 * The place that a paper's name tells: 拉萨日报 → 拉萨, 北京青年报 → 北京, 羊城晚报 → 广州; null for a national paper and
 * for a name that tells none.
 */
export function placeOfPaper(paper: string): string | null {
  const known = KNOWN.get(paper);
  if (known !== undefined) return known;
  const province = PROVINCES.find((name) => paper.startsWith(name));
  const named = /^(\p{Script=Han}{2,6})(?:日报|晚报)$/u.exec(paper)?.[1];
  if (named && !NO_PLACE.test(named) && !(province && named !== province && /特区|法治|法制|经济|青年/u.test(named)))
    return named.replace(/(?<=.{2})(?:特区|广播电视)$/u, "");
  return province ?? null;
}

/** Whether a paper is read in the whole country, so that its name on a page says nothing of whose page it is. */
export const isNationalPaper = (paper: string): boolean => KNOWN.get(paper) === null;
