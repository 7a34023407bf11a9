// Why an article is what it is, for a person: its pieces, what joined them, where it goes on and what reprints it.
import type { EvidenceName } from "../articles/index.ts";
import type { ArticleExplanation, ExplainedJoin, ExplainedLink } from "../query/index.ts";
import type { Io } from "./io.ts";

type Say = Io["say"];

/** The article, its pieces, its joins, then its jump lines and reprints, kept and refused. */
export function explanationLines(answer: ArticleExplanation, say: Say): string[] {
  const { article, title, pieces, joins, links, confidence } = answer;
  return [
    `${title || say("（无题）", "(no headline)")}  [${article}]`,
    say(
      `${pieces.length} 段，${joins.length} 处相连，版面切分把握 ${confidence}`,
      `${pieces.length} pieces, ${joins.length} joins, confidence of the borders ${confidence}`,
    ),
    ...pieces.map(({ start, end, first, last }) => `  ${start}–${end}  ${first}…${last}`),
    ...joins.flatMap((join) => joinLines(join, say)),
    ...links.flatMap((link) => linkLines(link, say)),
  ];
}

function joinLines({ before, after, probability, reasons }: ExplainedJoin, say: Say): string[] {
  const sure = say(`把握 ${Math.round(probability * 100)}%`, `${Math.round(probability * 100)}% sure`);
  const shown = reasons.map(({ evidence, nats }) => {
    const words = WORDS.get(evidence);
    return `${words ? say(...words) : evidence} ${nats > 0 ? "+" : ""}${nats}`;
  });
  return [`  …${before} ⇢ ${after}…  ${sure}`, `      ${shown.join(say("，", ", "))}`];
}

/** Kinds of evidence in Chinese and English: every name that the search can give. */
const EVIDENCE: Readonly<Record<EvidenceName, readonly [string, string]>> = {
  midSentence: ["句子未完", "stops in mid-sentence"],
  reading: ["字句读来相接", "reads on"],
  fresh: ["起笔如新段", "begins as paragraphs do"],
  opening: ["起笔如新篇", "begins as articles do"],
  inside: ["句中起笔而前文已完", "begins in mid-sentence after a full stop"],
  insideOpen: ["句中起笔", "begins in mid-sentence"],
  signed: ["前文已署名", "a name closes the text above"],
  bylined: ["上有署名", "a byline above it"],
  announces: ["前文引出下文", "the text above announces more"],
  next: ["紧接其后", "next on the page"],
  nextParagraph: ["下一段", "next paragraph"],
  orderly: ["此页文字按序相接", "this page's texts read on in order"],
  pictured: ["隔一图片", "a picture between"],
  teased: ["隔一导读", "a teaser between"],
  belowTopHeading: ["大标题之下", "below a headline's mark"],
  belowLowHeading: ["小标题之下", "below a lower heading's mark"],
  belowShortHeading: ["短标题之下", "below a short heading"],
  belowHeading: ["标题之下", "below a heading"],
  belowLines: ["多行标题之下", "below a heading of several lines"],
  headingAbove: ["标题与前文共词", "the heading's words stand above it"],
  headingBelow: ["标题与后文共词", "the heading's words stand below it"],
  anchored: ["另有标题说它", "a headline elsewhere speaks of it"],
  anchoredAbove: ["上方标题说它", "the heading above speaks of it"],
  gap: ["隔一空行", "behind a blank line"],
  noGap: ["不隔空行", "behind no blank line"],
  away: ["相隔较远", "further away"],
  awayParagraph: ["句子已完而相隔较远", "further away after a full stop"],
  orderlyAway: ["此页文字按序相接而相隔较远", "further away on a page that reads on in order"],
  overBare: ["其间文字无标题无署名", "what stands between has no headline or byline of its own"],
  backward: ["在其前方", "further up"],
  unheaded: ["自身无标题", "has no headline of its own"],
  words: ["共用词语", "shared words"],
  topicNear: ["相接处题旨相近", "speaks of the same where they touch"],
  topicNearOpen: ["相接处题旨相近", "speaks of the same where they touch"],
  topicApart: ["相接处题旨相远", "speaks of another matter where they touch"],
  topicApartOpen: ["相接处题旨相远", "speaks of another matter where they touch"],
  topic: ["题旨相近", "speaks of the same"],
  topicOpen: ["题旨相近", "speaks of the same"],
  wordsNear: ["相接处共用词语", "shared words where they touch"],
  wordsOpen: ["共用词语", "shared words"],
  preference: ["用词近于前文而非别篇", "likened to the text above rather than to others"],
  beginsInside: ["标点起笔", "begins with a mark"],
  beginsInsideAfterEnd: ["标点起笔而前文已完", "begins with a mark after a full stop"],
  closes: ["引号括号相合", "closes open marks"],
  closesOuter: ["合上外层引号括号", "closes outer marks"],
  closesNothing: ["多出引号括号", "closes marks that nothing opened"],
  leavesOpen: ["引号括号未合", "leaves marks open"],
  nextNumber: ["序号相续", "numbers go on"],
  otherNumber: ["序号不续", "numbers do not go on"],
  otherMarks: ["标点全半角不同", "marks of another width"],
  otherWidth: ["栏宽不同", "columns of another width"],
};
/** A project that an earlier version built may tell of kinds that are no more: they stand under their bare names. */
const WORDS: ReadonlyMap<string, readonly [string, string]> = new Map(Object.entries(EVIDENCE));

