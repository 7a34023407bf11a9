// Programs of a set shape that no anchor opens:
//
//   省部级主要领导干部学习贯彻…精神专题研讨班        陕北至安徽±800千伏特高压直流输电工程        第65个|世界气象日
import type { Candidate } from "../candidates.ts";
import type { Context } from "../context.ts";

/** Who learns, what, and the course: 省部级主要领导干部学习贯彻…精神专题研讨班. */
const COURSES =
  /(?:省部级主要领导干部|(?:[\u3400-\u9fff]{2,6})?(?<![的对和由各向为把使让])(?:领导)?干部|新任职?[\u3400-\u9fff]{2,8}|中央候补委员)[^,。;:!?\n]{4,50}?(?:研讨班|培训班|轮训班|研修班|读书班)/g;
/** From where to where: 陕北至安徽±800千伏特高压直流输电工程. */
const LINES =
  /[\u3400-\u9fff]{2,5}(?:至|到|[—-]+)[\u3400-\u9fff]{2,5}?(?:正负|±)?\d{3,4}(?:千伏|kV)(?:特高压)?(?:直流|交流|柔性直流)?(?:输(?:变)?电(?:线路)?)?(?:二期|一期)?工程/g;
/** 世界气象日, 全国消防宣传月: a day, a week or a month that the world or a nation keeps. */
const DAYS =
  /(?<=^|[第首\d一二三四五六七八九十]个|[是年为在和与的、,。:“(\n])(?:全国|国际|世界|中国|国家)[\u3400-\u9fff]{1,7}?(?:(?<![近今当单每节昨即生末半抗十百千三五七展站量均人户间点])日(?![前常均益报本期子内程产用消月夜历记])|(?:宣传|活动|科技|教育|安全|主题|服务|健康|读书|普法)[周月](?!期))/gm;

const plain = (match: RegExpExecArray, score: number): Candidate => ({
  start: match.index,
  end: match.index + match[0].length,
  type: "program",
  name: null,
  score,
  extractor: "programs",
  rule: null,
  frame: "bare",
});

/** The shortest run of words of two units and more that ends before 至: 今天|陕北|至安徽. */
function lineStart({ wordStart }: Context, { index, 0: words }: RegExpExecArray): number {
  const to = index + words.search(/[至到—-]/);
  for (let start = to - 2; start > index; start--) if (wordStart[start]) return start;
  return index;
}

/** Matches of a slow pattern, looked for only in texts that hold what each of them holds. */
const matches = (text: string, held: RegExp, pattern: RegExp): RegExpExecArray[] =>
  held.test(text) ? [...text.matchAll(pattern)] : [];

/** Courses, days and power lines by their shape. Cost: one pass, two more where a text speaks of courses or volts. */
export function setNames(context: Context): Candidate[] {
  const { text, wordStart } = context;
  const days = [...text.matchAll(DAYS)].filter((match) => wordStart[match.index + match[0].length]);
  const courses = matches(text, /(?:研讨|培训|轮训|研修|读书)班/, COURSES);
  const lines = matches(text, /千伏|kV/, LINES).map((match) => ({
    ...plain(match, 0.85),
    start: lineStart(context, match),
  }));
  return [...[...courses, ...days].map((match) => plain(match, 0.75)), ...lines];
}
