// Documents with their marks, or introduced as documents: 《…条例》, 关于…的意见, 监狱法修订草案.
import type { Candidate } from "../candidates.ts";
import { type Context, wordsOf } from "../context.ts";
import type { EntityType } from "../types.ts";
import { endsOf, walkLeft } from "./program-walk.ts";

const make = (start: number, end: number, type: EntityType, name: string | null, score: number): Candidate => ({
  start,
  end,
  type,
  name,
  score,
  extractor: "programs",
  rule: name === null ? null : "full-form",
});

const endsWithAny = (text: string, tails: ReadonlySet<string>): boolean => {
  for (let length = 1; length <= Math.min(8, text.length); length++) if (tails.has(text.slice(-length))) return true;
  return false;
};

/** Newspapers and magazines; 海报 and 公报 are none. */
const MEDIA =
  /^[\u3400-\u9fff·]{2,10}(?:日报|晚报|晨报|早报|时报|商报|都市报|青年报|周报|周刊|邮报|导报|电讯报|新闻报|快报|论坛报|画报|参考报|杂志)$|^[\u3400-\u9fff]{2,5}(?<![海简预公喜汇捷警情电通战黑月年])报$/;
/** What says of a document that it is not yet one: no part of its name. */
const DRAFT_MARK = /[(](?:[^()]{0,6}草案|[^()]{0,6}稿|试行|暂行|修正案|修订)[)]$/;
/** What goes on behind a title within the marks: (修订草案), (2024—2035年), 2025年版. */
const APPENDIX =
  /(?:[(][^()]{1,24}[)]|(?:19|20)\d\d(?:[—-]+(?:19|20)\d\d)?(?:年)?(?:版)?|第[一二三四五六七八九十]+[部批]分?)$/;
/** Words that end in 法 and are no law, 行动 that is no campaign, essays. */
const NO_DOCUMENT =
  /(?:书法|方法|看法|想法|做法|说法|魔法|兵法|疗法|枪法|历法|语法|立法|司法|执法|守法|普法|用法|手法|技法|佛法|刀法|实际行动|的行动|中国行动|倡议与行动|新规划|(?<!基本)制度|的解释)$/;
const ESSAY = /——|^[论谈]|[!?]|万岁$/;
const LAW_HEAD = /^中华人民共和国(?=.+法(?:典)?$)/;

/** The name of a law is the one the news uses: 监察法 for 中华人民共和国监察法. */
function documentName(context: Context, inner: string): string | null {
  const title = inner.replace(DRAFT_MARK, "");
  const known = context.resources.forms.get(title)?.find(({ type }) => type === "program");
  if (known) return known.name;
  const law = title.replace(LAW_HEAD, "");
  return law === inner ? null : law;
}

/** 《关于…的意见》 is a program, 《人民日报》 a body, 《流浪地球》 neither; a title may hold another (〈 is 《 in the normal form). */
export function bookMarks(context: Context): Candidate[] {
  const out: Candidate[] = [];
  const { text } = context;
  const shorts = new Map<string, ShortTitle>();
  for (const match of text.matchAll(/《((?:[^《》\n]|《[^《》\n]{2,80}》){2,120})》/g)) {
    const inner = match[1]!;
    const start = match.index + 1;
    const end = start + inner.length;
    const title = inner.replace(APPENDIX, "").replace(APPENDIX, "");
    if (MEDIA.test(inner)) out.push(make(start, end, "agency", null, 0.9));
    // 《新时代的中国绿色发展》白皮书: the kind of document stands behind the marks.
    else if (/^(?:白皮书|蓝皮书)/.test(text.slice(end + 1, end + 4)) && inner.length >= 4)
      out.push(make(match.index, end + 4, "program", inner, 0.9));
    else if (isDocument(context, title)) {
      out.push(make(start, end, "program", documentName(context, inner), 0.92));
      addShortTitle(text, end + 1, inner, shorts);
    } else if (isExhibition(text, inner, end + 1) || isIssued(text, inner, match.index, end + 1)) {
      out.push({ ...make(start, end, "program", null, 0.7), frame: "called" });
      addShortTitle(text, end + 1, inner, shorts);
    }
  }
  return [...out, ...shortTitles(text, shorts)];
}

/** 《…档案展》, 《为了共同的事业》展览. */
const isExhibition = (text: string, title: string, end: number): boolean =>
  (title.length >= 6 && /(?<![开发进参画拓施])(?:展|展览|特展)$/.test(title)) ||
  /^[\u3400-\u9fff]{0,6}?(?:展览|专题展|主题展|特展|巡展|图片展)/.test(text.slice(end, end + 10));

/** 印发《…》, 《…》规定: what is done with documents alone, in front or behind; long titles only. */
const isIssued = (text: string, title: string, start: number, end: number): boolean =>
  title.length >= 8 &&
  !/[!?,]/.test(title) &&
  (/(?:印发|颁布|签署|审议|审议通过|修订|修改|制定|出台|起草|违反|根据|依据|依照|按照|组织编写)(?:了|的)?$/.test(
    text.slice(Math.max(0, start - 6), start),
  ) ||
    /^(?:规定|明确规定|自|施行|实施|正式施行|印发)/.test(text.slice(end, end + 4)));

/** The full title that a short one stands for from `from` on. */
interface ShortTitle {
  readonly name: string;
  readonly from: number;
}

