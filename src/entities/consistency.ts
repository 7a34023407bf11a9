// A name found surely once is found everywhere in its text, and its short forms lead to it.
//
//   中核华铀科技发展有限公司(以下简称“中核华铀”) … 中核华铀      the short form is declared, or is the head of the company's name
//   涉县赤岸村 … 赤岸村                                        the county is left out the second time
//   安东尼奥·若泽·塞古罗 … 塞古罗                               what stands behind the last dot
//   刘伯承 … 刘师长                                            one person of that surname only
import type { Candidate } from "./candidates.ts";
import { type Context, standsAlone, wordsOf } from "./context.ts";
import { createFormIndex } from "./form-index.ts";
import type { EntityType } from "./types.ts";

/** What a form stands for in a text. */
export interface Known {
  readonly type: EntityType;
  readonly name: string;
  readonly rule: string | null;
  readonly kind?: string | undefined;
  /** The text itself declares the form: 以下简称“X”. */
  readonly declared?: boolean;
}

/** How much speaks for a reading of a form: sums of scores, and where the form itself stands ("ARTICLE START"). */
interface Reading {
  readonly known: Known;
  weight: number;
  readonly at: Set<string>;
}

/** By form as printed, without blanks. */
export type KnownForms = ReadonlyMap<string, readonly Reading[]>;

const FULL_NAME = "full-name-in-article";
const SURE = 0.7;
const COMPANY_TAIL =
  /^(.+?)((?:电子|新材料|材料|生物|信息|文化|旅游|农业|建设|建筑|网络|智能|电工|能源|环保|医药|食品|生态|实业|投资|产业|工程|机械|化工|科技|技术|发展|股份|控股|集团|有限|责任|公司)+)$/;

/** 国际|泳联, 中国|作协: an association's short form without its reach. */
const BARE =
  /^(?:中国|国际|全国|世界|亚洲|国家)((?:[作音美书剧影记科文侨青体足篮排乒羽网田泳滑冰曲舞摄视][协联]|贸促会|消协|红十字会|外汇局|残联|残奥委会))$/;

function addForm(forms: Map<string, Reading[]>, form: string, known: Known, score: number, at: string): void {
  if (form.length < 2) return;
  const list = forms.get(form) ?? [];
  forms.set(form, list);
  const same = list.find((other) => other.known.name === known.name && other.known.type === known.type);
  const reading = same ?? { known, weight: 0, at: new Set<string>() };
  if (!same) list.push(reading);
  reading.weight += score;
  reading.at.add(at);
}

