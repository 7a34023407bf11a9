// Companies by what stands behind them and behind nothing else: a share's code, and for a word of Latin letters the words of
// the stock exchange and of an office.
//
//   海油工程|(600583,股吧)    长安汽车|(000625.SZ)    Groupon|股价    Dropbox|首席执行官
import type { Candidate } from "../candidates.ts";
import { type Context, wordsOf } from "../context.ts";
import type { Extractor } from "./extractor.ts";

/** Codes of Shanghai, Shenzhen and Beijing (six digits), Hong Kong (four or five), New York. */
const CODE =
  /\((?:股票代码:?|证券代码:?|代码:?)?(?:\d{6}(?:\.(?:SH|SZ|BJ|HK))?(?:,股吧)?|\d{4,5}\.HK|(?:NYSE|NASDAQ|Nasdaq|纽交所|纳斯达克|港股|HK)[:：]?[A-Z0-9.]{1,6})\)/g;
/** What goes on behind a code that stands inside a name: 深发展(000001,股吧)银行. */
const GOES_ON = /^(?:银行|集团|股份|控股|证券|保险|公司)/;
const LONGEST = 8;
const USUAL = 4;
/** Words in front of a company's name that are none of it. */
const BEFORE =
  /^(?:和|及|与|或|等|即|如|像|还有|另有|还|包括|以及|其中|其|公司|企业|龙头|同行|央企|国企|有|为|是|对|由|在|向|被|把|将|旗下|股票|个股)$/;

const isOther = (context: Context, word: string, tag: string): boolean =>
  !/^[\u3400-\u9fffA-Za-z0-9*]+$/.test(word) ||
  /^[pcudry]/.test(tag) ||
  BEFORE.test(word) ||
  wordsOf(context, "stop").has(word);

/** Where the name that ends at `end` begins: behind a mark or a word of grammar, or four units back, as most short names go. */
function startOf(context: Context, end: number): number {
  const { tokens, tokenAt, wordStart } = context;
  let start = end;
  for (let index = tokenAt[end - 1] ?? -1; index >= 0; index--) {
    const token = tokens[index]!;
    if (end - token.start > LONGEST || token.end <= start - LONGEST || isOther(context, token.word, token.tag)) {
      const isOpen = end - token.start <= LONGEST || end - start <= USUAL;
      return isOpen ? start : wordStart[end - USUAL] === 1 ? end - USUAL : start;
    }
    start = token.start;
  }
  return start;
}

const company = (start: number, end: number, name: string | null = null): Candidate => ({
  start,
  end,
  type: "agency",
  name,
  score: 0.9,
  extractor: "shares",
  rule: name === null ? null : "short-form",
});

function byCode(context: Context): Candidate[] {
  const { text } = context;
  const out: Candidate[] = [];
  for (const match of text.matchAll(CODE)) {
    const start = startOf(context, match.index);
    if (match.index - start < 2 || /^(?:有限|股份|集团|公司)/.test(text.slice(start, match.index))) continue;
    const behind = match.index + match[0].length;
    const more = GOES_ON.exec(text.slice(behind, behind + 4))?.[0];
    if (more) out.push(company(start, behind + more.length, text.slice(start, match.index) + more));
    else out.push({ ...company(start, match.index), certain: true });
  }
  return out;
}

/** Words of Latin letters before a company's affairs. */
const LATIN =
  /(?<![A-Za-z0-9])[A-Z][A-Za-z0-9&+-]{2,20}(?=股价|股票|股份|市值|财报|上市公司|发言人|首席执行官|CEO|创始人|联合创始人|总裁|董事长|总部|公司|集团)(公司|集团)?/g;
/** Kinds of things and offices, common in capitals. */
const NO_COMPANY =
  /^(?:[A-Z0-9&+-]{2,3}|CEO|CFO|COO|CTO|EMBA|MBA|SUV|LED|LCD|OLED|APP|App|IPO|GDP|CPI|PPI|ETF|REITs?|QFII|QDII|RQFII|VCR?|PE|SaaS|PaaS|B2B|B2C|C2C|O2O|P2P|IT|ICT|TMT|4S|Internet|WTO|NGO|STAR|TOP\d*|ESG|DVD|USB|UFO|Web|WAP|SNS|VIP|No|ST)(?:公司|集团)?$/;

function byAffairs(context: Context): Candidate[] {
  return [...context.text.matchAll(LATIN)]
    .filter((match) => !NO_COMPANY.test(match[0]))
    .map((match) => company(match.index, match.index + match[0].length));
}

export const sharesExtractor: Extractor = {
  name: "shares",
  summary: "companies with their share's code, and in Latin letters before 股价, 首席执行官: 海油工程(600583)",
  run: (context) => [...byCode(context), ...byAffairs(context)],
};
