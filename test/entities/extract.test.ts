import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageSpans } from "../../src/articles/index.ts";
import { extractText } from "../../src/entities/index.ts";
import { articleOf, extract, found, resources } from "./helpers.ts";

describe("places", () => {
  it("gives provinces and cities their full administrative name, foreign places their short one", () => {
    expect(found("他从河北到香港，再到俄罗斯联邦和比什凯克。")).toEqual([
      "place:河北=河北省",
      "place:香港=香港特别行政区",
      "place:俄罗斯联邦=俄罗斯",
      "place:比什凯克",
    ]);
  });
  it("takes the lowest level of a chain", () => {
    expect(found("记者来到山东省青岛市崂山区。")).toEqual(["place:山东省青岛市崂山区=崂山区"]);
    expect(found("记者来到河北省平山县西柏坡村。")).toEqual(["place:河北省平山县西柏坡村=平山县西柏坡村"]);
  });
  it("reads a village without its county once the article has named both", () => {
    expect(found("他住在平山县北庄村。北庄村不大。")).toEqual(["place:平山县北庄村", "place:北庄村=平山县北庄村"]);
  });
  it("does not take a county's short form that is a common word without a witness", () => {
    expect(found("我们热爱和平，朝阳升起。")).toEqual([]);
    expect(found("他从天津市和平区出发，热爱和平。")).toEqual(["place:天津市和平区=和平区"]);
  });
  it("keeps a country out of a longer name", () => {
    expect(found("中国银行发布报告。")).toEqual(["agency:中国银行"]);
  });
});

describe("agencies", () => {
  it("takes the longest name and leaves the title out", () => {
    expect(found("浙江省援疆指挥部总指挥王海涛出席。")).toEqual(["agency:浙江省援疆指挥部", "person:王海涛"]);
  });
  it("uses the form by which the news names it", () => {
    expect(found("国家发改委、人社部和上合组织秘书处发文，党中央决定。")).toEqual([
      "agency:国家发改委=国家发展改革委",
      "agency:人社部=人力资源社会保障部",
      "agency:上合组织秘书处=上海合作组织秘书处",
      "agency:党中央=中共中央",
    ]);
  });
  it("leads a company's declared short form to its full name", () => {
    const text = "长江蓝海科技发展有限公司(以下简称“长江蓝海”)成立。长江蓝海今年扩产。";
    expect(found(text).filter((m) => m.startsWith("agency"))).toEqual([
      "agency:长江蓝海科技发展有限公司",
      "agency:长江蓝海=长江蓝海科技发展有限公司",
      "agency:长江蓝海=长江蓝海科技发展有限公司",
    ]);
  });
  it("does not take what people have in common for a body", () => {
    expect(found("有关部门和各级党组织要加强领导，企业和学校要落实责任。")).toEqual([]);
  });
});

describe("local short forms", () => {
  const text = "市委书记张明说，我省和市民政局要落实。";
  it("belong to the paper's place", () => {
    expect(found(text, null, "四川省绵阳市")).toEqual([
      "agency:市委=绵阳市委",
      "person:张明",
      "place:我省=四川省",
      "agency:市民政局=绵阳市民政局",
    ]);
    expect(found(text, "大连日报")[0]).toBe("agency:市委=大连市委");
  });
  it("read the autonomous region", () => {
    expect(found("自治区党委和政府决定，自治区商务厅负责。", "南宁日报")).toEqual([
      "agency:自治区党委=广西壮族自治区党委",
      "agency:政府=广西壮族自治区政府",
      "agency:自治区商务厅=广西壮族自治区商务厅",
    ]);
  });
  it("stay as printed where nothing is known", () => {
    expect(found("市委召开会议。")).toEqual(["agency:市委"]);
  });
  it("read 本报 as the paper, and never as one paper for all unknown ones", () => {
    expect(found("本报讯(记者李芳)昨日晴。", "绵阳日报")).toEqual(["agency:本报=绵阳日报", "person:李芳"]);
    expect(found("本报讯(记者李芳)昨日晴。")[0]).toBe("agency:本报=本报(p)");
  });
});

