// Builds regions.tsv and countries.tsv from npm data packages (development dependencies). Run: node data/gazetteer/build.mjs
// The other files of this folder are written by hand; README.md has sources, years and counts.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { areaList } = await import("@vant/area-data");
const countries = require("i18n-iso-countries/langs/zh.json").countries;
const world = JSON.parse(readFileSync(require.resolve("@surbowl/world-geo-json-zh/world.zh.json"), "utf8")).features.map((f) => f.properties);

const PEOPLES =
  "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各";
const AUTONOMOUS = new RegExp(`^(.{1,6}?)(?:(?:${PEOPLES})族?)+自治(州|县|旗|区)$`);
/** Autonomous regions and what no rule would shorten rightly. */
const SHORT = new Map(Object.entries({
  内蒙古自治区: "内蒙古", 广西壮族自治区: "广西", 西藏自治区: "西藏", 宁夏回族自治区: "宁夏", 新疆维吾尔自治区: "新疆", 香港特别行政区: "香港", 澳门特别行政区: "澳门",
  博尔塔拉蒙古自治州: "博尔塔拉", 巴音郭楞蒙古自治州: "巴音郭楞", 克孜勒苏柯尔克孜自治州: "克孜勒苏", 伊犁哈萨克自治州: "伊犁", 东乡族自治县: "东乡", 积石山保安族东乡族撒拉族自治县: "积石山",
  鄂温克族自治旗: "鄂温克旗", 鄂伦春自治旗: "鄂伦春旗", 莫力达瓦达斡尔族自治旗: "莫力达瓦", 察布查尔锡伯自治县: "察布查尔", 塔什库尔干塔吉克自治县: "塔什库尔干", 杜尔伯特蒙古族自治县: "杜尔伯特",
  前郭尔罗斯蒙古族自治县: "前郭尔罗斯", 和布克赛尔蒙古自治县: "和布克赛尔", 木垒哈萨克自治县: "木垒", 巴里坤哈萨克自治县: "巴里坤", 焉耆回族自治县: "焉耆", 双江拉祜族佤族布朗族傣族自治县: "双江",
}));

function shortOf(name) {
  if (SHORT.has(name)) return SHORT.get(name);
  const own = AUTONOMOUS.exec(name);
  if (own) return own[1];
  const short = name.replace(/(特别行政区|自治区|自治州|自治县|地区|林区|矿区|新区|[省市县区盟旗])$/, "");
  return short.length >= 2 ? short : name;
}

const rows = [];
for (const [code, name] of Object.entries(areaList.province_list)) rows.push(["province", name, shortOf(name), ""]);
const province = (code) => areaList.province_list[`${code.slice(0, 2)}0000`];
const REAL_CITY = /(市|州|地区|盟)$/;
for (const [code, name] of Object.entries(areaList.city_list)) {
  if (!REAL_CITY.test(name) || name === province(code) || /^(71|81|82)/.test(code)) continue;
  rows.push(["city", name, shortOf(name), province(code)]);
}
for (const [code, name] of Object.entries(areaList.county_list)) {
  if (/^(71|81|82)/.test(code) || !/(市|县|区|旗|镇)$/.test(name) || /^(市辖区|城区|郊区|矿区|其它区|其他区)$/.test(name)) continue;
  const city = areaList.city_list[`${code.slice(0, 4)}00`];
  const parents = [province(code), REAL_CITY.test(city ?? "") && city !== province(code) ? city : ""].filter(Boolean);
  rows.push(["county", name, shortOf(name), parents.join("|")]);
}
const level = { province: 0, city: 1, county: 2 };
rows.sort((a, b) => level[a[0]] - level[b[0]]);
writeFileSync(new URL("regions.tsv", import.meta.url), `level\tname\tshort\tparents\n${rows.map((r) => r.join("\t")).join("\n")}\n`);

