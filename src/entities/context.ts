// An article as the extractors see it: its normal form without blanks, line feeds kept, with words and a way back.
//
//   article.text   "本报讯（记者 方 茜）8月28日，\n昭通…"
//   text           "本报讯(记者方茜)8月28日,\n昭通…"      at[i]: offset of unit i in article.text
//   blank[i]       1 where a blank was dropped before unit i (a byline's separators)
//
// Straight quotation marks become “ and ” in turn, so that patterns know one form. A blank of the headline between two
// parts of four units and more is kept as a line feed: kicker and headline are two lines, names do not cross them.
import type { Article } from "../articles/index.ts";
import { normalForm, type Token, tagWords } from "../text/index.ts";
import type { Home } from "./home.ts";
import type { RatedName, Resources } from "./resources.ts";

/** What the tagger gives less than this is as good as nothing. */
export const LEAST_SHARE = 0.02;

export interface Context {
  readonly article: Article;
  readonly home: Home;
  readonly paper: string | null;
  readonly resources: Resources;
  readonly text: string;
  readonly at: Int32Array;
  readonly blank: Uint8Array;
  readonly tokens: readonly Token[];
  /** Index of the token that covers a unit. */
  readonly tokenAt: Int32Array;
  /** Whether a word begins at a unit (also 1 at the end). */
  readonly wordStart: Uint8Array;
  /** What the trained tagger takes for possible names, with the probability of each (LEAST_SHARE and more); null without one. */
  readonly tagged: readonly RatedName[] | null;
}

/** What jieba takes for one word but is a body and a title. */
const SPLIT =
  /^(.*?(?:省委|市委|县委|区委|州委|党委|工委|党组|政治局|医院|大学|学院|中学|小学|学校|公司|集团|协会|法院|检察院|委员会|出版社|研究所|研究院))((?:常务)?(?:副?书记|常委|委员|秘书长|副秘书长|副?院长|副?校长|副?所长|副?社长|副?会长|副?主席|副?主任|副?总经理|总裁|董事长|教授))$/;

/** Last units of those titles: SPLIT is slow, and few words end so. */
const ENDS_TITLE = /[记委员长席任理裁授]$/;

function words(text: string): Token[] {
  const out: Token[] = [];
  for (const token of tagWords(text)) {
    const split = token.word.length > 3 && ENDS_TITLE.test(token.word) ? SPLIT.exec(token.word) : null;
    if (!split) out.push(token);
    else {
      const middle = token.start + split[1]!.length;
      out.push({ word: split[1]!, tag: "nt", start: token.start, end: middle });
      out.push({ word: split[2]!, tag: "n", start: middle, end: token.end });
    }
  }
  return out;
}

/** Whether the blank at `i` of the title parts two lines of the headline. */
function partsTitle(title: string, i: number): boolean {
  const before = title.slice(0, i).split(/\s/).at(-1) ?? "";
  const after = title.slice(i + 1).split(/\s/)[0] ?? "";
  return before.length >= 4 && after.length >= 4;
}

interface Units {
  text: string;
  at: Int32Array;
  blank: Uint8Array;
}

function units(article: Article): Units {
  const source = article.text;
  const titleEnd = article.kind !== "masthead" && source.startsWith(`${article.title}\n`) ? article.title.length : 0;
  const parts: string[] = [];
  const at: number[] = [];
  const blank: number[] = [];
  let open = false;
  let start = 0;
  const feed = (position: number): void => {
    parts.push("\n");
    at.push(position);
    blank.push(0);
    open = false;
  };
  for (let i = 0; i <= source.length; i++) {
    const atEnd = i === source.length;
    const cut = atEnd || source[i] === "\n" || (i < titleEnd && source[i] === " " && partsTitle(article.title, i));
    if (!cut) continue;
    const normal = normalForm(source.slice(start, i));
    for (let k = 0; k < normal.text.length; k++) {
      const unit = normal.text[k]!;
      if (unit === '"') open = !open;
      parts.push(unit === '"' ? (open ? "“" : "”") : unit);
      at.push(start + normal.at[k]!);
      blank.push(k > 0 && normal.at[k]! > normal.at[k - 1]! + 1 ? 1 : 0);
    }
    if (!atEnd) feed(i);
    start = i + 1;
  }
  at.push(source.length);
  return { text: parts.join(""), at: Int32Array.from(at), blank: Uint8Array.from(blank) };
}

/** 国家发展改革委会|同财政部: a known body's name that runs on into a verb ends where the known name ends. */
function mended(text: string, { forms }: Resources, span: RatedName): RatedName {
  if (text[span.end - 1] !== "会" || !/[同见晤商谈]/.test(text[span.end] ?? "")) return span;
  const isKnown = forms.get(text.slice(span.start, span.end - 1))?.some(({ type }) => type === "agency") ?? false;
  return isKnown ? { ...span, end: span.end - 1 } : span;
}

/** Spans that are the same once they are mended are one, as likely as all of them. By start, as given. */
function allMended(text: string, resources: Resources, spans: readonly RatedName[]): RatedName[] {
  const out = new Map<string, RatedName>();
  for (const span of spans) {
    const own = mended(text, resources, span);
    const key = `${own.start} ${own.end} ${own.type}`;
    const same = out.get(key);
    out.set(key, same ? { ...same, score: Math.min(1, same.score + own.score) } : own);
  }
  return [...out.values()];
}

/** Cost: O(length); jieba's tagging is most of it. */
export function createContext(article: Article, paper: string | null, home: Home, resources: Resources): Context {
  const { text, at, blank } = units(article);
  const tokens = words(text);
  const tokenAt = new Int32Array(text.length + 1).fill(-1);
  const wordStart = new Uint8Array(text.length + 1);
  wordStart[text.length] = 1;
  tokens.forEach((token, index) => {
    wordStart[token.start] = 1;
    tokenAt.fill(index, token.start, token.end);
  });
  return {
    article,
    home,
    paper,
    resources,
    text,
    at,
    blank,
    tokens,
    tokenAt,
    wordStart,
    tagged: resources.tagger ? allMended(text, resources, resources.tagger.candidates(text, LEAST_SHARE)) : null,
  };
}

/** The word list of a kind, empty when it is missing. */
export const wordsOf = (context: Context, kind: string): ReadonlySet<string> =>
  context.resources.words.get(kind) ?? new Set();

/** Whether no word of the text crosses either end of the span, or lies around it beyond a suffix such as 人 in 天津人. */
export function standsAlone(context: Context, start: number, end: number): boolean {
  const { tokens, tokenAt, wordStart } = context;
  if (wordStart[start] && wordStart[end]) return true;
  if (!wordStart[start]) return false;
  const last = tokens[tokenAt[end - 1]!]!;
  return last.start === start && /^[人市省县区籍式港之畔儿流队]/.test(last.word.slice(end - start));
}
