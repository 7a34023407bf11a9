// Sessions of congresses, committees and parties, whose short forms all lead to one full name:
//
//   二十届三中全会 → 中国共产党第二十届中央委员会第三次全体会议        二十届中央纪委四次全会
//   十四届全国人大常委会第十九次会议 → 第十四届全国人民代表大会常务委员会第十九次会议
//   全国政协十四届三次会议, 民盟十三届二中全会, 湖北省十四届人大三次会议, 省政协十三届三次会议
//
// Where names share words (党的二十大和二十届二中、三中全会) each has its own mention.
import type { Candidate } from "../candidates.ts";
import type { Context } from "../context.ts";
import { regionFor } from "./local.ts";

const NUMBER = "[一二三四五六七八九十]{1,3}";
/** Short name of a democratic party → its full one. */
const PARTIES: Readonly<Record<string, string>> = {
  民革: "中国国民党革命委员会",
  民盟: "中国民主同盟",
  民建: "中国民主建国会",
  民进: "中国民主促进会",
  农工党: "中国农工民主党",
  致公党: "中国致公党",
  九三学社: "九三学社",
  台盟: "台湾民主自治同盟",
};
const PARTY_NAMES = [...Object.keys(PARTIES), ...Object.values(PARTIES)].filter((x, i, all) => all.indexOf(x) === i);
const PARTY = PARTY_NAMES.sort((a, b) => b.length - a.length).join("|");
const fullParty = (party: string): string => PARTIES[party] ?? party;

const session = (start: number, end: number, name: string, rule = "full-form", score = 0.95): Candidate => ({
  start,
  end,
  type: "program",
  name,
  score,
  extractor: "programs",
  rule,
});

/** A pattern and the full name of what it finds. */
interface Form {
  readonly pattern: RegExp;
  readonly name: (match: RegExpExecArray, groups: Readonly<Record<string, string | undefined>>) => string;
}

const form = (source: string, name: Form["name"]): Form => ({ pattern: new RegExp(source, "g"), name });

const NATIONAL: readonly Form[] = [
  form(
    `(?:(?:中国共产党|中共|党的)第?(?<a>${NUMBER})(?:大(?![类项届中])|次全国代表大会)|中国共产党第(?<b>${NUMBER})次全国代表大会)`,
    (_, g) => `中国共产党第${g.a ?? g.b}次全国代表大会`,
  ),
  form(
    `(?:中华人民共和国)?(?:第?(?<a>${NUMBER})届(?:全国人民代表大会|全国人大)|全国人大第?(?<b>${NUMBER})届)第?(?<n>${NUMBER})次会议`,
    (_, g) => `第${g.a ?? g.b}届全国人民代表大会第${g.n}次会议`,
  ),
  form(
    `(?:中华人民共和国)?(?:第?(?<a>${NUMBER})届(?:全国人民代表大会常务委员会|全国人大常委会|全国人大常务委员会)|全国人大第?(?<b>${NUMBER})届常委会)第?(?<n>${NUMBER})次(?<k>会议|委员长会议)`,
    (_, g) => `第${g.a ?? g.b}届全国人民代表大会常务委员会第${g.n}次${g.k}`,
  ),
  form(
    `(?:(?:全国政协|中国人民政治协商会议|政协)第?(?<a>${NUMBER})届(?:全国委员会|全委会)?|第?(?<b>${NUMBER})届全国政协)第?(?<n>${NUMBER})次(?<k>会议|主席会议)`,
    (_, g) => `中国人民政治协商会议第${g.a ?? g.b}届全国委员会第${g.n}次${g.k}`,
  ),
  form(
    `(?:(?:全国政协|中国人民政治协商会议|政协)第?(?<a>${NUMBER})届(?:全国委员会)?|第?(?<b>${NUMBER})届全国政协)(?:常务委员会|常委会)第?(?<n>${NUMBER})次会议`,
    (_, g) => `中国人民政治协商会议第${g.a ?? g.b}届全国委员会常务委员会第${g.n}次会议`,
  ),
  form(
    `(?:中国共产党|中共)?第?(?<a>${NUMBER})届(?:中央纪委|中央纪律检查委员会)第?(?<n>${NUMBER})次(?:全会|全体会议)`,
    (_, g) => `中国共产党第${g.a}届中央纪律检查委员会第${g.n}次全体会议`,
  ),
  form(
    `(?<p>${PARTY})第?(?<a>${NUMBER})届(?:中央委员会)?(?:第?(?<n>${NUMBER})(?:中全会|次全体会议|次全会))`,
    (_, g) => `${fullParty(g.p!)}第${g.a}届中央委员会第${g.n}次全体会议`,
  ),
];

