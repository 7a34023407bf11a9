// Made-up people, papers and places, and the set phrases of newspapers. All names are invented.
import type { Chance } from "./chance.ts";

const SURNAMES =
  "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方白邹孟熊秦邱江尹薛阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
const GIVEN =
  "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志文海波晓东宇航子涵梓轩欣怡浩然雨婷思远嘉琪佳俊峰鹏飞雪琳凯丹晨曦立新春燕永康振兴德福学礼云松柏青翠岚瑞祥景天逸博睿";
const CITIES =
  "云岭、江川、滨湖、临溪、东陵、青原、河阳、南屏、龙泽、安澜、清水、明川、西桥、丰岭、海宁湾、永兴、石门岭、桃源、金沙、凤台".split(
    "、",
  );
const AGENCY_CITIES =
  "北京、上海、广州、武汉、成都、西安、长沙、沈阳、南京、杭州、昆明、兰州、哈尔滨、东京、巴黎、伦敦、华盛顿、日内瓦、莫斯科".split(
    "、",
  );
const PAPER_ENDS = ["日报", "晚报", "晨报", "日报", "都市报", "时报", "日报"];

export const given = (chance: Chance): string =>
  Array.from({ length: chance.is(0.6) ? 2 : 1 }, () => chance.pick([...GIVEN])).join("");

export const person = (chance: Chance): string => chance.pick([...SURNAMES]) + given(chance);

/** Two or three people, as a byline joins them. A name of two characters may be set wide ("方 茜"). */
export function people(chance: Chance, count: number, wide: boolean, joint = " "): string {
  return Array.from({ length: count }, () => {
    const name = person(chance);
    return wide && name.length === 2 ? `${name[0]} ${name[1]}` : name;
  }).join(joint);
}

export const city = (chance: Chance): string => chance.pick(CITIES);
export const agencyCity = (chance: Chance): string => chance.pick(AGENCY_CITIES);

/** A paper's name with its city. */
export function paperName(chance: Chance): { paper: string; place: string } {
  const place = city(chance);
  return { paper: place + chance.pick(PAPER_ENDS), place };
}

/** Labels of running columns: no part of a title. One half is run by many papers, the other is known to no list. */
export const LABELS =
  "新时代新征程新伟业、记者走基层、江城纪事、民生关注、大街小巷、文化长廊、我们的节日、田间地头、身边榜样、邻里之间、聚焦两会、古城新韵、消费观察、车间来信、健康周刊、三江潮、创新故事、匠人谱、营商环境、城南旧事新编".split(
    "、",
  );

export const BRIEF_LABELS =
  "短讯、简讯、要闻速览、一句话新闻、新闻速递、国内短讯、国际短波、简明新闻、本地速递、时讯".split("、");
export const GUIDE_LABELS = "今日导读、导读、今日看点、要闻导读、版面导读、新闻导读、本期导读".split("、");
export const BOX_LABELS = "延伸阅读、新闻链接、相关链接、链接、相关新闻、新闻背景、记者手记".split("、");
export const PICTURE_LABELS = "图片新闻、图片报道、光影、影像、图说、看图".split("、");
export const SLOGANS =
  "讲文明树新风、垃圾分类从我做起、节约用水人人有责、弘扬社会主义核心价值观、文明出行礼让斑马线、珍惜粮食拒绝浪费、关爱未成年人健康成长、预防火灾从点滴做起、反对浪费崇尚节约、绿水青山就是金山银山、诚信经营放心消费、铸牢中华民族共同体意识".split(
    "、",
  );

const HAN_NUMBERS = "零一二三四五六七八九十".split("");

/** A page number as a house writes it: "七", "7", "07", "A7". */
export function pageNumber(chance: Chance, page: number): string {
  const han = page <= 10 ? HAN_NUMBERS[page]! : `十${page > 10 ? HAN_NUMBERS[page - 10] : ""}`;
  return chance.weighted([
    [han, 4],
    [String(page), 5],
    [`A${page}`, 1],
    [String(page).padStart(2, "0"), 1],
  ]);
}
