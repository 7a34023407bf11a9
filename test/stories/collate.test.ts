import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/lib/random.ts";
import { apparatusOf, collate, createFluency, type Fluency, repairsOf, witnessesOf } from "../../src/stories/index.ts";
import { normalized, readLanguageModel } from "../../src/text/index.ts";

const TEXT =
  "会议指出，要坚持以人民为中心，着力建设开放包容的现代化城市，推动绿色转型、文脉赓续、治理增效，走出一条新路子。" +
  "市发展改革委主任陈立群介绍，今年以来全市新开工项目二百余个，滨江生态廊道、老城更新等工程进展顺利，群众得到了实惠。" +
  "下一步，各地要压实责任，加强统筹协调，健全长效机制，确保各项任务落到实处、见到成效。";

const printingsOf = (...texts: string[]) =>
  texts.map((text, i) => ({ text_id: `p${i}#a1`, articles: [{ article: `p${i}#a1`, text }] }));
const modelled = createFluency(readLanguageModel());
const collated = (texts: readonly string[], fluency = modelled) => collate(printingsOf(...texts), fluency);
/** "PRINTING own→read", in order. */
const repairs = (texts: readonly string[], fluency = modelled): string[] =>
  repairsOf(collated(texts, fluency), fluency).map((r) => `${r.printing} ${r.own}→${r.reading.read}`);

describe("collation", () => {
  it("reads a damaged character as the majority prints it, and says who does", () => {
    const damaged = TEXT.replace("赓", "磨");
    const witnesses = witnessesOf(collated([TEXT, damaged, TEXT]), modelled);
    const at = damaged.indexOf("磨");
    expect([...witnesses]).toEqual([
      ["p1#a1", [{ article: "p1#a1", start: at, end: at + 1, read: "赓", from: ["p0#a1", "p2#a1"] }]],
    ]);
  });

  it("takes the same character out of a doubled pair, whatever the aligner matched", () => {
    const doubled = TEXT.replace("陈立群", "陈立立群");
    for (const texts of [
      [doubled, TEXT, TEXT],
      [TEXT, TEXT, doubled],
      [doubled.slice(0, 120), TEXT, TEXT.slice(0, 100)],
    ])
      expect(repairs(texts)).toEqual([`${texts.indexOf(texts.find((t) => t.includes("立立"))!)} 立→`]);
  });

  it("puts a lost character in only where the line reads better for it, however many have it", () => {
    const lost = TEXT.replace("长效机制", "长机制");
    expect(repairs([TEXT, lost, TEXT])).toEqual(["1 →效"]);
    expect(repairs([TEXT, TEXT.replace("陈立群", "陈群"), TEXT, TEXT])).toEqual([]);
  });

  it("leaves another wording alone: cut sentences, dates, longer words, figures", () => {
    for (const [from, to] of [
      ["市发展改革委主任陈立群介绍，", ""],
      ["今年以来", "8月28日以来"],
      ["现代化城市", "美丽家园"],
      ["二百", "三百"],
      ["群众得到了实惠。", "群众得到了实惠；"],
    ] as const) {
      expect(TEXT).toContain(from);
      expect(repairs([TEXT, TEXT.replace(from, to), TEXT])).toEqual([]);
    }
  });

  it("leaves a difference beside another difference alone", () => {
    expect(repairs([TEXT, TEXT.replace("文脉赓续", "文肪磨线"), TEXT])).toEqual([]);
  });

  it("decides nothing between two printings by votes, and the better line by a model that is sure", () => {
    const damaged = TEXT.replace("赓", "磨");
    const model: Fluency = (text) => (text.includes("赓续") ? 20 : 0);
    const shy: Fluency = (text) => (text.includes("赓续") ? 2 : 0);
    expect(repairs([TEXT, damaged], () => 0)).toEqual([]);
    expect(repairs([TEXT, damaged], shy)).toEqual([]);
    expect(repairs([TEXT, damaged], model)).toEqual(["1 磨→赓"]);
    expect(collated([TEXT, damaged], model).verdicts.map(({ ground }) => ground)).toEqual(["language"]);
  });

  it("never lets the model outvote three witnesses that agree", () => {
    const model: Fluency = (text) => (text.includes("磨续") ? 50 : 0);
    expect(collated([TEXT, TEXT, TEXT, TEXT.replace("赓", "磨")], model).verdicts[0]!.read).toBe("赓");
  });

  it("weighs a clean witness more than a dirty one", () => {
    const dirty = [...TEXT].map((char, i) => (i % 9 === 4 && i !== TEXT.indexOf("赓") ? "某" : char)).join("");
    const { errors } = collated([TEXT, dirty, TEXT]);
    expect(errors[1]!).toBeGreaterThan(errors[0]! * 5);
    // 2 : 2, the dirty ones against the clean ones.
    const other = [...TEXT].map((char, i) => (i % 11 === 5 && i !== TEXT.indexOf("赓") ? "另" : char)).join("");
    const { verdicts, contests } = collated([TEXT, dirty.replace("赓", "磨"), TEXT, other.replace("赓", "磨")]);
    const at = contests.findIndex(({ readings }) => readings.has("赓"));
    expect(verdicts[at]!.read).toBe("赓");
  });

  it("lists what marks and spellings alone make different by number", () => {
    const collation = collated([TEXT, TEXT.replace("赓续、", "赓续，").replace("得到了", "的到了")]);
    const { places, marks, spellings } = apparatusOf(collation, []);
    expect([places.length, marks, spellings]).toEqual([0, 1, 1]);
    expect(
      apparatusOf(collated([TEXT, "會議指出，要堅持以人民為中心，着力建設開放包容的現代化城市"]), []).places,
    ).toEqual([]);
  });

  it("says what some lack, also of a passage that the longest one does not have", () => {
    const extra = "据悉，相关配套政策正在抓紧制定，预计年底前出台实施。";
    const middle = TEXT.indexOf("下一步");
    const insert = TEXT.slice(0, middle) + extra + TEXT.slice(middle);
    const long = `${TEXT}${"另讯，来自各县区的代表参加了会议，并围绕城市更新作了交流发言。".repeat(2)}`;
    const { gaps } = apparatusOf(collated([long, insert, insert.replace("抓紧", "抓系")]), []);
    expect(gaps.map(({ have, lack, text }) => [have, lack, text.length])).toEqual([
      [[1, 2], [0], normalized(extra).length],
      [[0], [1, 2], long.length - TEXT.length],
    ]);
    expect(repairs([long, insert, insert.replace("抓紧", "抓系"), insert])).toEqual(["2 系→紧"]);
  });
});