/** Sessions without their term (全国人大常委会第十九次会议, 中央纪委四次全会) and the pattern that tells it elsewhere. */
const TERMLESS: readonly {
  readonly source: string;
  readonly term: RegExp;
  readonly name: (n: string, term: string) => string;
}[] = [
  {
    source: `(?<![届])(?:全国人大常委会|全国人民代表大会常务委员会)第(${NUMBER})次会议`,
    term: new RegExp(`(${NUMBER})届全国(?:人大|人民代表大会)`),
    name: (n, term) => `第${term}届全国人民代表大会常务委员会第${n}次会议`,
  },
  {
    source: `(?<![届])中央纪委第?(${NUMBER})次(?:全会|全体会议)`,
    term: new RegExp(`(${NUMBER})届(?:中央纪委|中央纪律检查|${NUMBER}中全会)`),
    name: (n, term) => `中国共产党第${term}届中央纪律检查委员会第${n}次全体会议`,
  },
];

function national({ text }: Context): Candidate[] {
  const out: Candidate[] = [];
  for (const { pattern, name } of NATIONAL)
    for (const match of text.matchAll(pattern))
      out.push(session(match.index, match.index + match[0].length, name(match, match.groups ?? {})));
  for (const { source, term, name } of TERMLESS)
    for (const match of text.matchAll(new RegExp(source, "g"))) {
      const known = term.exec(text)?.[1];
      if (known)
        out.push(session(match.index, match.index + match[0].length, name(match[1]!, known), "full-form", 0.9));
    }
  return out;
}

/** 二十大, 十五大 without 党的. */
function bareCongresses({ text, wordStart }: Context): Candidate[] {
  const out: Candidate[] = [];
  for (const m of text.matchAll(/(十[一二三四五六七八九]|二十)大(?![类项届中学种个支产重板领])/g))
    if (wordStart[m.index] || /[”“、迎]/.test(text[m.index - 1] ?? ""))
      out.push(session(m.index, m.index + m[0].length, `中国共产党第${m[1]}次全国代表大会`, "full-form", 0.85));
  return out;
}

const PLENUM = new RegExp(
  `(?:党的|中共|中国共产党)?第?(${NUMBER})届(?:中央委员会)?((?:${NUMBER}中(?:全会)?[、和及])*)(?:(${NUMBER})中全会|第(${NUMBER})次全体会议)`,
  "g",
);
const BEHIND_PARTY = new RegExp(`(?:${PARTY})第?$`);

function plenums({ text }: Context): Candidate[] {
  const out: Candidate[] = [];
  for (const match of text.matchAll(PLENUM)) {
    if (BEHIND_PARTY.test(text.slice(Math.max(0, match.index - 12), match.index))) continue;
    const [whole, term, early, last, ordinal] = match;
    const name = (n: string): string => `中国共产党第${term}届中央委员会第${n}次全体会议`;
    const end = match.index + whole.length;
    const parts = [...(early ?? "").matchAll(new RegExp(`(${NUMBER})中(?:全会)?`, "g"))];
    const from = match.index + (early ? whole.indexOf(early) : 0);
    parts.forEach((part, i) => {
      const start = i === 0 ? match.index : from + part.index;
      out.push(session(start, from + part.index + part[0].length, name(part[1]!), "ellipsis"));
    });
    const start = parts.length > 0 ? end - (last ? last.length + 3 : whole.length) : match.index;
    out.push(session(start, end, name(last ?? ordinal!), parts.length > 0 ? "ellipsis" : "full-form"));
  }
  return out;
}

/** 三中全会 alone: of the term that the text names with it, else of the only one it names. */
function barePlenums({ text }: Context): Candidate[] {
  const out: Candidate[] = [];
  for (const match of text.matchAll(/(?<![届、和及中一二三四五六七八九十])([一二三四五六七])中全会/g)) {
    const term = new RegExp(`(${NUMBER})届(?:${NUMBER}中[、和及])*${match[1]}中全会`).exec(text)?.[1];
    if (!term) continue;
    const name = `中国共产党第${term}届中央委员会第${match[1]}次全体会议`;
    out.push(session(match.index, match.index + match[0].length, name, "full-name-in-article", 0.85));
  }
  return out;
}