/** 以下简称“X”, 简称“X”: what a full name at `end` declares. */
function declared(context: Context, end: number): string | null {
  const match = /^[(][^()\n]{0,12}简称[::]?[“"]?([^”"()\n]{2,12}?)[”"]?[)]/.exec(context.text.slice(end, end + 40));
  return match ? match[1]! : null;
}

/** 长江蓝海科技发展有限公司 → 长江蓝海, of four units and more; null for other names. */
function companyStem(name: string): string | null {
  const stem = /公司$/.test(name) ? COMPANY_TAIL.exec(name)?.[1] : undefined;
  return stem && stem.length >= 4 ? stem : null;
}

const keyOf = (context: Context, start: number, end: number): string => `${context.article.article} ${start} ${end}`;

/** So sure a find needs no other to bear it out. */
const SETTLED = 0.9;
/** Short names come back only where they were as good as certain: 乌镇. */
const CERTAIN = 0.95;

/** The names that are sure somewhere in a text, by the form in which they may return. In: its articles, and the finds of each. */
export function knownForms(contexts: readonly Context[], kept: readonly (readonly Candidate[])[]): KnownForms {
  const forms = new Map<string, Reading[]>();
  contexts.forEach((context, i) => {
    for (const candidate of kept[i]!) addForms(forms, context, candidate);
  });
  return forms;
}

function addForms(forms: Map<string, Reading[]>, context: Context, c: Candidate): void {
  const surface = context.text.slice(c.start, c.end);
  if (surface.includes("\n") || c.score < SURE) return;
  const bare = c.type === "agency" ? BARE.exec(surface)?.[1] : undefined;
  if (bare)
    addForm(
      forms,
      bare,
      { type: "agency", name: c.name ?? surface, rule: FULL_NAME },
      c.score,
      keyOf(context, c.start, c.end),
    );
  if (c.extractor === "gazetteer" || c.extractor === "local") return;
  const name = c.name ?? surface;
  const at = keyOf(context, c.start, c.end);
  const add = (form: string, known: Known): void => addForm(forms, form, known, c.score, at);
  if (c.type === "person" || surface.length >= 4 || c.score >= CERTAIN)
    add(surface, { type: c.type, name, rule: c.rule, kind: c.kind });
  // 安东尼奥·若泽·塞古罗 … 塞古罗
  const family = c.type === "person" ? /·([^·]{2,})$/.exec(name)?.[1] : undefined;
  if (family) add(family, { type: "person", name, rule: FULL_NAME });
  if (c.type === "agency") {
    const said = declared(context, c.end);
    const stem = companyStem(name);
    if (said) add(said, { type: c.type, name, rule: FULL_NAME, declared: true });
    if (stem && stem !== said) add(stem, { type: c.type, name, rule: FULL_NAME });
  }
  if (c.type === "place" && c.kind === "small") {
    const county = /^(.{1,6}?[县市区旗])(.{2,}[村镇乡道区])$/.exec(name);
    if (county && context.resources.regions.has(county[1]!))
      add(county[2]!, { type: "place", name, rule: FULL_NAME, kind: "small" });
  }
}

/** A full name that the text gives goes before the short form by itself, then what has more weight. */
function compareReadings(a: Reading, b: Reading): number {
  return Number(a.known.rule === FULL_NAME) - Number(b.known.rule === FULL_NAME) || a.weight - b.weight;
}

/**
 * Where known forms stand. Of several readings of a form the one with the most weight, none where two full names share it; a
 * find that is all that speaks for a form does not bear out itself, and one that needs no help gets none.
 */
export function repeatedNames(context: Context, forms: KnownForms, kept: readonly Candidate[]): Candidate[] {
  const out: Candidate[] = [];
  if (forms.size === 0) return out;
  const settled = new Map(kept.filter(({ score }) => score >= SETTLED).map((name) => [name.start, name]));
  for (const { start, end, values } of createFormIndex(forms).all(context.text)) {
    if (values.filter(({ known }) => known.rule === FULL_NAME).length > 1) continue;
    const { known, at } = values.reduce((best, other) => (compareReadings(other, best) > 0 ? other : best));
    if (at.size === 1 && at.has(keyOf(context, start, end))) continue;
    const own = settled.get(start);
    if (own?.end === end && own.type === known.type && (own.name ?? context.text.slice(start, end)) === known.name)
      continue;
    const short = end - start <= 2 || (known.type === "person" && end - start === 2);
    if (short && !standsAlone(context, start, end) && !looksAlone(context, start, end)) continue;
    out.push({
      start,
      end,
      type: known.type,
      name: known.name,
      score: 0.72,
      extractor: "consistency",
      rule: known.rule,
      ...(known.kind ? { kind: known.kind } : {}),
      ...(known.declared ? { certain: true } : {}),
    });
  }
  return out;
}

/** A name of two units whose parts are words of one unit each is as good as a word. */
function looksAlone(context: Context, start: number, end: number): boolean {
  return context.wordStart[start] === 1 && context.wordStart[end] === 1;
}

const CALLED =
  /([\u3400-\u9fff])(师长|司令员|司令|政委|军长|旅长|团长|营长|连长|老师|教授|院士|医生|大爷|大妈|奶奶|爷爷|书记|主任|队长|先生|女士|总理|主席|所长|站长)(?![\u3400-\u9fff]{0,2}(?:会|团|处))/g;

/** 刘师长: a surname and a title stand for the one person of that surname. */
export function calledByTitle(context: Context, kept: readonly Candidate[]): Candidate[] {
  const persons = new Map<string, Set<string>>();
  for (const c of kept) {
    if (c.type !== "person") continue;
    const name = c.name ?? context.text.slice(c.start, c.end);
    persons.set(name[0]!, (persons.get(name[0]!) ?? new Set()).add(name));
  }
  const out: Candidate[] = [];
  const taken = new Uint8Array(context.text.length);
  for (const c of kept) taken.fill(1, c.start, c.end);
  for (const match of context.text.matchAll(CALLED)) {
    const names = persons.get(match[1]!);
    const end = match.index + match[0].length;
    if (names?.size !== 1 || !wordsOf(context, "surname").has(match[1]!)) continue;
    if (!context.wordStart[match.index] || taken.subarray(match.index, end).includes(1)) continue;
    out.push({
      start: match.index,
      end,
      type: "person",
      name: [...names][0]!,
      score: 0.75,
      extractor: "consistency",
      rule: "surname-and-title",
    });
  }
  return out;
}