describe("programs", () => {
  it("names Party congresses and plenums in full, also where words are shared", () => {
    expect(found("贯彻党的二十大和二十届二中、三中全会精神。")).toEqual([
      "program:党的二十大=中国共产党第二十次全国代表大会",
      "program:二十届二中=中国共产党第二十届中央委员会第二次全体会议",
      "program:三中全会=中国共产党第二十届中央委员会第三次全体会议",
    ]);
  });
  it("takes laws and plans in book marks, and no films", () => {
    expect(found("印发《城市公园管理办法》，观看《流浪地球》。")).toEqual(["program:城市公园管理办法"]);
    expect(found("据《羊城晚报》报道。")).toEqual(["agency:羊城晚报"]);
  });
  it("takes events from their first word to their last", () => {
    expect(found("2024年成都首届国际美食文化节开幕。")).toEqual(["program:2024年成都首届国际美食文化节"]);
  });
  it("takes named anniversaries whole", () => {
    expect(found("庆祝广西壮族自治区成立65周年。")).toEqual(["program:广西壮族自治区成立65周年"]);
  });
});

describe("persons", () => {
  it("splits title, place and name", () => {
    expect(found("法国总统马克龙和市长李春生会谈。")).toEqual(["place:法国", "person:马克龙", "person:李春生"]);
  });
  it("follows lists of names", () => {
    expect(found("副主席达娃、刘亮、宋国柱及秘书长邹玉明出席会议。")).toEqual([
      "person:达娃",
      "person:刘亮",
      "person:宋国柱",
      "person:邹玉明",
    ]);
  });
  it("finds a name again that it was sure of once", () => {
    expect(found("“真好。”陈春梅说。后来陈春梅走了。")).toEqual(["person:陈春梅", "person:陈春梅"]);
  });
  it("reads surname and title as the one person of that surname", () => {
    expect(found("作家赵明华介绍，赵老师退休了。").at(-1)).toBe("person:赵老师=赵明华");
  });
  it("keeps the dot in foreign names", () => {
    expect(found("总统安德里亚·桑托斯表示欢迎。")).toEqual(["person:安德里亚·桑托斯"]);
  });
});

describe("names without a title", () => {
  it("are found at a border, before a verb and in lists with brackets between", () => {
    expect(found("清晨，刘德明来到村口。")).toEqual(["person:刘德明"]);
    expect(found("委员有郑顺州(朝鲜族)、房卫东(瑶族)、孟苏荣。")).toEqual([
      "person:郑顺州",
      "person:房卫东",
      "person:孟苏荣",
    ]);
  });
  it("are read from guessed words with a verb at their end", () => {
    expect(found("“好。”张明说。")).toEqual(["person:张明"]);
  });
  it("are no common words that begin like names", () => {
    expect(found("推动高水平开放，冬小麦长势好，群众安全感强，马拉松开赛，发表白皮书。")).toEqual([]);
  });
});

describe("bodies that are one word", () => {
  it("are taken behind a known place, and ministries behind a country's one unit", () => {
    expect(found("土耳其政府宣布，韩国队获胜。")).toEqual(["agency:土耳其政府", "agency:韩国队"]);
    expect(found("俄罗斯方面回应，俄国防部发布消息。").at(-1)).toBe("agency:俄国防部=俄罗斯国防部");
  });
  it("are teams also with their sponsor's name, and nothing where the text ends", () => {
    expect(found("武汉雅琪队主场对沈阳海狮队，比赛在武汉")).toEqual([
      "agency:武汉雅琪队",
      "agency:沈阳海狮队",
      "place:武汉=武汉市",
    ]);
  });
  it("leave the head of a house out", () => {
    expect(found("平山县中医院院长王海涛出席。")).toEqual(["agency:平山县中医院", "person:王海涛"]);
  });
});

