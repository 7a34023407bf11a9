// Programs by their marks and their set forms: 《…条例》, “…行动”, Party congresses and plenums, anniversaries.
import type { Candidate } from "../candidates.ts";
import { type Context, wordsOf } from "../context.ts";
import type { EntityType } from "../types.ts";
import type { Extractor } from "./extractor.ts";

const make = (
  start: number,
  end: number,
  type: EntityType,
  name: string | null,
  score: number,
  rule: string | null,
): Candidate => ({
  start,
  end,
  type,
  name,
  score,
  extractor: "programs",
  rule,
});

const endsWithAny = (text: string, tails: ReadonlySet<string>): boolean => {
  for (let length = 1; length <= Math.min(8, text.length); length++) if (tails.has(text.slice(-length))) return true;
  return false;
};

const MEDIA = /^[\u3400-\u9fff]{2,8}(日报|晚报|晨报|早报|时报|商报|都市报|青年报|周报|周刊)$/;

/** 《关于…的意见》 is a program, 《人民日报》 a body, 《流浪地球》 neither. */
function bookMarks(context: Context): Candidate[] {
  const out: Candidate[] = [];
  for (const match of context.text.matchAll(/《([^《》\n]{2,60})》/g)) {
    const inner = match[1]!.replace(/[(][^()]{1,12}[)]$/, "");
    const start = match.index + 1;
    const end = start + match[1]!.length;
    if (MEDIA.test(inner)) out.push(make(start, end, "agency", null, 0.9, null));
    else if (
      inner.length >= 4 &&
      !wordsOf(context, "program-tail").has(inner) &&
      endsWithAny(inner, wordsOf(context, "mark-tail"))
    )
      out.push(make(start, end, "program", null, 0.92, null));
  }
  return out;
}

/** 关于…的意见 without marks: after a body's name or at the beginning of a headline. */
function aboutTitles(context: Context, found: readonly Candidate[]): Candidate[] {
  const bodyEnds = new Set(found.filter((c) => c.type === "agency").map((c) => c.end));
  const out: Candidate[] = [];
  for (const match of context.text.matchAll(
    /关于[^\n。,!?《》“”]{4,40}?的(?:若干|实施|指导)?(?:意见|决定|通知|办法|规定|措施|通告|公告|建议|决议)/g,
  )) {
    const before = context.text[match.index - 1];
    const opens = before === undefined || before === "\n" || bodyEnds.has(match.index);
    if (opens) out.push(make(match.index, match.index + match[0].length, "program", null, 0.85, null));
  }
  return out;
}

/** “光盘行动”, “三北”工程, “数据要素×”三年行动计划. */
function quotes(context: Context): Candidate[] {
  const out: Candidate[] = [];
  const tails = wordsOf(context, "quote-tail");
  for (const match of context.text.matchAll(/“([^“”\n]{2,24})”/g)) {
    const start = match.index;
    const inner = match[1]!;
    const end = start + match[0].length;
    const after =
      /^[\u3400-\u9fff]{1,8}?(行动计划|专项行动|奖学助学金|奖学金|助学金|主题活动|行动|工程|计划|倡议|论坛|峰会|大赛|博览会|品牌|项目|机制|活动)/.exec(
        context.text.slice(end, end + 14),
      );
    const direct = /^(行动计划|专项行动|奖学助学金|主题活动|行动|工程|计划|倡议|论坛|峰会|大赛|博览会|会议)/.exec(
      context.text.slice(end, end + 8),
    );
    if (/[,。:;!?]/.test(inner) || /^[一二三四五六七八九十]+[大项个条]/.test(inner)) continue;
    if (direct && !/^(中|的)/.test(inner)) out.push(make(start, end + direct[0].length, "program", null, 0.8, null));
    else if (
      after &&
      tails.has(after[1]!) &&
      !/[的了在和与为是将于等]/.test(after[0]) &&
      inner.length >= 3 &&
      /(行动|工程|计划|倡议|奖学助学金|奖学金|大赛|论坛)$/.test(after[0])
    )
      out.push(make(start, end + after[0].length, "program", null, 0.7, null));
    if (
      inner.length >= 4 &&
      !/^(中国|全国|国家|[一二三四五六七八九十]+大?)(行动|工程|计划)$/.test(inner) &&
      /(行动|工程|计划|峰会|论坛|博览会|奖学金|助学金|大赛|倡议|宣言)$/.test(inner)
    )
      out.push(make(start + 1, end - 1, "program", null, 0.8, null));
    else if (
      inner.length >= 5 &&
      /(服务队|实验室|研究院|研究所|工作室|服务站|合作社|创新中心|科创中心|服务中心|示范中心|协会|联盟|基金会|俱乐部|艺术团)$/.test(
        inner,
      ) &&
      !/^(党员|青年|群众)/.test(inner)
    )
      out.push(make(start + 1, end - 1, "agency", null, 0.8, null));
  }
  return out;
}