function linkLines(link: ExplainedLink, say: Say): string[] {
  const { other, title, paper, date, score, joined, reason } = link;
  const sure = say(`把握 ${Math.round(score * 100)}%`, `${Math.round(score * 100)}% sure`);
  const verdict = joined ? "" : `  ${say("未并为一稿", "not made one story")}`;
  const where = [paper ?? "?", date ?? "?", title || say("（无题）", "(no headline)")].join("  ");
  return [
    `  ${relation(link, say)} ${other}  ${where}  ${sure}${verdict}`,
    `      ${say(reasonInChinese(reason), reason)}`,
  ];
}

function relation({ kind, target, other }: ExplainedLink, say: Say): string {
  const isTarget = other === target;
  if (kind === "jump") return isTarget ? say("下接", "goes on in") : say("上接", "began in");
  if (kind === "copy") return say("同稿", "printed also as");
  return isTarget ? say("节自", "a part of") : say("节为", "a part of it is");
}

/** The phrases of `links.reason` (stories/link.ts, continuations.ts, cluster.ts); one that is not here stays as it is. */
const PHRASES: readonly (readonly [pattern: RegExp, words: string])[] = [
  ["says (.+?)(?= [+−])", "写明$1"],
  ["pages that name each other", "两版互指"],
  ["headlines", "标题"],
  ["shared words", "共用词语"],
  ["sentence", "句子相接"],
  ["numbering", "序号相续"],
  ["reads on", "读来通顺"],
  ["teaser", "导读"],
  ["(\\d+) % of the shorter in long stretches", "较短一篇的 $1% 成片相同"],
  ["(\\d+) % disputed", "$1% 有出入"],
  ["(\\d+) of (\\d+) numbers other", "$2 个数字中 $1 个不同"],
  ["one headline", "标题一致"],
  ["kept apart: (.+?) and (.+?) of the two stories have too little in common", "两稿中的 $1 与 $2 相同太少"],
  ["kept apart: (.+?) holds it beside another story, as a round-up does", "$1 是汇编，另含他稿"],
].map(([phrase, words]) => [new RegExp(`(?<=^|[,;] )${phrase}(?=$|[,; ])`, "gu"), words!] as const);

const reasonInChinese = (reason: string): string =>
  PHRASES.reduce((text, [pattern, words]) => text.replace(pattern, words), reason)
    .replaceAll(", ", "，")
    .replaceAll("; ", "；");
