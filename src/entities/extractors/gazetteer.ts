// Known names, longest match first. A short form is believed where it stands as a word of its own; the short form of a
// county (和平, 城关, 通城) only with a witness: its full name in the article, its city in front, or the paper's home.
import { addTo } from "../../lib/group.ts";
import type { Candidate } from "../candidates.ts";
import { type Context, standsAlone, wordsOf } from "../context.ts";
import { COMPANY, type Name, REGION_KINDS } from "../resources.ts";
import type { Extractor } from "./extractor.ts";

const SURE_LENGTH = 4;

/** What the scan has seen so far: which names end where, and which full names the article holds. */
interface Seen {
  readonly endingAt: Map<number, string[]>;
  readonly holds: (fullName: string) => boolean;
}

function isWitnessed(context: Context, region: Name, start: number, seen: Seen): boolean {
  const { home } = context;
  const parents = region.parents;
  if (home.county === region.name || (home.city && parents.includes(home.city))) return true;
  if (MUNICIPAL.test(home.province ?? "") && parents.includes(home.province ?? "")) return true;
  return liesBehindParent(region, start, seen) || liesInRow(context, start, seen) || seen.holds(region.name);
}

/** 义乌, 沭阳: the only county of that short form, which jieba knows as a place, and which is no common word. */
function isKnownCounty(context: Context, names: readonly Name[], form: string, start: number): boolean {
  const token = context.tokens[context.tokenAt[start]!]!;
  if (token.tag !== "ns" || token.start !== start || token.word !== form || names.length !== 1) return false;
  return !wordsOf(context, "no-county").has(form);
}

/** 广州、中山、珠海: in a row of places a place is meant. */
const liesInRow = ({ text, resources }: Context, start: number, seen: Seen): boolean =>
  text[start - 1] === "、" && (seen.endingAt.get(start - 1)?.some((name) => resources.regions.has(name)) ?? false);

const liesBehindParent = (region: Name, start: number, seen: Seen): boolean =>
  seen.endingAt.get(start)?.some((name) => region.parents.includes(name)) ?? false;
const MUNICIPAL = /^(北京|天津|上海|重庆)市$/;

/** 在白宫会见: the building; 白宫称: who sits there. */
const isSeat = ({ text }: Context, start: number, end: number): boolean =>
  /(?:在|到|于|往|入|抵达|访问|参观|离开|靠近)(?:[\u3400-\u9fff]{2,4})?$/.test(
    text.slice(Math.max(0, start - 6), start),
  ) || /^(?:附近|内|外|上空|周边|西翼|东厅|草坪|大厅|建筑|举行|会见|会晤)/.test(text.slice(end, end + 4));

/** Of several readings the one whose full name is in the article, that lies in the paper's province, or the highest. */
function choose(context: Context, names: readonly Name[], form: string, start: number, seen: Seen): Name | null {
  const possible = names.filter(
    (name) => !name.doubtful || isWitnessed(context, name, start, seen) || isKnownCounty(context, names, form, start),
  );
  if (possible.length < 2) return possible[0] ?? null;
  const seat = possible.find(({ kind }) => kind === "venue");
  const holder = possible.find(({ type }) => type === "agency");
  if (seat && holder) return isSeat(context, start, start + form.length) ? seat : holder;
  const rank = (name: Name): number => {
    if (name.name === form) return 4;
    if (liesBehindParent(name, start, seen)) return 3;
    if (!REGION_KINDS.has(name.kind)) return 2.5;
    if (name.kind === "province") return 2;
    return name.parents.includes(context.home.province ?? "") ? 1 : 0;
  };
  return possible.reduce((best, name) => (rank(name) > rank(best) ? name : best));
}

/** 湖北省|公安厅: a division's full name needs no border of jieba's, unless its last unit begins another word (上海|市场). */
function isFullRegion(context: Context, names: readonly Name[], form: string, start: number): boolean {
  // 适应|城市 holds 应城市: it must begin a word.
  if (
    context.wordStart[start] === 0 ||
    form.length < 3 ||
    !names.some((name) => name.name === form && REGION_KINDS.has(name.kind))
  )
    return false;
  return !/^(市场|市民|市值|市区|市井|省会|省份|县城|县域|区域|区间|区块|区分|州府|旗下|旗帜)/.test(
    context.text.slice(start + form.length - 1, start + form.length + 1),
  );
}

/** 乌克兰|国防部长: the body's last unit begins a title's word. */
const opensTitle = ({ text, wordStart }: Context, end: number): boolean =>
  wordStart[end] === 0 && text[end] === "长" && /[部局省厅署]/.test(text[end - 1]!);

/** 应急管理部|门: the body's last unit begins the word for many. */
const opensMany = ({ text }: Context, end: number): boolean => text[end] === "门" && text[end - 1] === "部";

/** “桦|加沙”: a quoted word of one unit more than a short name is a word of its own. */
export const isQuotedWord = ({ text }: Context, start: number, end: number): boolean =>
  end - start < SURE_LENGTH && text[end] === "”" && text[start - 2] === "“";

/** 8日|本网, 20日|本市: a day and what is one's own, no state. */
const isDay = ({ text }: Context, start: number, end: number): boolean =>
  text.slice(start, end) === "日本" &&
  /\d/.test(text[start - 1] ?? "") &&
  /[报网台刊社市省县区州院校]/.test(text[end] ?? "");

