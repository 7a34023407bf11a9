// Why a tie is drawn or hidden, in plain words, Chinese and English. Pure, without imports that run: the page says the same of
// the ties it holds, by the thresholds that its data carries.
import type { BackboneRule } from "../graph/index.ts";
import type { Sentence } from "./tie-types.ts";

/** What the backbone asks for (graph/backbone.ts). */
export interface Thresholds {
  readonly q: number;
  readonly alpha: number;
  /** Shared stories, and sentences of one text, either of which is enough where nothing is tested; stories that a test asks for. */
  readonly stories: number;
  readonly sentences: number;
  /** Strongest ties that every name keeps. */
  readonly company: number;
}

export interface TieFigures {
  /** Stories that name both. */
  readonly both: number;
  /** The most sentences of one text that name both; null where it was not looked for. */
  readonly sentences: number | null;
  readonly q: number | null;
  /** Of the disparity filter; null where not all ties of both are known. */
  readonly alpha: number | null;
  /** The tie's places among those of either end. */
  readonly places: readonly [number, number];
  /** Whether the project is large enough to test. */
  readonly tested: boolean;
}

/** Three digits that count. */
export const number = (value: number): string => String(Number(value.toPrecision(3)));

/** What has spoken for the tie, in numbers. */
function floor({ both, sentences }: TieFigures): Sentence {
  const shared = { zh: `同见 ${both} 稿`, en: `${both} ${both === 1 ? "story names" : "stories name"} both` };
  if (sentences === null) return shared;
  const close =
    sentences === 0
      ? { zh: "从不同句", en: "never in one sentence" }
      : {
          zh: `一文中至多 ${sentences} 句同提两者`,
          en: `in at most ${sentences} ${sentences === 1 ? "sentence" : "sentences"} of a text`,
        };
  return { zh: `${shared.zh}，${close.zh}`, en: `${shared.en}, ${close.en}` };
}

const BECAUSE: Readonly<Record<BackboneRule, (tie: TieFigures, least: Thresholds) => Sentence>> = {
  significant: ({ q }, least) => ({
    zh: `同见的稿数显著多于偶然（q = ${number(q ?? 1)} ≤ ${least.q}）`,
    en: `they share more stories than chance would give (q = ${number(q ?? 1)} ≤ ${least.q})`,
  }),
  disparity: (tie, least) => {
    const figure = `α ${tie.alpha === null ? "" : `= ${number(tie.alpha)} `}≤ ${least.alpha}`;
    return {
      zh: `它在一方的联系中分量突出（${figure}）；${floor(tie).zh}`,
      en: `it weighs more among the ties of one of the two than an even spread would give it (${figure}); ${floor(tie).en}`,
    };
  },
  repeated: (tie, least) => ({
    zh: `${floor(tie).zh}（${least.stories} 稿或一文中 ${least.sentences} 句即画）`,
    en: `${floor(tie).en} (${least.stories} stories, or ${least.sentences} sentences of one text, are enough)`,
  }),
  company: (_, { company }) => ({
    zh: `它是一方最强的 ${company} 条联系之一，每个名称都留 ${company} 条`,
    en: `it is one of the ${company} strongest ties of one of the two, and every name keeps ${company}`,
  }),
  bridge: () => ({
    zh: "没有它，原本相通的两部分就会断开",
    en: "without it two parts that are connected would fall apart",
  }),
};

/** Clauses, without a full stop. */
export const drawnBecause = (rule: BackboneRule, tie: TieFigures, least: Thresholds): Sentence =>
  BECAUSE[rule](tie, least);

export function hiddenBecause(tie: TieFigures, least: Thresholds): Sentence {
  const { alpha, tested, q, both, places } = tie;
  const figures = [q === null ? null : `q = ${number(q)}`, alpha === null ? null : `α = ${number(alpha)}`];
  const found = figures.filter((figure) => figure !== null).join(", ");
  const own =
    tested && both >= least.stories && found !== ""
      ? { zh: `不够突出（${found}）`, en: `it does not stand out (${found})` }
      : { zh: `只${floor(tie).zh}`, en: `only ${floor(tie).en}` };
  return {
    zh: `${own.zh}；在两者各自的联系中列第 ${places[0]} 与第 ${places[1]}，不在前 ${least.company}；两者另有更强的联系相通`,
    en: `${own.en}; it is number ${places[0]} and ${places[1]} among the ties of the two, past the first ${least.company}; and stronger ties connect them`,
  };
}
