// Named commemorations: 西藏自治区成立60周年, 中国人民抗日战争暨世界反法西斯战争胜利80周年, 庆祝澳门回归祖国25周年大会.
import type { Candidate } from "../candidates.ts";
import type { Context } from "../context.ts";
import type { EntityType } from "../types.ts";

const make = (
  start: number,
  end: number,
  type: EntityType,
  name: string | null,
  score: number,
  rule: string | null,
): Candidate => ({ start, end, type, name, score, extractor: "programs", rule });

const WAR = /(?:中国人民)?(?:抗日战争|抗战)(?:暨|和|及)?(?:世界反法西斯战争)?胜利(\d{2}|[一二三四五六七八九]十)周年/g;

/** 抗战胜利80周年纪念活动新闻中心: the bodies and events that an anniversary names. */
function aroundAnniversary(text: string, event: Candidate): Candidate[] {
  const match =
    /^(?:纪念活动)?(新闻中心|(?:筹备)?(?:工作)?领导小组(?:办公室)?|文艺晚会|纪念大会|纪念活动|庆祝大会|大会|招待会)/.exec(
      text.slice(event.end, event.end + 16),
    );
  if (!match) return [];
  const type = /中心|小组/.test(match[1]!) ? "agency" : "program";
  return [make(event.start, event.end + match[0].length, type, null, 0.85, null)];
}

/** Named commemorations: 西藏自治区成立60周年, 中国人民抗日战争暨世界反法西斯战争胜利80周年. */
export function anniversaries(context: Context, found: readonly Candidate[]): Candidate[] {
  const { text } = context;
  const out: Candidate[] = [];
  for (const m of text.matchAll(WAR)) {
    const years = /\d/.test(m[1]!) ? m[1]! : String("一二三四五六七八九".indexOf(m[1]![0]!) * 10 + 10);
    out.push(
      make(
        m.index,
        m.index + m[0].length,
        "program",
        `中国人民抗日战争暨世界反法西斯战争胜利${years}周年`,
        0.93,
        "full-form",
      ),
    );
  }
  for (const event of [...out]) out.push(...aroundAnniversary(text, event));
  for (const c of found) {
    if (c.type !== "place" && c.type !== "agency") continue;
    const m =
      /^(?:成立|建校|建院|建馆|建台|建站|建社|建军|建交|建市|建县|建省|创刊|创建|开馆|签署|和平解放|解放|回归祖国|回归)(?:\d{1,3}|[一二三四五六七八九十]{1,3})周年(?:(?:纪念|庆祝)?(?:座谈会|大会|招待会|主题成就展|成就展))?/.exec(
        text.slice(c.end, c.end + 20),
      );
    if (m) out.push(make(c.start, c.end + m[0].length, "program", null, 0.9, null));
  }
  for (const m of text.matchAll(
    /(?:新中国成立|中华人民共和国成立|中国共产党成立|建国|建党|建军|改革开放|长征胜利)(\d{2,3}|[一二三四五六七八九十]{1,3})周年/g,
  ))
    out.push(
      make(
        m.index,
        m.index + m[0].length,
        "program",
        m[0].replace(/^(?:新中国成立|建国)/, "中华人民共和国成立").replace(/^建党/, "中国共产党成立"),
        0.92,
        /^(?:新|建[国党])/.test(m[0]) ? "full-form" : null,
      ),
    );
  if (text.includes("周年")) out.push(...births(text), ...ceremonies(text));
  return out;
}

const BIRTH =
  /[\u3400-\u9fff·]{2,10}?(?:诞辰|逝世|牺牲)\d{2,4}周年(?:纪念)?(?:大会|座谈会|纪念会|会|活动|展览|展|音乐会|学术研讨会|研讨会|仪式)/g;

/** 周信芳诞辰130周年座谈会, behind the last word that governs it. */
const births = (text: string): Candidate[] =>
  [...text.matchAll(BIRTH)].map((m) => {
    const from = m[0].search(/(?<=举行|举办|召开|出席|参加|为|在)[^在为]*$/);
    return make(m.index + Math.max(0, from), m.index + m[0].length, "program", null, 0.8, null);
  });

const CEREMONY =
  /(?:纪念|庆祝)[^,。;!?:、《》\n]{4,36}?周年(?:纪念)?(?:大会|庆典|座谈会|招待会|文艺晚会|文艺演出|庆祝大会|纪念大会|系列活动|活动|论坛|研讨会|仪式|典礼|阅兵式|大阅兵|阅兵)/g;

/** 庆祝澳门回归祖国25周年大会; 纪念|…80周年纪念活动: what says itself what it is does not begin with the verb. */
const ceremonies = (text: string): Candidate[] =>
  [...text.matchAll(CEREMONY)].map((m) => {
    const start = m.index + (/周年(?:纪念|庆祝)/.test(m[0]) ? 2 : 0);
    return make(start, m.index + m[0].length, "program", null, 0.88, null);
  });
