import { describe, expect, it } from "vitest";
import { createContext } from "../../src/entities/context.ts";
import { bookMarks } from "../../src/entities/extractors/documents.ts";
import { articleOf, found, resources } from "./helpers.ts";

const programs = (text: string, place: string | null = null): string[] =>
  found(text, null, place)
    .filter((mention) => mention.startsWith("program:"))
    .map((mention) => mention.slice(8));

describe("programs by their head", () => {
  it.each([
    ["韩正出席第四届北斗规模应用国际峰会开幕式。", "第四届北斗规模应用国际峰会"],
    ["公司代表参加中国—阿拉伯国家博览会。", "中国—阿拉伯国家博览会"],
    ["第六届丝绸之路（敦煌）国际文化博览会今天开幕。", "第六届丝绸之路（敦煌）国际文化博览会"],
    ["2023年溯源新思想论坛在杭州举行。", "2023年溯源新思想论坛"],
    ["李强出席第七次全国妇女儿童工作会议并讲话。", "第七次全国妇女儿童工作会议"],
    ["五部门联合开展提振消费专项行动，效果明显。", "提振消费专项行动"],
    ["市场监管总局开展制止餐饮浪费专项行动。", "制止餐饮浪费专项行动"],
    ["要实施中国儿童发展纲要。", "中国儿童发展纲要"],
    ["企业设立“春蕾·映山红”奖教助学金。", "“春蕾·映山红”奖教助学金"],
    ["汶川县招商推介暨“川浙情·山海行”协作交流发展大会开幕", "汶川县招商推介暨“川浙情·山海行”协作交流发展大会"],
    ["全省深入实施高标准农田改造提升工程，成效显著。", "高标准农田改造提升工程"],
    ["昨天，日内瓦国际发明展闭幕，第49届日内瓦国际发明展共有千名发明家参加。", "第49届日内瓦国际发明展"],
    ["他在亚冬会上夺冠。", "亚冬会"],
    ["连山至清河±800千伏特高压直流输电工程日前开工。", "连山至清河±800千伏特高压直流输电工程"],
    ["云江大桥改造二期工程启动仪式在京举行，眼下，古岩画保护传承二期工程启动。", "古岩画保护传承二期工程"],
    ["各国首脑出席纪念反法西斯战争胜利70周年纪念活动。", "反法西斯战争胜利70周年纪念活动"],
    ["今天是第66个世界气象日，主题为“携手”。", "世界气象日"],
    ["安理会通过联合国安理会第1701号决议。", "联合国安理会第1701号决议"],
  ])("%s", (text, name) => expect(programs(text).map((p) => p.split("=")[0])).toContain(name));

  it.each([
    ["begins behind a verb that governs it", "国际人士积极评价第九届中国茶业博览会。", "第九届中国茶业博览会"],
    ["begins behind a person", "国务院秘书长王强主持第三次全国土壤普查工作会议。", "第三次全国土壤普查工作会议"],
    [
      "keeps the year of a body to the program",
      "国家能源局2024年绿色算力设施创新试点启动。",
      "2024年绿色算力设施创新试点",
    ],
    ["that is known by its quotation takes no kind behind it", "双方支持共建“一带一路”倡议。", "一带一路"],
    ["does not take the name before 和", "出席科博会开幕式和第二届世界茶叶大会。", "第二届世界茶叶大会"],
  ])("a name %s", (_, text, name) => expect(programs(text)).toContain(name));

  it.each([
    "会议强调，要加强国际多边会议的作用。",
    "以军继续在当地的军事行动。",
    "这是一项系统工程，也是民生工程。",
    "本届论坛为期三天，这次大会很成功。",
    "利比亚国民代表大会选出主席。",
    "国民议会议长到访。",
    "各地开展主题教育，巩固拓展学习教育成果。",
    "以军实施大规模搜捕行动。",
    "要制定切实可行的工作计划，实施应急方案。",
    "要整治“面子工程”。",
    "以三届滑雪赛的成绩，两国开展多种形式对话，实施三个专项招生计划。",
    "中国发展日新月异，全国铁路日均发送旅客很多。",
  ])("is no name: %s", (text) => expect(programs(text)).toEqual([]));

  it("bear the number of their holding", () => {
    expect(programs("第六届进博会今天开幕。")).toEqual(["第六届进博会=第六届中国国际进口博览会"]);
  });
});