describe("always", () => {
  const alphabet = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会";
  const random = seededRandom(11);
  const base = Array.from({ length: 300 }, () => alphabet[Math.floor(random() * alphabet.length)]).join("");
  const damage = (seed: number, rate: number): string => {
    const dice = seededRandom(seed);
    return [...base]
      .map((char) => {
        if (dice() >= rate) return char;
        return ["", `${char}${char}`, "鑫", "，"][Math.floor(dice() * 4)]!;
      })
      .join("");
  };
  const texts = fc.array(
    fc.oneof(
      fc
        .tuple(fc.integer({ min: 1, max: 9999 }), fc.double({ min: 0, max: 0.1, noNaN: true }))
        .map(([s, r]) => damage(s, r)),
      fc.string({ unit: fc.constantFrom(..."ab的 \n，"), maxLength: 30 }),
    ),
    { minLength: 1, maxLength: 5 },
  );

  it("every unit of every printing stands in one column, in order", () => {
    fc.assert(
      fc.property(texts, (list) => {
        const { columns, witnesses } = collated(list);
        columns.units.forEach((own, p) => {
          expect([...own].filter((unit) => unit >= 0)).toEqual([...witnesses[p]!.text].map((_, i) => i));
        });
      }),
      { numRuns: 60 },
    );
  });

  it("the order of the printings makes no difference", () => {
    fc.assert(
      fc.property(texts, (list) => {
        const printings = printingsOf(...list);
        const one = [...witnessesOf(collate(printings, modelled), modelled)];
        expect([...witnessesOf(collate(printings.toReversed(), modelled), modelled)]).toEqual(one);
      }),
      { numRuns: 30 },
    );
  });

  it("readings are apart, inside their article, and change what is printed", () => {
    fc.assert(
      fc.property(texts, (list) => {
        for (const [text_id, readings] of witnessesOf(collated(list), modelled)) {
          const text = list[Number(text_id[1])]!;
          let end = -1;
          for (const reading of readings) {
            expect(reading.start > end || reading.start === 0).toBe(true);
            expect(reading.end <= text.length && reading.from.length > 0).toBe(true);
            expect(normalized(text.slice(reading.start, reading.end))).not.toBe(reading.read);
            end = reading.end;
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
