import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../src/lib/errors.ts";
import { headOf, logRatio, tailOf } from "../../src/text/continuation.ts";
import {
  BOUNDARY,
  type Context,
  contextOf,
  encoded,
  grown,
  type LanguageModel,
  likelihoodAfter,
  logProbability,
  marked,
  matchesInside,
  parseLanguageModel,
  slotOf,
} from "../../src/text/language-model.ts";
import { readLanguageModel } from "../../src/text/read-language-model.ts";

const model = readLanguageModel();
const file = readFileSync(new URL("../../data/model/characters.lm", import.meta.url));

const logLikelihood = (context: Context, ids: readonly number[]): number =>
  likelihoodAfter(model, context, matchesInside(model, ids));
const ratio = (tail: string, head: string): number => logRatio(model, tailOf(model, tail), headOf(model, head));

/** The definition, character by character: the longest kept n-gram, and the back-off of every longer context. */
function slowLikelihood(given: LanguageModel, before: readonly number[], ids: readonly number[]): number {
  const entry = (gram: readonly number[]): { p: number; backoff: number } | null => {
    if (gram.length === 1) return { p: given.single[gram[0]!]!, backoff: given.singleBackoff[gram[0]!]! };
    const slot = slotOf(given, gram.reduceRight(grown, 0), gram.reduceRight(marked, 0));
    if (slot < 0) return null;
    const value = given.slots[slot]!;
    return { p: given.probabilities[Math.floor(value / 64) % 256]!, backoff: given.backoffs[value % 64]! };
  };
  /** The kept suffixes of a sequence, shortest first, up to the first that is missing. */
  const suffixes = (all: readonly number[], most: number): { p: number; backoff: number }[] => {
    const entries = [];
    for (let n = 1; n <= Math.min(most, all.length); n++) {
      const one = entry(all.slice(all.length - n));
      if (!one) break;
      entries.push(one);
    }
    return entries;
  };
  let sum = 0;
  ids.forEach((_, i) => {
    const context = [...before, ...ids.slice(0, i)].slice(-(given.order - 1));
    const grams = suffixes([...context, ids[i]!], given.order);
    const contexts = suffixes(context, given.order - 1).slice(grams.length - 1);
    sum += grams.at(-1)!.p + contexts.reduce((total, one) => total + one.backoff, 0);
  });
  return sum;
}

describe("the file", () => {
  it("is small and holds what its header says", () => {
    expect(file.length).toBeLessThanOrEqual(5_000_000);
    expect(model.order).toBeGreaterThanOrEqual(4);
    expect(model.starts.at(-1)).toBe(model.size);
    expect(model.slots).toHaveLength(model.size);
  });

  it("is refused when it is cut short, empty or something else", () => {
    for (const bytes of [
      file.subarray(0, 20),
      file.subarray(0, file.length - 4),
      new Uint8Array(100),
      new Uint8Array(0),
    ])
      expect(() => parseLanguageModel(bytes)).toThrow(InputError);
  });

  it("is read the same at an odd place in memory", () => {
    const shifted = new Uint8Array(file.length + 1);
    shifted.set(file, 1);
    const other = parseLanguageModel(shifted.subarray(1));
    expect(logProbability(other, "高质量", "发展")).toBe(logProbability(model, "高质量", "发展"));
  });
});

describe("encoded", () => {
  it("sees full and half width, digits, blanks and traditional characters alike", () => {
    expect(encoded(model, "２０２５年，經濟")).toEqual(encoded(model, "1998 年,\n经济"));
  });

  it("sets a boundary behind a sentence with its closing marks, and none at the end", () => {
    const ids = encoded(model, "好。”他说。");
    expect(ids.indexOf(BOUNDARY)).toBe(3);
    expect(ids.lastIndexOf(BOUNDARY)).toBe(3);
  });
});

