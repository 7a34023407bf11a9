// A tie's numbers in plain words, Chinese and English: what both entities share, what that is worth, why it is shown.
import {
  BACKBONE_RULES,
  type BackboneRule,
  COMPANY,
  DEFAULT_GRAPH_OPTIONS,
  MAX_ALPHA,
  MAX_Q,
  MIN_SENTENCES,
  MIN_SHARED_TO_TEST,
} from "../graph/index.ts";
import { drawnBecause, hiddenBecause, number, type Thresholds, type TieFigures } from "./tie-reasons.ts";
import type { LayerCounts, Sentence, TieEnd, TieExplanation } from "./tie-types.ts";

type Told = Omit<TieExplanation, "words">;

/** The verdict first, then what it rests on. */
export function tieSentences(tie: Told): Sentence[] {
  return [
    verdict(tie),
    ...(tie.layers.length === 0 ? [apart(tie)] : tie.layers.map(counts)),
    ...(tie.table.total > 0 && tie.table.a > 0 && tie.table.b > 0 ? [table(tie)] : []),
    test(tie),
    ...(tie.alpha === null ? [] : [...tie.ends.map(spread)]),
    ...(tie.alpha === null ? [] : [rule(tie)]),
  ];
}

const percent = (share: number): string => `${number(share * 100)}%`;
const names = ({ ends }: Told): readonly [string, string] => [labelOf(ends[0]), labelOf(ends[1])];
/** Homonyms by what tells them apart. */
const labelOf = ({ entity, type }: TieEnd): string => entity.slice(type.length + 1);

/** Those of this build. */
export const THRESHOLDS: Thresholds = {
  q: MAX_Q,
  alpha: MAX_ALPHA,
  stories: MIN_SHARED_TO_TEST,
  sentences: MIN_SENTENCES,
  company: COMPANY,
};

const figuresOf = ({ table, sentences, test, alpha, ends }: Told): TieFigures => ({
  both: table.both,
  sentences,
  q: test.q,
  alpha,
  places: [ends[0].place ?? 0, ends[1].place ?? 0],
  tested: test.tested,
});

function verdict(tie: Told): Sentence {
  const [a, b] = names(tie);
  const hidden = hiddenBecause(figuresOf(tie), THRESHOLDS);
  switch (tie.map.why) {
    case "not-in-backbone":
      return {
        zh: `${a} 与 ${b} 的联系起初不画，选“全部联系”即见：${hidden.zh}。`,
        en: `The tie of ${a} and ${b} is not drawn at first; ask for all ties to see it: ${hidden.en}.`,
      };
    case "other-layer":
      return {
        zh: `${a} 与 ${b} 只在署名或报头中相连，正文中没有联系；开启该层即见。`,
        en: `${a} and ${b} are tied by bylines or mastheads alone, not by content; switch that layer on to see it.`,
      };
    case "end-not-drawn":
      return endNotDrawn(tie);
    case "beyond-cap":
      return {
        zh: `${a} 与 ${b} 的联系没有画出：图上只容 ${DEFAULT_GRAPH_OPTIONS.maxDrawnEdges} 条，比它强的已满。`,
        en: `The tie of ${a} and ${b} is not drawn: the map takes ${DEFAULT_GRAPH_OPTIONS.maxDrawnEdges} ties, and as many are stronger.`,
      };
    case "never-together":
      return {
        zh: `${a} 与 ${b} 之间没有联系：没有一文同时提到两者。`,
        en: `${a} and ${b} are not tied: no text names both.`,
      };
    case "capped":
      return {
        zh: `${a} 与 ${b} 之间没有计联系：同时提到两者的 ${tie.texts} 文名称过多，只计其中最常见者。`,
        en: `${a} and ${b} are not tied: of the ${tie.texts} texts that name both, each has so many names that only its most frequent ones were paired.`,
      };
    default: {
      const because = drawnBecause(tie.map.why, figuresOf(tie), THRESHOLDS);
      return {
        zh: `${a} 与 ${b} 的联系画在图上：${because.zh}。`,
        en: `The tie of ${a} and ${b} is drawn: ${because.en}.`,
      };
    }
  }
}

function endNotDrawn(tie: Told): Sentence {
  const hidden = tie.ends.filter(({ drawn }) => !drawn);
  const [a, b] = names(tie);
  const most = DEFAULT_GRAPH_OPTIONS.maxDrawn;
  const told = (of: (end: TieEnd) => string, joint: string): string => hidden.map(of).join(joint);
  const zh = (end: TieEnd): string => `${labelOf(end)}${end.rank === null ? "不见于正文" : `列第 ${end.rank} 位`}`;
  const en = (end: TieEnd): string =>
    end.rank === null ? `${labelOf(end)} is in no content` : `${labelOf(end)} is number ${end.rank}`;
  return {
    zh: `${a} 与 ${b} 的联系没有画出：图上只画最常见的 ${most} 个名称，${told(zh, "，")}。`,
    en: `The tie of ${a} and ${b} is not drawn: the map has the ${most} most named, ${told(en, " and ")}.`,
  };
}

const LAYERS: Readonly<Record<LayerCounts["layer"], Sentence>> = {
  content: { zh: "正文", en: "Content" },
  byline: { zh: "署名", en: "Bylines" },
  masthead: { zh: "报头", en: "Mastheads" },
};