const LATIN = /[A-Za-z]/;

/** ABC|D: whether letters go on at an end of a form of letters, with no blank between. */
const cutsLatin = ({ text, blank }: Context, start: number, end: number): boolean =>
  (LATIN.test(text[start]!) && blank[start] === 0 && LATIN.test(text[start - 1] ?? "")) ||
  (LATIN.test(text[end - 1]!) && blank[end] === 0 && LATIN.test(text[end] ?? ""));

/** 教育法|治, 公司法|人: what makes another word of a law's short name. */
const NO_LAW = /^(?:规(?!定)|[律治制院官人庭学定则理师务域语门宝盲警盘])/;

/** 湖|南岳|阳: a division and one that lies in it prove each other, however jieba cuts them. */
function inChain(context: Context, names: readonly Name[], start: number, end: number, seen: Seen): boolean {
  if (!names.some(({ kind }) => REGION_KINDS.has(kind))) return false;
  if (names.some((name) => liesBehindParent(name, start, seen))) return true;
  if (!context.wordStart[start]) return false;
  const behind = context.resources.forms.at(context.text, end).flatMap(({ values }) => values);
  return behind.some(({ doubtful, parents }) => !doubtful && names.some(({ name }) => parents.includes(name)));
}

/** 国家副主席|韩正向: behind a title a known person's name needs no border of jieba's. */
function behindTitle(context: Context, names: readonly Name[], start: number): boolean {
  if (names[0]!.type !== "person" || !context.wordStart[start]) return false;
  const before = context.tokens[context.tokenAt[start - 1] ?? -1];
  return before !== undefined && before.end === start && wordsOf(context, "title").has(before.word);
}

/** Tags under which jieba files what it guesses. */
const GUESSED = /^(x|nr)$/;

/** jieba has 中共中央国务院 as one word: a form is a name of its own when what is left of the word is one too. */
function fillsWord(context: Context, start: number, end: number): boolean {
  const { tokens, tokenAt, text, resources } = context;
  const first = tokens[tokenAt[start]!]!;
  const last = tokens[tokenAt[end - 1]!]!;
  // A word that jieba only guesses (齐聚海|河之滨) is no argument against a known name.
  if ((first.start === start || GUESSED.test(first.tag)) && (last.end === end || GUESSED.test(last.tag))) return true;
  const before = text.slice(first.start, start);
  const after = text.slice(end, last.end);
  return (
    (before === "" || resources.forms.get(before) !== undefined) &&
    (after === "" || resources.forms.get(after) !== undefined)
  );
}

function find(context: Context): Candidate[] {
  const { text, resources } = context;
  const found: Candidate[] = [];
  const held = new Map<string, boolean>();
  const holds = (name: string): boolean => {
    const known = held.get(name) ?? text.includes(name);
    held.set(name, known);
    return known;
  };
  const seen: Seen = { endingAt: new Map(), holds };
  for (const { start, end, values } of resources.forms.all(text)) {
    const form = text.slice(start, end);
    if (form.includes("\n") || cutsLatin(context, start, end)) continue;
    const length = end - start;
    if (
      length < SURE_LENGTH &&
      !isFullRegion(context, values, form, start) &&
      !standsAlone(context, start, end) &&
      !fillsWord(context, start, end) &&
      !inChain(context, values, start, end, seen) &&
      !behindTitle(context, values, start)
    )
      continue;
    if (
      isDay(context, start, end) ||
      opensTitle(context, end) ||
      opensMany(context, end) ||
      isQuotedWord(context, start, end)
    )
      continue;
    if (form.endsWith("法") && NO_LAW.test(text.slice(end, end + 2))) continue;
    const name = choose(context, values, form, start, seen);
    if (!name) continue;
    addTo(seen.endingAt, end, name.name);
    found.push({
      start,
      end,
      type: name.type,
      name: name.name,
      score: length >= 3 ? 0.95 : 0.88,
      extractor: "gazetteer",
      rule: form === name.name ? null : "short-form",
      kind: name.kind,
      parents: name.parents,
    });
  }
  return withCompanies(text, found);
}

/**
 * A company is called by the longest form in its article (rule 2 of the guide): 马士基集团 where 马士基 stands beside it.
 * 农业银行 is 中国农业银行 everywhere.
 */
function withCompanies(text: string, found: readonly Candidate[]): Candidate[] {
  const longest = new Map<string, string>();
  for (const { kind, name, start, end } of found)
    if (kind === COMPANY && end - start > (longest.get(name!)?.length ?? 0)) longest.set(name!, text.slice(start, end));
  return found.map((candidate) => {
    if (candidate.kind !== COMPANY) return candidate;
    const printed = longest.get(candidate.name!)!;
    const name = candidate.name === `中国${printed}` ? candidate.name : printed;
    return { ...candidate, name, rule: name === text.slice(candidate.start, candidate.end) ? null : "short-form" };
  });
}

export const gazetteerExtractor: Extractor = {
  name: "gazetteer",
  summary: "known names: divisions, countries, rivers, central bodies, universities, programs, leaders",
  run: find,
};