describe("probabilities", () => {
  it("of all characters after a context add up to one, rounding apart", () => {
    for (const text of ["推动高质量", "他说:“", "国家", "瀛鑫"]) {
      const context = contextOf(model, encoded(model, text));
      let sum = 0;
      for (let id = 0; id < model.kinds; id++) sum += Math.exp(logLikelihood(context, [id]));
      expect(sum).toBeGreaterThan(0.97);
      expect(sum).toBeLessThan(1.03);
    }
  });

  it("follow the definition of a back-off model", () => {
    const text = "加强组织实施,强化协同配合。新华社北京电,记者从会上获悉";
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...text, "瀛", "𠮷", "1"), { maxLength: 8 }),
        fc.array(fc.constantFrom(...text, "瀛", "𠮷", "1"), { minLength: 1, maxLength: 6 }),
        (before, after) => {
          const context = contextOf(model, encoded(model, before.join("")));
          const ids = encoded(model, after.join(""));
          const slow = slowLikelihood(model, [...context.ids], ids);
          expect(logLikelihood(context, ids)).toBeCloseTo(slow, 6);
        },
      ),
    );
  });

  it("know where a sentence may end", () => {
    const stops = [BOUNDARY, ...encoded(model, "。")];
    const end = (text: string): number => {
      const context = contextOf(model, encoded(model, text));
      return Math.log(stops.reduce((sum, id) => sum + Math.exp(logLikelihood(context, [id])), 0));
    };
    expect(end("取得了重要进展")).toBeGreaterThan(end("取得了重要") + 1);
    expect(end("他们把生产的")).toBeLessThan(end("他们表示感谢") - 1);
  });
});

describe("the ratio", () => {
  const cases = [
    ["推进国家", "区域公共卫生中心建设。加强国家重大"],
    ["组织200余名员工转", "型培训，通过产品升级"],
    ["他们在教室里认真地听老师讲", "课，还记下了不少笔记"],
    ["今年春运的客流量比去年同", "期增长一成，投入列车"],
    ["市民可以通过手机应用程", "序查询结果"],
  ] as const;
  const openings = [
    "本报讯(记者",
    "记者从市教育局获悉,",
    "据介绍,",
    "近日,我市",
    "新华社北京8月28日电",
    "一、总体要求",
  ];
  const heads = [...cases.map(([, head]) => head), ...openings].map((head) => headOf(model, head));

  it.each(cases)("finds what goes on “%s”", (tail, head) => {
    const end = tailOf(model, tail);
    const ratios = heads.map((head) => logRatio(model, end, head));
    expect(ratios.indexOf(Math.max(...ratios))).toBe(cases.findIndex(([, other]) => other === head));
  });

  it("is the same from a part of a longer text, with a column's blanks and full-width marks", () => {
    const part = logRatio(model, tailOf(model, "甲乙。推进国家丙", 3, 7), headOf(model, "丁区域公共卫生", 1));
    expect(part).toBe(ratio("推进国家", "区域公共卫生"));
    expect(ratio("推进\n国 家\n", "　　区域\n公共")).toBe(ratio("推进国家", "区域公共"));
    expect(ratio("不仅如此，", "还（有）")).toBe(ratio("不仅如此,", "还(有)"));
  });

  it("is the likelihood after the tail less what is expected of the head", () => {
    const pieces = fc.array(fc.constantFrom(..."推进国家建设的新发展。,区域公共卫生一二三年", "瀛", "1"), {
      maxLength: 7,
    });
    fc.assert(
      fc.property(pieces, pieces, (before, after) => {
        const tail = tailOf(model, before.join(""));
        const head = headOf(model, after.join(""));
        const ids = [...head.run.ids];
        expect(logRatio(model, tail, head)).toBeCloseTo(slowLikelihood(model, [...tail.ids], ids) - head.expected, 4);
      }),
    );
  });

  it("is near 0 after a closed sentence or nothing, and 0 for an empty head", () => {
    for (const head of ["据介绍,今年", "记者从会上"]) {
      expect(Math.abs(ratio("任务完成。”", head))).toBeLessThan(5);
      expect(ratio("任务完成。”", head)).toBe(ratio("会议结束!", head));
    }
    expect(ratio("推进国家", "")).toBe(0);
    expect(ratio("", "")).toBe(0);
  });

  it("is a finite number for any two strings", () => {
    const strings = fc.string({ unit: "binary", maxLength: 60 });
    fc.assert(fc.property(strings, strings, (tail, head) => Number.isFinite(ratio(tail, head))));
  });
});
