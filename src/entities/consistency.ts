// A name found surely once is found everywhere in its text, and its short forms lead to it.
//
//   中核华铀科技发展有限公司(以下简称“中核华铀”) … 中核华铀      the short form is declared, or is the head of the company's name
//   涉县赤岸村 … 赤岸村                                        the county is left out the second time
//   刘伯承 … 刘师长                                            one person of that surname only
import type { Candidate } from "./candidates.ts";
import { type Context, standsAlone, wordsOf } from "./context.ts";
import { createFormIndex } from "./form-index.ts";
import type { EntityType } from "./types.ts";

interface Known {
  readonly type: EntityType;
  readonly name: string;
  readonly rule: string | null;
  readonly kind?: string | undefined;
}

const SURE = 0.7;
const COMPANY_TAIL =
  /^(.+?)((?:电子|新材料|材料|生物|信息|文化|旅游|农业|建设|建筑|网络|智能|电工|能源|环保|医药|食品|生态|实业|投资|产业|工程|机械|化工|科技|技术|发展|股份|控股|集团|有限|责任|公司)+)$/;

function addForm(forms: Map<string, Known[]>, form: string, known: Known): void {
  if (form.length < 2) return;
  const list = forms.get(form);
  if (!list) forms.set(form, [known]);
  else if (!list.some((other) => other.name === known.name)) list.push(known);
}

/** 以下简称“X”, 简称“X”: what a full name at `end` declares. */
function declared(context: Context, end: number): string | null {
  const match = /^[(][^()\n]{0,12}简称[::]?[“"]?([^”"()\n]{2,12}?)[”"]?[)]/.exec(context.text.slice(end, end + 40));
  return match ? match[1]! : null;
}

function shortForms(context: Context, c: Candidate, name: string): string[] {
  const out: string[] = [];
  if (c.type === "agency") {
    const said = declared(context, c.end);
    if (said) out.push(said);
    const company = /公司$/.test(name) ? COMPANY_TAIL.exec(name) : null;
    const stem = company?.[1];
    if (stem && stem.length >= 4) out.push(stem);
  }
  return out;
}

/** The names of one text, by the form in which they may return. */
export function knownForms(context: Context, kept: readonly Candidate[]): Map<string, Known[]> {
  const forms = new Map<string, Known[]>();
  for (const c of kept) {
    const surface = context.text.slice(c.start, c.end);
    if (surface.includes("\n")) continue;
    const name = c.name ?? surface;
    if (c.score < SURE || c.extractor === "gazetteer" || c.extractor === "local") continue;
    if (c.type === "person" || surface.length >= 4)
      addForm(forms, surface, { type: c.type, name, rule: c.rule, kind: c.kind });
    for (const short of shortForms(context, c, name))
      addForm(forms, short, { type: c.type, name, rule: "full-name-in-article" });
    if (c.type === "place" && c.kind === "small") {
      const county = /^(.{1,6}?[县市区旗])(.{2,}[村镇乡道区])$/.exec(name);
      if (county && context.resources.regions.has(county[1]!))
        addForm(forms, county[2]!, { type: "place", name, rule: "full-name-in-article", kind: "small" });
    }
  }
  for (const [form, list] of [...forms])
    if (new Set(list.map((k) => `${k.type}:${k.name}`)).size > 1) forms.delete(form);
  return forms;
}

/** Occurrences of known forms that no sure find covers. */
export function repeatedNames(context: Context, forms: ReadonlyMap<string, Known[]>): Candidate[] {
  const out: Candidate[] = [];
  if (forms.size === 0) return out;
  for (const { start, end, values } of createFormIndex(forms).all(context.text)) {
    const known = values[0]!;
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