// Names as the news has them where the packages differ, and other forms in use.
const NEWS = { 蒙古: "蒙古国", 印尼: "印度尼西亚", 多米尼克: "多米尼克", 密克罗尼西亚: "密克罗尼西亚联邦", 根西岛: "根西", 泽西岛: "泽西", 奥兰群岛: "奥兰", 圣皮埃尔和密克隆群岛: "圣皮埃尔和密克隆", 瓦利斯和富图纳群岛: "瓦利斯和富图纳", "阿拉伯联合酋长国": "阿联酋", "刚果共和国": "刚果(布)", "刚果民主共和国": "刚果(金)", 大韩民国: "韩国", 美利坚合众国: "美国" };
const MORE = {
  朝鲜: "朝鲜民主主义人民共和国", 韩国: "大韩民国", 老挝: "老挝人民民主共和国", 阿联酋: "阿拉伯联合酋长国", "刚果(布)": "刚果共和国", "刚果(金)": "刚果民主共和国", 英国: "大不列颠及北爱尔兰联合王国",
  密克罗尼西亚联邦: "密克罗尼西亚", 埃塞俄比亚: "埃塞", 波黑: "波斯尼亚和黑塞哥维那|波斯尼亚和黑塞哥维纳", 巴布亚新几内亚: "巴新", 捷克: "捷克共和国", 北马其顿: "北马其顿共和国", 多米尼加: "多米尼加共和国", 沙特阿拉伯: "沙特", 孟加拉国: "孟加拉",
  塞尔维亚: "塞尔维亚共和国", 科特迪瓦: "科特迪瓦共和国", 南苏丹: "南苏丹共和国", 美国: "美利坚合众国", 斯威士兰: "", 巴勒斯坦: "巴勒斯坦国", 瓦努阿图: "", 吉尔吉斯斯坦: "吉尔吉斯", 印度尼西亚: "印尼",
  俄罗斯: "俄罗斯联邦", 特立尼达和多巴哥: "特多", 东帝汶: "东帝汶民主共和国", 佛得角: "", 中非: "", 几内亚比绍: "几比", 乌兹别克斯坦: "", 阿塞拜疆: "", 蒙古国: "蒙古", 波兰: "", 也门: "", 叙利亚: "", 梵蒂冈: "", 圣多美和普林西比: "", 安提瓜和巴布达: "安巴",
};
const NOT = /[(（](?!布|金)|阿什莫尔|斯瓦尔巴|布韦岛|锡亚琴|本土外|加勒比区|赫德岛|阿拉伯撒哈拉|科科斯|马约特|^(泽西|根西|奥兰|中国台湾省|中国香港|中国澳门|中国台湾|台湾|香港|澳门|未知|南极洲|索马里兰|北塞浦路斯|中华人民共和国|中国|中非|中非共和国)$|领地|属|托克劳|群岛地区/;
const names = new Map();
const put = (name, ...forms) => {
  const key = NEWS[name] ?? name;
  if (!/^[\p{Script=Han}()·]{2,14}$/u.test(key) || NOT.test(key)) return;
  if (!names.has(key)) names.set(key, new Set());
  for (const form of forms) if (form && form !== key && /^[\p{Script=Han}()·]{2,16}$/u.test(form) && !NOT.test(form)) names.get(key).add(form);
};
const plain = (text) => text.replace(/（/g, "(").replace(/）/g, ")").trim();
for (const value of Object.values(countries)) for (const [i, name] of [value].flat().entries()) if (i === 0) put(plain(name));
for (const { name, full_name } of world) put(plain(name), plain(full_name ?? ""));
for (const [name, forms] of Object.entries(MORE)) put(name, ...forms.split("|"));
// A form that is a country's own short name is no other's alias; full names that begin with nothing of the short one are kept too.
const list = [...names].map(([name, forms]) => [name, [...forms].filter((form) => !names.has(form))]);
list.push(["中国", ["中华人民共和国"]], ["中非共和国", []]);
list.sort((a, b) => (a[0] < b[0] ? -1 : 1));
writeFileSync(new URL("countries.tsv", import.meta.url), `name\tforms\n${list.map(([name, forms]) => `${name}\t${forms.join("|")}`).join("\n")}\n`);
console.log(`${rows.length} regions, ${list.length} countries`);
