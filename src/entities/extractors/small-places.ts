// Small places without a head: 赤岸村, 砚池街道, 清漳河. The tail says what they are; the words in front must be no common ones.
import { type Token, tagWords } from "../../text/index.ts";
import type { Candidate } from "../candidates.ts";
import { type Context, wordsOf } from "../context.ts";

/** Small places without a head: 赤岸村, 砚池街道, 清漳河. One or two words that are no common nouns, after a border. */
export function smallPlaces(context: Context): Candidate[] {
  const out: Candidate[] = [];
  const { tokens } = context;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    const tail = placeTail(context, token.word);
    if (!tail) continue;
    let start = token.start;
    if (token.word === tail) {
      const before = tokens[index - 1];
      if (!before || !/^(ns|nr|nrt|nrfg|nz|x)$/.test(before.tag) || !/^[\u3400-\u9fff]{2,4}$/.test(before.word))
        continue;
      start = before.start;
    } else if (!/^(ns|nz|x|nr|nrt|nrfg)$/.test(token.tag)) continue;
    // jieba glues prepositions to words it does not know: 从雄安, 驻雄安.
    while (
      /[从在到向对驻赴由与和于往离至去入距自即为是将被把让]/.test(context.text[start]!) &&
      token.end - start > tail.length + 1
    )
      start++;
    const name = context.text.slice(start, token.end);
    if (context.resources.forms.get(name) || isCommonMiddle(name.slice(0, name.length - tail.length))) continue;
    if (name.length - tail.length < 1 || name.length < 3 || name.length > 8) continue;
    if (
      wordsOf(context, "generic-place").has(name) ||
      /^[各全本该每两数多大小新老这那此某一]/.test(name) ||
      /[的了和在]/.test(name)
    )
      continue;
    out.push({
      start,
      end: token.end,
      type: "place",
      name: null,
      score: 0.6,
      extractor: "patterns",
      rule: null,
      kind: "small",
    });
  }
  return out;
}

/** Whether the words in front of a tail are common ones: 城市|社区, 绿水青|山. */
function isCommonMiddle(middle: string): boolean {
  const long = tagWords(middle).filter((token) => token.word.length >= 2);
  return long.length > 0 && long.every((token) => /^(n|vn|v|a|ad|b|d|m|q|f|j|l|i|s|t|nz)$/.test(token.tag));
}

/** Divisions and waters that jieba's dictionary holds as one word: 的里雅斯特市, 肯特郡, 沅水. */
const WORD_TAIL = /[州郡市县岛河江湖山峡湾镇乡村]$/;
const NO_PLACE_WORD =
  /城市|都市|城镇|乡镇|村镇|山河|江河|河湖|河山|河江|江湖|沿江|沿河|之|各|全|多|两|本|该|某|外县|小镇|古镇|[大小高深青雪火冰远近登上下]山$|[大小内运]河$|[大]江$|[大小]岛$/;

export function wordPlaces(context: Context): Candidate[] {
  const out: Candidate[] = [];
  for (const { word, tag, start, end } of context.tokens) {
    const isVillage = /^.{2,3}[郡村镇乡]$/.test(word) && /^(nr|nrt|l)$/.test(tag) && !isCommonMiddle(word.slice(0, -1));
    if ((tag !== "ns" && !isVillage) || !WORD_TAIL.test(word) || NO_PLACE_WORD.test(word)) continue;
    if (word.length < 2 || (word.length === 2 && !/[湖江]$/.test(word))) continue;
    if (wordsOf(context, "generic-place").has(word) || context.resources.forms.get(word)) continue;
    const kind = "small";
    out.push({ start, end, type: "place", name: null, score: 0.6, extractor: "patterns", rule: null, kind });
  }
  return out;
}

/** Words behind which a village's name begins. */
const BEFORE_VILLAGE = /^(来到|走进|位于|地处|离开|回到|前往|赶到|走访|进驻|抵达|当地|当时|家住|到达|奔赴)$/;
const NO_VILLAGE = /^[一两几多各每该全本这那我他某邻外数整个]|[个座条处多几各每该的了着地得是有等]/;

/** 坎上乡, 三里村: two or three units that jieba cuts into single ones, between a border and 村, 镇, 乡. */
export function cutVillages(context: Context): Candidate[] {
  const { tokens, text } = context;
  const out: Candidate[] = [];
  for (let index = 2; index < tokens.length; index++) {
    if (!/^[村镇乡]$/.test(tokens[index]!.word)) continue;
    let first = index - 1;
    while (first > index - 3 && first > 0 && tokens[first]!.word.length === 1 && /^[a-z]/.test(tokens[first]!.tag)) {
      if (isBorder(tokens[first]!)) break;
      first--;
    }
    const before = tokens[first]!;
    const start = before.end;
    const middle = text.slice(start, tokens[index]!.start);
    if (!isBorder(before) || !/^[\u3400-\u9fff]{2,3}$/.test(middle) || NO_VILLAGE.test(middle)) continue;
    const { end } = tokens[index]!;
    const kind = "small";
    out.push({ start, end, type: "place", name: null, score: 0.6, extractor: "patterns", rule: null, kind });
  }
  return out;
}

const isBorder = ({ word, tag }: Token): boolean =>
  !/[\u3400-\u9fff]/.test(word) || /^(p|c|u)/.test(tag) || BEFORE_VILLAGE.test(word);

function placeTail(context: Context, word: string): string | null {
  for (let length = Math.min(6, word.length); length >= 1; length--) {
    const tail = word.slice(-length);
    if (
      wordsOf(context, "place-tail").has(tail) &&
      !/^(组|站|塔|海|江|谷|沟|港|路|街|峰|湾|基地|花园|小区|园区|景区|流域|酒店|广场|公园|大厦|大楼|国道|省道|屯|寨|宫|庙|园区|遗址|湿地|草原|沙漠|水库|码头|口岸|港口|隧道|大道|半岛)$/.test(
        tail,
      )
    )
      return tail;
  }
  return null;
}