describe("sessions", () => {
  it.each([
    ["十四届全国人大四次会议", "第十四届全国人民代表大会第四次会议"],
    ["中华人民共和国第十四届全国人民代表大会常务委员会第十九次会议", "第十四届全国人民代表大会常务委员会第十九次会议"],
    ["十四届全国人大常委会第三十三次委员长会议", "第十四届全国人民代表大会常务委员会第三十三次委员长会议"],
    ["全国政协十四届三次会议", "中国人民政治协商会议第十四届全国委员会第三次会议"],
    ["全国政协十四届常委会第十次会议", "中国人民政治协商会议第十四届全国委员会常务委员会第十次会议"],
    ["二十届中央纪委四次全会", "中国共产党第二十届中央纪律检查委员会第四次全体会议"],
    ["民盟十三届二中全会", "中国民主同盟第十三届中央委员会第二次全体会议"],
    ["福州市委六届六次全会", "中国共产党福州市第六届委员会第六次全体会议"],
    ["湖北省十四届人大三次会议", "湖北省第十四届人民代表大会第三次会议"],
  ])("%s is %s", (short, name) => expect(programs(`${short}在京举行。`)).toEqual([`${short}=${name}`]));

  it("know their term from the text and their place from the paper", () => {
    expect(programs("二十届中央纪委举行会议。中央纪委四次全会强调。")).toEqual([
      "中央纪委四次全会=中国共产党第二十届中央纪律检查委员会第四次全体会议",
    ]);
    expect(programs("省十四届人大三次会议今天开幕。", "湖北省武汉市")).toEqual([
      "省十四届人大三次会议=湖北省第十四届人民代表大会第三次会议",
    ]);
  });
});

describe("laws and documents", () => {
  it("are known without marks, as drafts too", () => {
    expect(programs("会议审议学前教育法草案、国家发展规划法草案。")).toEqual([
      "学前教育法草案=学前教育法",
      "国家发展规划法草案=国家发展规划法",
    ]);
    expect(programs("依据反外国制裁法采取措施。")).toEqual(["反外国制裁法"]);
    expect(programs("依据《中华人民共和国监察法》处理。")).toEqual(["中华人民共和国监察法=监察法"]);
  });
  it("are no law where the word goes on", () => {
    expect(programs("加强教育法治建设，依照公司法人的要求。")).toEqual([]);
  });
  it("an unknown law in the making is found by its draft", () => {
    expect(programs("会议审议了湖泊生态补偿法草案。")).toEqual(["湖泊生态补偿法草案=湖泊生态补偿法"]);
  });
  it("hold other titles, and the kind of document behind the marks", () => {
    expect(programs("审议《全国人大常委会关于批准〈某公约〉的决定》。").length).toBe(1);
    expect(programs("发布《新时代的中国绿色发展》白皮书。")).toEqual([
      "《新时代的中国绿色发展》白皮书=新时代的中国绿色发展",
    ]);
  });
  it("are no books, films, essays", () => {
    expect(programs("观看《流浪地球》《大国的方法》，阅读《把蓝图变为实际行动》。")).toEqual([]);
  });
});

describe("seats", () => {
  it("are places where one meets and bodies where one speaks", () => {
    expect(found("特朗普在白宫会见客人。白宫发言人表示。").filter((m) => m.includes("白宫"))).toEqual([
      "place:白宫",
      "agency:白宫",
    ]);
  });
});

describe("drives of education", () => {
  it("begin behind the verb that governs them, with verbs of their own", () => {
    expect(found("要扎实推进树立和践行绿色发展观学习教育，抓好落实。")).toEqual([
      "program:树立和践行绿色发展观学习教育",
    ]);
    expect(found("在全省深入开展忠诚为民主题教育。")).toEqual(["program:忠诚为民主题教育"]);
    expect(found("落到实处\n树立和践行绿色发展观学习教育开展以来，成效明显。")).toEqual([
      "program:树立和践行绿色发展观学习教育",
    ]);
  });
  it("are no phrases", () => {
    expect(found("学校开展好学习教育，推进教育的主题教育。")).toEqual([]);
  });
});

describe("a short title", () => {
  const declared = "印发《关于推进养老工作的意见》(以下简称《养老意见》)。";
  it("stands for the full one that declares it", () => {
    expect(programs(`${declared}《养老意见》指出要点。`).filter((name) => /^养老意见=/.test(name))).toEqual([
      "养老意见=关于推进养老工作的意见",
      "养老意见=关于推进养老工作的意见",
    ]);
  });
  it("is proposed once for each place, however often it is declared", () => {
    const context = createContext(articleOf(declared.repeat(200)), null, {}, { ...resources, tagger: null });
    expect(bookMarks(context).length).toBe(3 * 200);
  });
});