const NUMBER = "[一二三四五六七八九十]{1,3}";

/** Party congresses and plenums in full, also where the words are shared: 党的二十大和二十届二中、三中全会. */
function congresses(context: Context): Candidate[] {
  const { text } = context;
  const out: Candidate[] = [];
  for (const m of text.matchAll(
    new RegExp(
      `(?:(?:中国共产党|中共|党的)第?(${NUMBER})(?:大(?![类项届中])|次全国代表大会)|中国共产党第(${NUMBER})次全国代表大会)`,
      "g",
    ),
  ))
    out.push(
      make(m.index, m.index + m[0].length, "program", `中国共产党第${m[1] ?? m[2]}次全国代表大会`, 0.95, "full-form"),
    );
  for (const m of text.matchAll(/(十[六七八九]大|二十大)(?![类项届中学])/g))
    if (context.wordStart[m.index] || /[”“、迎]/.test(text[m.index - 1] ?? ""))
      out.push(
        make(
          m.index,
          m.index + m[0].length,
          "program",
          `中国共产党第${m[1]!.slice(0, -1)}次全国代表大会`,
          0.85,
          "full-form",
        ),
      );
  const plenum = new RegExp(
    `(?:党的|中共|中国共产党)?第?(${NUMBER})届(?:中央委员会)?((?:${NUMBER}中(?:全会)?[、和及])*)(?:(${NUMBER})中全会|第(${NUMBER})次全体会议)`,
    "g",
  );
  for (const m of text.matchAll(plenum)) out.push(...plenums(m));
  for (const m of text.matchAll(
    new RegExp(`第?(${NUMBER})届全国(人大|政协)(${NUMBER})次会议|全国(人大|政协)(${NUMBER})届(${NUMBER})次会议`, "g"),
  )) {
    const term = m[1] ?? m[5];
    const body =
      (m[2] ?? m[4]) === "人大" ? `第${term}届全国人民代表大会` : `中国人民政治协商会议第${term}届全国委员会`;
    out.push(make(m.index, m.index + m[0].length, "program", `${body}第${m[3] ?? m[6]}次会议`, 0.95, "full-form"));
  }
  return out;
}

function plenums(match: RegExpExecArray): Candidate[] {
  const [whole, term, early, last, ordinal] = match;
  const name = (n: string): string => `中国共产党第${term}届中央委员会第${n}次全体会议`;
  const out: Candidate[] = [];
  const end = match.index + whole.length;
  const lastLength = last ? last.length + 3 : whole.length;
  const parts = [...(early ?? "").matchAll(new RegExp(`(${NUMBER})中(?:全会)?`, "g"))];
  const earlyStart = whole.indexOf(early || "\u0000");
  parts.forEach((part, i) => {
    const start = i === 0 ? match.index : match.index + earlyStart + part.index;
    out.push(
      make(start, match.index + earlyStart + part.index + part[0].length, "program", name(part[1]!), 0.95, "ellipsis"),
    );
  });
  const start = parts.length > 0 ? end - lastLength : match.index;
  out.push(make(start, end, "program", name(last ?? ordinal!), 0.95, parts.length > 0 ? "ellipsis" : "full-form"));
  return out;
}

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
function anniversaries(context: Context, found: readonly Candidate[]): Candidate[] {
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
    const m = /^(?:成立|建校|建交|建市|建县|和平解放|解放|回归祖国|回归)(\d{1,3}|[一二三四五六七八九十]{1,3})周年/.exec(
      text.slice(c.end, c.end + 12),
    );
    if (m) out.push(make(c.start, c.end + m[0].length, "program", null, 0.9, null));
  }
  for (const m of text.matchAll(/(?:新中国|中华人民共和国|中国共产党)成立(\d{2,3}|[一二三四五六七八九十]{1,3})周年/g))
    out.push(
      make(
        m.index,
        m.index + m[0].length,
        "program",
        m[0].replace("新中国", "中华人民共和国"),
        0.92,
        m[0].startsWith("新") ? "full-form" : null,
      ),
    );
  return out;
}

/** 第十四个五年规划 … and 第5次会议 of a standing body are left to the gazetteer. */
export const programsExtractor: Extractor = {
  name: "programs",
  summary: "《…条例》, “…行动”, Party congresses and plenums, named anniversaries",
  run: (context, found) => [
    ...bookMarks(context),
    ...aboutTitles(context, found),
    ...quotes(context),
    ...congresses(context),
    ...anniversaries(context, found),
  ],
};