/** (以下简称《成效和经验》): the short title that a full one declares behind its marks; the first to declare it has it. */
function addShortTitle(text: string, end: number, name: string, shorts: Map<string, ShortTitle>): void {
  const short = /^[(](?:以下)?简称[::]?《([^《》\n]{2,20})》/.exec(text.slice(end, end + 32))?.[1];
  // 《条例》 is what all of them are called.
  if (short !== undefined && short.length >= 4 && !shorts.has(short)) shorts.set(short, { name, from: end });
}

/** Declared short titles wherever they stand in their marks. Cost: one pass for all of them. */
function shortTitles(text: string, shorts: ReadonlyMap<string, ShortTitle>): Candidate[] {
  if (shorts.size === 0) return [];
  return [...text.matchAll(/《([^《》\n]{4,20})》/g)].flatMap(({ 1: short, index }) => {
    const full = shorts.get(short!);
    if (full === undefined || index < full.from) return [];
    return [{ ...make(index + 1, index + 1 + short!.length, "program", full.name, 0.85), frame: "called" as const }];
  });
}

/** 中共中央关于制定…的建议: kinds of documents that only 关于 tells from a book's title. */
const ABOUT = /关于.+的(?:建议|议案|提案|倡议|报告|函|批复|解释|说明)$/;

function isDocument(context: Context, title: string): boolean {
  if (ABOUT.test(title) && !ESSAY.test(title)) return true;
  if (context.resources.forms.get(title)?.some(({ type }) => type === "program")) return true;
  return (
    title.length >= 4 &&
    !ESSAY.test(title) &&
    !NO_DOCUMENT.test(title) &&
    !context.resources.programHeads.get(title) &&
    !wordsOf(context, "mark-tail").has(title) &&
    endsWithAny(title, wordsOf(context, "mark-tail"))
  );
}

/** 关于…的意见 without marks: after a body's name or at the beginning of a headline. */
export function aboutTitles(context: Context, found: readonly Candidate[]): Candidate[] {
  const bodyEnds = new Set(found.filter((c) => c.type === "agency").map((c) => c.end));
  const out: Candidate[] = [];
  for (const match of context.text.matchAll(
    /关于[^\n。,!?《》“”]{4,40}?的(?:若干|实施|指导)?(?:意见|决定|通知|办法|规定|措施|通告|公告|建议|决议)/g,
  )) {
    const before = context.text[match.index - 1];
    const opens =
      before === undefined ||
      before === "\n" ||
      bodyEnds.has(match.index) ||
      /(?:印发|下发|发布|公布|出台|发出|作出|通过|审议|签署)(?:了)?$/.test(
        context.text.slice(Math.max(0, match.index - 4), match.index),
      );
    if (opens) out.push(make(match.index, match.index + match[0].length, "program", null, 0.85));
  }
  return out;
}

const DRAFT = /^(?:\(?(?:修订草案|修正草案|修正案草案|修正案|草案)\)?(?:[一二三四]次审议稿)?)/;
/** What is made under a law: 行政复议法实施条例. */
const BY_LAW = /^(?:实施条例|实施细则|实施办法|司法解释)/;
/** 2024年中央一号文件: called by the year alone. */
const FIRST_DOCUMENT = /(?:(?:19|20)\d\d年)?中央一号文件/g;
const OPEN_LAW = /(?<=[\u3400-\u9fff]{2})(?:法典|法)(?=(?:修订|修正)?草案|修正案)/g;

/** 学前教育法草案, 监狱法修订草案: a law in the making, known or not; 中华人民共和国…法 without marks. */
export function laws(context: Context, found: readonly Candidate[]): Candidate[] {
  const { text } = context;
  const out: Candidate[] = [];
  const known = new Set<number>();
  for (const c of found) {
    if (c.type !== "program" || c.extractor !== "gazetteer" || !/法(?:典)?$/.test(text.slice(c.start, c.end))) continue;
    known.add(c.end);
    const draft = DRAFT.exec(text.slice(c.end, c.end + 16));
    if (draft) out.push(make(c.start, c.end + draft[0].length, "program", c.name, 0.93));
    const under = BY_LAW.exec(text.slice(c.end, c.end + 5));
    if (under) out.push(make(c.start, c.end + under[0].length, "program", `${c.name}${under[0]}`, 0.9));
  }
  for (const match of text.matchAll(FIRST_DOCUMENT))
    out.push(make(match.index, match.index + match[0].length, "program", null, 0.85));
  const ends = endsOf(found.filter((c) => c.extractor !== "local"));
  for (const match of text.matchAll(OPEN_LAW)) {
    const end = match.index + match[0].length;
    if (known.has(end)) continue;
    const walk = walkLeft(context, match.index, ends, { verbs: true, stopAtAgency: true, joints: true });
    const name = text.slice(walk.start, end);
    const draft = DRAFT.exec(text.slice(end, end + 16))!;
    if (walk.stop !== "other" && match.index - walk.start >= 2 && !NO_DOCUMENT.test(name))
      out.push(make(walk.start, end + draft[0].length, "program", name, 0.85));
  }
  for (const match of text.matchAll(/中华人民共和国([\u3400-\u9fff]{2,24}?法(?:典)?)(?![律治制规院官人庭学定则])/g))
    if (!/[的是由在]/.test(match[1]!))
      out.push(make(match.index, match.index + match[0].length, "program", documentName(context, match[0]), 0.85));
  return out;
}
