// A tagger trained here, on a few sentences: what it learns, what it writes, what it gives for any text.
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { readWords } from "../../../src/entities/index.ts";
import { DEFAULT_FIT_OPTIONS, lessonsOf, trainTagger } from "../../../src/entities/tagger/fit.ts";
import type { Words } from "../../../src/entities/tagger/known-words.ts";
import { formatModel, parseModel, type TaggerModel } from "../../../src/entities/tagger/model.ts";
import { heldBack, parseLabelled, type Source, type SourceText } from "../../../src/entities/tagger/sources.ts";
import { createTagger, type TaggedName, type Tagger } from "../../../src/entities/tagger/tagger.ts";
import { InputError } from "../../../src/lib/errors.ts";
import { resources } from "../helpers.ts";

const PEOPLE = ["王明", "李小红", "张建国", "陈伟", "刘志强", "赵敏", "周文华", "吴丽"];
const PLACES = ["青山村", "白河镇", "临江县", "红旗乡", "石桥镇", "东湖村", "南岭县", "长坪村"];
const BODIES = ["市供电局", "省水利厅", "县医院", "市图书馆", "省农科院", "县法院", "市体育局", "省交通厅"];

const text = (marked: string): SourceText => {
  let plain = "";
  const spans: SourceText["spans"][number][] = [];
  for (const [, before, name, type] of marked.matchAll(/([^[]*)(?:\[([^|]+)\|(person|place|agency)\])?/g)) {
    plain += before;
    if (name) spans.push({ start: plain.length, end: plain.length + name.length, type: type as "person" });
    plain += name ?? "";
  }
  return { text: plain, spans, doc: null };
};

/** Two conventions that do not agree on what a body is. */
const sources: Source[] = ["alpha", "beta"].map((convention) => ({
  convention,
  file: `${convention}.jsonl`,
  texts: PEOPLE.flatMap((person, i) =>
    PLACES.map((place, k) => {
      const body = BODIES[(i + k) % 8]!;
      const named = convention === "alpha" ? `[${body}|agency]` : body;
      return text(`昨天，${named}的[${person}|person]来到[${place}|place]，他说这里的变化很大。`);
    }),
  ),
}));

const options = { ...DEFAULT_FIT_OPTIONS, epochs: 3, guide: false };
let words: Words;
let model: TaggerModel;
let tagger: Tagger;

beforeAll(() => {
  words = readWords(resources);
  model = trainTagger(sources, words, resources, options).model;
  tagger = createTagger(model, words, "alpha");
});

const found = (by: Tagger, sentence: string): string[] =>
  by.tag(sentence).map(({ start, end, type }) => `${type}:${sentence.slice(start, end)}`);

describe("a tagger trained on a few sentences", () => {
  it("finds names that it has not seen", () => {
    expect(found(tagger, "昨天，市环保局的孙小军来到新安县，他说这里的变化很大。")).toEqual([
      "agency:市环保局",
      "person:孙小军",
      "place:新安县",
    ]);
  });

  it("labels as the convention does that it is asked for", () => {
    const beta = createTagger(model, words, "beta");
    expect(found(beta, "昨天，市供电局的王明来到青山村，他说这里的变化很大。")).toEqual([
      "person:王明",
      "place:青山村",
    ]);
    expect(() => createTagger(model, words, "gamma")).toThrow(InputError);
  });

  it("tells offsets in the text as given, over blanks, full width and traditional characters, line by line", () => {
    const printed = "　昨天，市供電局的 王 明 來到青山村，\n昨天，省水利厅的陈伟来到";
    expect(found(tagger, printed)).toEqual([
      "agency:市供電局",
      "person:王 明",
      "place:青山村",
      "agency:省水利厅",
      "person:陈伟",
    ]);
  });

  it("is surer of what it has seen", () => {
    const scores = tagger.tag("昨天，市供电局的王明来到青山村，他说这里的变化很大。").map(({ score }) => score);
    expect(scores).toHaveLength(3);
    for (const score of scores) expect(score).toBeGreaterThan(0.9);
  });

  it("gives every span that is likely enough, the likeliest as it tags them", () => {
    const sentence = "昨天，市供电局的王明来到青山村，他说这里的变化很大。\n昨天，省水利厅的陈伟来到石桥镇。";
    const possible = tagger.candidates(sentence, 0.001);
    const keyOf = ({ start, end, type }: TaggedName): string => `${start} ${end} ${type}`;
    const shares = new Map(possible.map((name) => [keyOf(name), name.score]));
    for (const name of tagger.tag(sentence)) expect(shares.get(keyOf(name))).toBeCloseTo(name.score, 2);
    expect(possible.length).toBeGreaterThan(tagger.tag(sentence).length);
    expect(possible.map(({ start }) => start)).toEqual(possible.map(({ start }) => start).sort((a, b) => a - b));
    expect(tagger.candidates(sentence, 0.5).map(keyOf)).toEqual(tagger.tag(sentence).map(keyOf));
    // What is possible at one place is no more than certain in sum.
    for (let at = 0; at < sentence.length; at++) {
      const over = possible.filter(({ start, end }) => start <= at && at < end);
      expect(over.reduce((sum, { score }) => sum + score, 0)).toBeLessThan(1.02);
    }
  });

  it("gives disjoint spans inside the text, whatever the text, and the same for the same", () => {
    const known = `${PEOPLE.join("")}${PLACES.join("")}昨天，市的来到。\n 　ａ1·\ud800\udc00`;
    const char = fc
      .integer({ min: -0x10000, max: 0xffff })
      .map((n) => (n < 0 ? known[-n % known.length]! : String.fromCharCode(n)));
    fc.assert(
      fc.property(fc.array(char, { maxLength: 120 }), (chars) => {
        const any = chars.join("");
        const names = tagger.tag(any);
        const isSound = names.every(
          ({ start, end, score }, i) =>
            start >= (names[i - 1]?.end ?? 0) &&
            end > start &&
            end <= any.length &&
            score >= 0 &&
            score <= 1 &&
            !any.slice(start, end).includes("\n"),
        );
        expect(isSound, JSON.stringify([any, names])).toBe(true);
        expect(tagger.tag(any)).toEqual(names);
      }),
      { numRuns: 60 },
    );
  });

  it("tags lines of any length", () => {
    const line = "昨天，市供电局的王明来到青山村，他说这里的变化很大。".repeat(400);
    expect(tagger.tag(line)).toHaveLength(1200);
    expect(tagger.tag("王明".repeat(5000)).every(({ end }) => end <= 10_000)).toBe(true);
  });
});

describe("a model", () => {
  it("is written and read back to itself", () => {
    const bytes = formatModel(model);
    expect(Buffer.compare(formatModel(parseModel(bytes)), bytes)).toBe(0);
    expect(parseModel(bytes)).toEqual(model);
  });

  it("has the same bytes for the same texts and seed, others for another seed", () => {
    const again = trainTagger(sources, words, resources, options).model;
    expect(Buffer.compare(formatModel(again), formatModel(model))).toBe(0);
    const other = trainTagger(sources, words, resources, { ...options, seed: 2 }).model;
    expect(Buffer.compare(formatModel(other), formatModel(model))).not.toBe(0);
  });

  it("is refused where it is cut short or no model", () => {
    const bytes = formatModel(model);
    for (const wrong of [new Uint8Array(3), bytes.subarray(0, bytes.length - 9), bytes.subarray(1)])
      expect(() => parseModel(wrong)).toThrow(InputError);
    expect(() => createTagger({ ...model, codes: 7 }, words, "alpha")).toThrow(InputError);
  });
});

describe("sources", () => {
  it("are refused with their place where they are wrong", () => {
    const line = (entities: unknown): string => JSON.stringify({ text: "王明说", entities });
    expect(parseLabelled(line([{ start: 0, end: 2, type: "person" }]), "a, line 1").spans).toHaveLength(1);
    for (const wrong of [
      "{",
      line([{ start: 0, end: 4, type: "person" }]),
      line([{ start: 1, end: 1, type: "person" }]),
      line([{ start: 0, end: 2, type: "film" }]),
      line([
        { start: 0, end: 2, type: "person" },
        { start: 1, end: 3, type: "place" },
      ]),
    ])
      expect(() => parseLabelled(wrong, "a, line 1")).toThrow(InputError);
  });

  it("keep back two blocks of twenty and never part of an article", () => {
    const texts = Array.from(
      { length: 1000 },
      (_, i): SourceText => ({ text: "", spans: [], doc: `${Math.floor(i / 7)}` }),
    );
    const back = heldBack(texts);
    expect(back.filter(Boolean).length).toBeGreaterThan(90);
    expect(back.filter(Boolean).length).toBeLessThan(110);
    for (let i = 1; i < texts.length; i++) if (texts[i]!.doc === texts[i - 1]!.doc) expect(back[i]).toBe(back[i - 1]);
  });

  it("keep back what the guide labels of an article that is kept back", () => {
    const corpus = Array.from({ length: 40 }, (_, i): SourceText => ({ text: `${i}`, spans: [], doc: `${i}` }));
    const sources: Source[] = [
      { convention: "pfr", file: "pfr.jsonl", texts: corpus },
      { convention: "guide", file: "guide.jsonl", texts: corpus.toReversed() },
    ];
    const [guide, pfr] = lessonsOf(sources, resources, true);
    const learned = new Set(guide!.learn.map(({ doc }) => doc));
    expect(pfr!.held.length).toBeGreaterThan(0);
    for (const { doc } of pfr!.held) expect(learned.has(doc)).toBe(false);
  });
});
