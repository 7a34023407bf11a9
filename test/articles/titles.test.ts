// Headlines: which lines are one, and whose.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Article, readSegmentModels, segmentPage } from "../../src/articles/index.ts";
import { pageLines } from "../../src/articles/page/lines.ts";
import { verticalRuns } from "../../src/articles/page/vertical.ts";
import { wordIndex, wordTable } from "../../src/articles/titles/title-words.ts";

const models = readSegmentModels();

const articlesIn = (text: string): Article[] =>
  segmentPage({ page: "p", paper: null, place: null, date: null, source: "p", sha256: "", text }, models).articles;

/** The title of the article that holds the words. */
function titleOf(articles: readonly Article[], words: string): string | undefined {
  return articles.find(({ text }) => text.includes(words))?.title;
}

const BRIDGE =
  "本报讯(记者 周青)3月8日,青河大桥正式通车。大桥全长两公里,连接青河两岸,市民过河只需五分钟。\n大桥通车后,两岸的公交线路也作了调整。";
const SCHOOL =
  "本报讯(记者 李原)新学期第一天,东湖小学的学生走进新校舍上课。新校舍有教室三十间,还有图书馆和体育馆。\n校长说,新校舍让学生上学更方便。";
const HARVEST =
  "本报讯(记者 王田)连日来,柳林镇的麦田里机器轰鸣,农民抢收小麦。今年全镇小麦产量预计增长一成。\n农技人员到田头指导农民收割。";

describe("a headline set on end", () => {
  const upright = (title: string, gap: string): string => [...title].join(gap);

  it.each(["\n", "\n\n", "\r\n"])("is one title without blanks, its characters apart by %j", (gap) => {
    const articles = articlesIn(
      `${upright("青河大桥正式通车", gap)}\n\n${BRIDGE}\n\n东湖小学学生走进新校舍\n${SCHOOL}`,
    );
    expect(titleOf(articles, "全长两公里")).toBe("青河大桥正式通车");
    expect(titleOf(articles, "教室三十间")).toBe("东湖小学学生走进新校舍");
  });

  it("is told from another beside it by the space between", () => {
    const lines = pageLines(`${upright("青河大桥通车", "\n")}\n\n\n${upright("小学迎新生", "\n")}`);
    expect(verticalRuns(lines)).toEqual([
      [0, 6],
      [6, 11],
    ]);
  });

  it("is no run of two strays, nor of marks and numbers", () => {
    expect(verticalRuns(pageLines("民\n祉\n\n城市建设\n1\n2\n3\n-"))).toEqual([]);
  });

  it("is cut into disjoint runs of three and more, in order, on any lines", () => {
    const line = fc.constantFrom("城", "市", "𠀀", "1", "。", "城市", "# 城", "");
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.constantFrom("\n", "\n\n"), (texts, gap) => {
        const lines = pageLines(texts.join(gap));
        let last = 0;
        for (const [first, end] of verticalRuns(lines)) {
          expect(first).toBeGreaterThanOrEqual(last);
          expect(end - first).toBeGreaterThanOrEqual(3);
          expect(lines.slice(first, end).every(({ text }) => [...text].length === 1)).toBe(true);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(lines.length);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe("headlines in a row", () => {
  const titles = ["柳林镇农民抢收小麦", "青河大桥正式通车 市民过河只需五分钟", "东湖小学学生走进新校舍"];
  const stack = titles.join("\n").replace(" ", "\n");

  it("below their bodies go each to its own", () => {
    const articles = articlesIn(`${BRIDGE}\n\n${SCHOOL}\n\n${HARVEST}\n\n${stack}\n`);
    expect(titleOf(articles, "全长两公里")).toBe(titles[1]);
    expect(titleOf(articles, "教室三十间")).toBe(titles[2]);
    expect(titleOf(articles, "机器轰鸣")).toBe(titles[0]);
  });

  it("above their bodies go each to its own", () => {
    const articles = articlesIn(`${stack}\n\n${BRIDGE}\n\n${SCHOOL}\n\n${HARVEST}\n`);
    expect(titleOf(articles, "全长两公里")).toBe(titles[1]);
    expect(titleOf(articles, "教室三十间")).toBe(titles[2]);
    expect(titleOf(articles, "机器轰鸣")).toBe(titles[0]);
  });

  it("keep a kicker and a sub-headline that stand with them", () => {
    const head = "青河两岸今起一桥相连\n青河大桥正式通车\n——市民过河只需五分钟";
    const articles = articlesIn(`${head}\n\n${BRIDGE}\n\n${titles[2]}\n\n${SCHOOL}\n`);
    expect(titleOf(articles, "全长两公里")).toBe(head.replace(/\n/g, " "));
  });
});

describe("the words of headings", () => {
  const text = fc.string({ unit: fc.constantFrom(..."城市发展a1。"), maxLength: 30 });

  it("are counted as a plain search counts them", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), fc.array(text, { minLength: 1, maxLength: 4 }), (heads, texts) => {
        const all = texts.map((_, t) => t);
        const { hits, pairs } = wordTable(wordIndex(heads, texts), 0, heads.length, all);
        heads.forEach((head, k) => {
          const own = new Set(
            Array.from({ length: Math.max(0, head.length - 1) }, (_, i) => head.slice(i, i + 2)).filter(
              (pair) => !pair.includes("。"),
            ),
          );
          expect(pairs[k]).toBe(own.size);
          for (const t of all)
            expect(hits[k * all.length + t]).toBe([...own].filter((pair) => texts[t]!.includes(pair)).length);
        });
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("speak for the text that alone holds them, most of all in its lead", () => {
    const texts = ["青河大桥正式通车了", `${"城市发展".repeat(50)}青河大桥正式通车了`, "城市发展"];
    const { body, lead } = wordTable(wordIndex(["青河大桥", "城市发展"], texts), 0, 2, [0, 1, 2]);
    expect(body[0]).toBeGreaterThan(0);
    expect(body[2]).toBeLessThan(body[0]!);
    expect(lead[0]).toBeGreaterThan(lead[1]!);
    expect(body[5]).toBeGreaterThan(body[3]!);
  });
});