function counts({ layer, articles, close, texts, stories, papers, first_date, last_date }: LayerCounts): Sentence {
  const one = first_date === last_date ? first_date : `${first_date} – ${last_date}`;
  const dates = first_date === null ? { zh: "日期不详", en: "date unknown" } : { zh: one, en: one };
  return {
    zh: `${LAYERS[layer].zh}：同见 ${articles} 篇（${close} 篇有同句），${texts} 文，${stories} 稿，${papers} 报，${dates.zh}。`,
    en: `${LAYERS[layer].en}: articles ${articles} (${close} in one sentence), texts ${texts}, stories ${stories}, papers ${papers}, ${dates.en}.`,
  };
}

function apart(tie: Told): Sentence {
  const { common } = tie;
  return {
    zh: `有 ${common} 个名称与两者都有联系${common > 0 ? "（common、path 可问）" : ""}。`,
    en: `${common} ${common === 1 ? "entity is" : "entities are"} tied to both${common > 0 ? " (ask common, or path)" : ""}.`,
  };
}

function table(tie: Told): Sentence {
  const { both, a, b, total } = tie.table;
  const { jaccard, association_strength, npmi, g2 } = tie.measures;
  const [x, y] = names(tie);
  const figures = [`Jaccard ${number(jaccard)}`];
  if (npmi !== null && g2 !== null) figures.push(`NPMI ${number(npmi)}`, `G² ${number(g2)}`);
  return {
    zh: `全部 ${total} 稿中，${x} 见于 ${a} 稿，${y} 见于 ${b} 稿，同见 ${both} 稿；若互不相干，约 ${number(tie.expected)} 稿。关联强度 ${number(association_strength)}（偶然为 1），${figures.join("，")}。`,
    en: `Of ${total} stories ${a} name ${x}, ${b} name ${y}, ${both} both; chance would give ${number(tie.expected)}. Association strength ${number(association_strength)} (1 by chance), ${figures.join(", ")}.`,
  };
}

function test({ test: { untested, p, q, method, stories, least, tests }, table: { both } }: Told): Sentence {
  if (untested === null) {
    const by =
      method === "fisher" ? { zh: "费希尔精确检验", en: "Fisher’s exact test" } : { zh: "G² 检验", en: "G² test" };
    return {
      zh: `${by.zh}：p = ${number(p)}；按 ${tests} 对校正（Benjamini–Hochberg），q = ${number(q)}，${q <= MAX_Q ? "不高于" : "高于"} ${MAX_Q}。`,
      en: `${by.en}: p = ${number(p)}; corrected for ${tests} pairs (Benjamini–Hochberg), q = ${number(q)}, ${q <= MAX_Q ? "not above" : "above"} ${MAX_Q}.`,
    };
  }
  if (untested === "too-few-shared") {
    return {
      zh: `未作检验：只同见 ${both} 稿，少于 ${MIN_SHARED_TO_TEST} 稿的相遇不算发现。`,
      en: `Not tested: ${both} shared ${both === 1 ? "story is" : "stories are"} no finding; a test asks for ${MIN_SHARED_TO_TEST}.`,
    };
  }
  if (untested === "never-together") return { zh: "没有可检验的。", en: "There is nothing to test." };
  return {
    zh: `稿数太少，未作检验（${stories} < ${least}）：按计数与同句排序。`,
    en: `Too few stories to test (${stories} < ${least}): ties are ranked by counts and closeness.`,
  };
}

function spread(end: TieEnd): Sentence {
  const { ties, strength, share, alpha, place } = end;
  const name = labelOf(end);
  return {
    zh: `${name} 有 ${ties} 条联系，合计 ${strength} 稿次；此条列第 ${place}，占 ${percent(share!)}，随机分配也能如此的概率 α = ${number(alpha!)}。`,
    en: `${name} has ${ties} ${ties === 1 ? "tie" : "ties"} that sum to ${strength} stories; this is number ${place}, with ${percent(share!)}; at random as much or more has the probability α = ${number(alpha!)}.`,
  };
}

/** The rules in their order, and which of them held. */
function rule({ rule: kept, test: { tested } }: Told): Sentence {
  const asked = BACKBONE_RULES.filter((one) =>
    one === "significant" || one === "disparity" ? tested : one !== "repeated" || !tested,
  );
  const mark = (one: BackboneRule): string =>
    one === kept ? "✓" : kept !== null && asked.indexOf(one) > asked.indexOf(kept) ? "–" : "✗";
  return {
    zh: `主干规则：${asked.map((one) => `${mark(one)} ${RULE_NAMES[one].zh}`).join("，")}。`,
    en: `Rules of the backbone: ${asked.map((one) => `${mark(one)} ${RULE_NAMES[one].en}`).join(", ")}.`,
  };
}

const RULE_NAMES: Readonly<Record<BackboneRule, Sentence>> = {
  significant: { zh: "显著", en: "significant" },
  disparity: { zh: "分量突出", en: "disparity" },
  repeated: { zh: "不止一证", en: "repeated" },
  company: { zh: "留伴", en: "company" },
  bridge: { zh: "连通", en: "bridge" },
};
