// The names of a large project: people, bodies, programs, places and clusters, no name twice, most popular first.

const SURNAMES = [
  ..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎",
];
const GIVEN = [
  ..."伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华建国志文辉玲波斌鹏飞龙海燕红梅春雪琴云凤山东成康星光天达安岩中茂进林有坚和彪博诚先敬震振壮会思群豪心邦承乐绍功松善厚庆民友裕河哲江浩亮政谦亨奇固之轮翰朗伯宏言若鸣朋梁栋维启克伦翔旭泽晨辰士以家致树炎德行时泰盛雄琛钧冠策腾楠榕风航弘",
];
const SYLLABLES = [
  ..."安长清河石泉昭通云阳平宁江海山川南北东西新永兴泰和德丰盛青白龙凤金银玉华文武城关口桥岭坡湾沙洲岛湖源沟寨屯庄堡店塘坪垣嘉定绥怀远顺义昌景衡邵郴柳桂梧钦贺百色崇",
];
const PLACE_ENDS = ["市", "县", "区", "镇", "乡", "村", "州"];
const BODY_ENDS = [
  "教育局",
  "公安局",
  "人民政府",
  "委员会",
  "财政局",
  "卫生健康局",
  "人民医院",
  "中学",
  "大学",
  "税务局",
  "农业农村局",
  "科技有限公司",
  "集团",
  "研究院",
  "协会",
  "法院",
  "检察院",
  "博物馆",
  "供电公司",
  "总工会",
  "妇联",
  "银行",
  "水务局",
  "文化馆",
];
const PROGRAM_ENDS = [
  "行动计划",
  "工程",
  "专项行动",
  "发展规划",
  "试点",
  "实施方案",
  "条例",
  "论坛",
  "博览会",
  "大会",
  "主题教育",
  "改革",
  "补贴项目",
];
const PROGRAM_THEMES = [
  "乡村振兴",
  "绿色发展",
  "数字经济",
  "人才",
  "水利",
  "扶贫",
  "文化惠民",
  "科技创新",
  "污染防治",
  "营商环境",
  "养老服务",
  "校园安全",
];

/** Shares of the types; one entity in two thousand is a cluster, sixty at most. */
const SHARES = [
  ["person", 0.4],
  ["agency", 0.65],
  ["place", 0.85],
  ["program", 1],
];

/**
 * In: how many, and chance. Out: `{entity, type, name, short, region}`, most popular first; `short` is a form that is
 * printed besides the name, or null; regions have about 150 members each, of all ranks.
 */
export function createCast(size, random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const regions = Math.max(1, Math.round(size / 150));
  const clusters = Math.min(60, Math.floor(size / 2000));
  const names = new Set();
  const makers = {
    person: () => pick(SURNAMES) + pick(GIVEN) + (random() < 0.8 ? pick(GIVEN) : ""),
    place: () => pick(SYLLABLES) + pick(SYLLABLES) + (random() < 0.5 ? pick(SYLLABLES) : "") + pick(PLACE_ENDS),
    agency: () => makers.place() + pick(BODY_ENDS),
    program: () =>
      (random() < 0.6 ? makers.place() : pick(SYLLABLES) + pick(SYLLABLES)) + pick(PROGRAM_THEMES) + pick(PROGRAM_ENDS),
    city_cluster: () => `${pick(SYLLABLES)}${pick(SYLLABLES)}${pick(SYLLABLES)}城市群`,
  };
  const cast = [];
  const every = clusters > 0 ? Math.floor(size / clusters) : size + 1;
  while (cast.length < size) {
    const share = random();
    const type = (cast.length + 1) % every === 0 ? "city_cluster" : SHARES.find(([, most]) => share < most)[0];
    const name = makers[type]();
    // People share their names now and then; the second is told apart as a build does it.
    const same = names.has(`${type}:${name}`);
    const entity = same ? `${type}:${name}(${pick(SYLLABLES)}${pick(SYLLABLES)})` : `${type}:${name}`;
    if (names.has(entity) || (same && type !== "person")) continue;
    names.add(entity);
    const short = type === "agency" && name.length > 5 && random() < 0.3 ? name.slice(0, 2) + name.slice(-3) : null;
    cast.push({ entity, type, name, short, region: (cast.length * 7919) % regions });
  }
  return cast;
}