const LOCAL = `第?(?<a>${NUMBER})届(?<body>人大常委会|人大|人民代表大会常务委员会|人民代表大会)第?(?<n>${NUMBER})次会议|(?<cppcc>政协)第?(?<c>${NUMBER})届(?:委员会)?(?<standing>常委会|常务委员会)?第?(?<m>${NUMBER})次会议|(?<party>委|党委)第?(?<d>${NUMBER})届第?(?<k>${NUMBER})次(?:全会|全体会议)`;
const AT_LOCAL = new RegExp(`^(?:${LOCAL})`);
const LEVEL = new RegExp(`(自治区|省|市|县|区|州|旗)(?=${LOCAL})`, "g");

function localName(region: string, g: Readonly<Record<string, string | undefined>>): string {
  if (g.a) return `${region}第${g.a}届人民代表大会${/常/.test(g.body!) ? "常务委员会" : ""}第${g.n}次会议`;
  if (g.c) return `政协${region}第${g.c}届委员会${g.standing ? "常务委员会" : ""}第${g.m}次会议`;
  return `中国共产党${region.replace(/(自治区|[省市县区州旗])$/, "$1")}第${g.d}届委员会第${g.k}次全体会议`;
}

/** Sessions of a place's congress, conference or committee, named with the place or short (省十四届人大三次会议). */
function local(context: Context, found: readonly Candidate[]): Candidate[] {
  const { text } = context;
  const out: Candidate[] = [];
  const places = found.filter((c) => c.type === "place").sort((a, b) => a.start - b.start);
  const ends = new Set<number>();
  for (const { start, end, name } of places) {
    ends.add(end);
    const match = AT_LOCAL.exec(text.slice(end, end + 26));
    const whole = name ?? text.slice(start, end);
    if (match?.groups) out.push(session(start, end + match[0].length, localName(whole, match.groups)));
  }
  for (const match of text.matchAll(LEVEL)) {
    const from = match.index + match[0].length;
    const rest = AT_LOCAL.exec(text.slice(from, from + 26));
    if (!rest?.groups || ends.has(from)) continue;
    const region = regionFor(context, match[1]!, match.index, places);
    if (region)
      out.push(session(match.index, from + rest[0].length, localName(region, rest.groups), "local-short-form"));
  }
  return out;
}

/** Behind a body's name: 中国作协|五届三次全会, 全国工商联|第十三届执委会第二次会议. */
const OF_BODY = new RegExp(
  `^(?:第?${NUMBER}届(?:理事会|常委会|执委会|执行委员会|全国委员会|全委会|委员会|中央委员会|主席团)?)?第?(?:${NUMBER}|\\d{1,3})次(?:全会|全体会议|全国代表大会|会员代表大会|代表大会|理事会|会议|大会|会晤|峰会)|^第\\d{2,5}号决议`,
);

const ofBodies = ({ text }: Context, found: readonly Candidate[]): Candidate[] =>
  found.flatMap(({ type, start, end }) => {
    const match = type === "agency" ? OF_BODY.exec(text.slice(end, end + 30)) : null;
    return match ? [{ ...session(start, end + match[0].length, "", "full-form", 0.92), name: null, rule: null }] : [];
  });

/** 神舟二十号载人飞行任务: a spacecraft's flight is a project, the craft itself is a thing. */
const missions = ({ text }: Context): Candidate[] =>
  [
    ...text.matchAll(
      /(?:神舟|天舟|嫦娥|天问|梦舟|揽月)[一二三四五六七八九十百]{1,4}号(?:载人飞船|货运飞船)?(?:载人飞行|飞行|探测|发射)?任务/g,
    ),
  ].map((m) => ({
    ...session(m.index, m.index + m[0].length, m[0], "full-form", 0.85),
    name: null,
    rule: null,
  }));

/** Every session of the text, and the flights of spacecraft. Cost: a few passes of regular expressions. */
export const sessions = (context: Context, found: readonly Candidate[]): Candidate[] => [
  ...national(context),
  ...bareCongresses(context),
  ...plenums(context),
  ...barePlenums(context),
  ...local(context, found),
  ...ofBodies(context, found),
  ...missions(context),
];