describe("small places", () => {
  it("need no county where their tail says what they are", () => {
    expect(found("他来到坎上乡，又到肯特郡。")).toEqual(["place:坎上乡", "place:肯特郡"]);
  });
  it("read a county's short form where it is the only one and no common word", () => {
    expect(found("客商来自沭阳。新建住宅，热爱和平。")).toEqual(["place:沭阳=沭阳县"]);
  });
});

describe("bylines", () => {
  it("parts names at blanks and joins names of two units", () => {
    expect(found("本报讯（记者 方 茜 黄庆波 通讯员 吴 杰）晴。", "昆明日报")).toEqual([
      "agency:本报=昆明日报",
      "person:方茜",
      "person:黄庆波",
      "person:吴杰",
    ]);
  });
  it("reads photographers and editors", () => {
    expect(found("本报记者 王小雨摄\n责任编辑:拉珍\n校对:马世杰", "拉萨日报")).toEqual([
      "agency:本报=拉萨日报",
      "person:王小雨",
      "person:拉珍",
      "person:马世杰",
    ]);
  });
  it("puts what stands in a byline on its own layer", () => {
    const text = "王小雨说好。\n记者王小雨";
    const article = articleOf(text, { byline_spans: [[7, 12]] });
    const { mentions } = extractText(
      { text_id: "t", articles: [article], paper: null, place: null, date: null },
      [],
      resources,
    );
    expect(mentions.map((m) => [m.name, m.layer])).toEqual([
      ["王小雨", "content"],
      ["王小雨", "byline"],
    ]);
  });
});

describe("city clusters", () => {
  it("are short for the four everybody knows, else as named", () => {
    expect(found("推动京津冀、长三角地区、武汉都市圈和长江经济带发展，城市群要协同。")).toEqual([
      "city_cluster:京津冀",
      "city_cluster:长三角地区=长三角",
      "city_cluster:武汉都市圈",
      "city_cluster:长江经济带",
    ]);
  });
});

describe("what always holds", () => {
  const pieces = [
    "河北省",
    "市委",
    "书记",
    "王",
    "小",
    "明",
    "\n",
    " ",
    "，",
    "。",
    "(",
    "记者",
    ")",
    "《",
    "》",
    "“",
    "”",
    "条例",
    "首届",
    "博览会",
    "·",
    "\ud83d",
    "中国",
    "和",
    "說",
    "ａ",
    "1",
  ];
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(""));
  it("every surface re-reads from the text, mentions are disjoint and in order, sentences contain their starts", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { mentions, sentences } = extract(text, "拉萨日报");
        let end = 0;
        for (const m of mentions) {
          expect(m.start).toBeGreaterThanOrEqual(end);
          end = m.end;
          expect(text.slice(m.start, m.end).replace(/\s+/gu, "")).toBe(m.surface);
          expect(m.page_spans).toEqual(pageSpans(articleOf(text), m.start, m.end));
          expect(m.rule === null).toBe(m.name === m.surface);
          const s = sentences[m.sentence]!;
          expect(s.start <= m.start && m.start < s.end).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
  it("answers an empty text with nothing", () => {
    expect(extract("")).toEqual({ sentences: [], mentions: [], relations: [], decisions: [], issues: [] });
  });
  it("records every reading that differs from the print as a decision", () => {
    const { decisions } = extract("河北和河北。");
    expect(decisions).toEqual([
      {
        surface: "河北",
        type: "place",
        page: "p",
        entity: "place:河北省",
        rule: "short-form",
        reason: "gazetteer: 河北 → 河北省",
      },
    ]);
  });
});

describe("hostile texts", () => {
  it.each([
    ["regions without end", "北京市朝阳".repeat(4000)],
    ["marks that never close", "“".repeat(5000) + "《".repeat(5000)],
    ["dots", "阿·".repeat(5000)],
    ["titles", "记者王小明、".repeat(3000)],
  ])("takes time in proportion to the text: %s", (_, text) => {
    const start = performance.now();
    extract(text, "北京日报");
    // About 0.5 s on one slow core; a quadratic step takes minutes.
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
