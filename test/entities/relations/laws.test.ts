// What holds of every relation, whatever the text.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractText, PREDICATES, RELATION_GRAMMARS } from "../../../src/entities/index.ts";
import { articleOf, resources } from "../helpers.ts";

const PARTS = (
  "绵阳市委 书记 副书记 市长 、 、 王强 李芳 张明 国家主席 总统 法国 俄罗斯 俄 教授 清华大学 任 曾任 曾 免去 当选 担任 原 时任 的 和 及 ， 。 （ ） \n " +
  "位于 青岛 火车站 河北省平山县 西柏坡村 国务院 印发 《关于加强耕地保护的意见》 欧盟 成员国 在 举行 第五届世界茶业博览会 党组 外交部 长 驻 大使"
).split(" ");

const texts = fc.array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 24 }).map((parts) => parts.join(""));
/** The same text as a scan breaks it: a line feed in the page where the article has none. */
const broken = fc.tuple(texts, fc.nat({ max: 60 }), fc.constantFrom("", "\n", " \n"));

const words = (text: string): string => text.replace(/\s+/gu, "");

function printed(text: string, cut: number, gap: string) {
  const at = Math.min(cut, text.length);
  const page = `头条\n${text.slice(0, at)}${gap}${text.slice(at)}`;
  const map: [number, number, number][] = [
    [0, 3, at],
    [at, 3 + at + gap.length, text.length - at],
  ];
  const article = articleOf(text, { map: map.filter(([, , length]) => length > 0) });
  const of = { text_id: "p#a1", articles: [article], paper: null, place: "四川省绵阳市", date: null };
  return { page, ...extractText(of, [], resources) };
}

describe("every relation", () => {
  it("has its label at its spans, its ends among the mentions, its sentence around the words", () => {
    fc.assert(
      fc.property(broken, ([text, cut, gap]) => {
        const { page, relations, mentions, sentences } = printed(text, cut, gap);
        const starts = new Map(mentions.map((mention) => [mention.start, `${mention.type}:${mention.name}`]));
        for (const { predicate, subject, object, label, page_spans, sentence } of relations) {
          expect(PREDICATES).toContain(predicate);
          expect(page_spans.length).toBeGreaterThan(0);
          expect(words(page_spans.map(([start, end]) => page.slice(start, end)).join(""))).toBe(label);
          expect(sentences[sentence]).toBeDefined();
          expect(subject.entity).not.toBe(object.entity);
          for (const end of [subject, object]) {
            if (end.start === null) expect(end.entity).toMatch(/^(?:agency|place):./);
            else expect(starts.get(end.start)).toBe(end.entity);
          }
        }
      }),
      { numRuns: 150, seed: 7 },
    );
  });
  it("comes of a described grammar, one a predicate", () => {
    expect(RELATION_GRAMMARS.map(({ predicate }) => predicate)).toEqual([...PREDICATES]);
    for (const { summary } of RELATION_GRAMMARS) expect(summary).not.toBe("");
  });
});
