// A person's decisions about identity, as a text that a person can edit and the page can write: one decision a line.
//
//     # 是同一机构
//     合并 agency:市教委 → agency:北京市教育委员会
//     merge person:李辰 -> person:李晨
//     apart agency:北京市教委 | agency:北京市教育委员会       never joined by a rule
//     split person:李晨 @ 2025-08-29/p3 @ paper:泉州晚报 → person:李晨(泉州)
//     rename person:李辰 → 李晨
//     retype place:百团大战纪念馆 → agency
//     hide agency:有限公司
//
// Lines are replayed in their order, each on what those above it left; a line that stands twice counts once, where it stands
// last. Undo is deleting the line. A mark with a blank on both sides parts the words, so a name may hold any of the marks;
// a name with such a mark, or with " #", stands in double quotes, as in JSON.
import { InputError } from "../../lib/errors.ts";
import { ENTITY_TYPES, type EntityType } from "../types.ts";

/** Where a split holds: on a page, in an article, in all pages of a paper. */
export interface Scope {
  readonly kind: "page" | "article" | "paper";
  readonly id: string;
}

export interface ById {
  /** `TYPE:NAME`. */
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
}

export type Choice =
  | { readonly kind: "merge" | "apart" | "rename"; readonly of: ById; readonly to: ById }
  | { readonly kind: "split"; readonly of: ById; readonly to: ById; readonly scopes: readonly Scope[] }
  | { readonly kind: "retype"; readonly of: ById; readonly to: ById }
  | { readonly kind: "hide"; readonly of: ById };

export interface PersonDecision {
  /** From 1. */
  readonly line: number;
  readonly choice: Choice;
}

const KEYWORDS: ReadonlyMap<string, Choice["kind"]> = new Map([
  ["merge", "merge"],
  ["合并", "merge"],
  ["apart", "apart"],
  ["分开", "apart"],
  ["split", "split"],
  ["拆分", "split"],
  ["rename", "rename"],
  ["改名", "rename"],
  ["retype", "retype"],
  ["改类", "retype"],
  ["hide", "hide"],
  ["隐藏", "hide"],
]);

/** What a line of each kind looks like, for messages. */
const SHAPES: Readonly<Record<Choice["kind"], string>> = {
  merge: "merge TYPE:NAME → TYPE:NAME",
  apart: "apart TYPE:NAME | TYPE:NAME",
  split: "split TYPE:NAME @ PAGE → TYPE:NAME",
  rename: "rename TYPE:NAME → NAME",
  retype: "retype TYPE:NAME → TYPE",
  hide: "hide TYPE:NAME",
};

/** The type's name in the file, English and Chinese. */
const TYPE_WORDS: ReadonlyMap<string, EntityType> = new Map<string, EntityType>([
  ...ENTITY_TYPES.map((type) => [type, type] as const),
  ["城市群", "city_cluster"],
  ["机构", "agency"],
  ["项目", "program"],
  ["人物", "person"],
  ["地点", "place"],
]);

/** A mark between words (→ | @) or a word. */
interface Token {
  readonly mark: boolean;
  readonly text: string;
}

class LineError extends Error {}

/**
 * The decisions of a file, in order; of equal lines the last one stands. `source` names the file in messages.
 * Throws InputError that names the line, what it says and what was expected.
 */
export function parseDecisions(text: string, source: string): PersonDecision[] {
  const last = new Map<string, PersonDecision>();
  for (const [index, raw] of text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\r|\n/)
    .entries()) {
    const line = index + 1;
    try {
      const choice = parseLine(raw);
      if (!choice) continue;
      const key = formatChoice(choice);
      last.delete(key);
      last.set(key, { line, choice });
    } catch (error) {
      if (!(error instanceof LineError)) throw error;
      throw new InputError(`decisions: ${source}, line ${line}: ${error.message}\n  ${raw.trim().slice(0, 200)}`);
    }
  }
  return [...last.values()];
}

/** Null for an empty line or a comment. */
function parseLine(raw: string): Choice | null {
  const tokens = tokensOf(raw);
  const [keyword, ...rest] = tokens;
  if (!keyword) return null;
  const kind = keyword.mark ? undefined : KEYWORDS.get(keyword.text.toLowerCase());
  if (!kind) {
    throw new LineError(`"${keyword.text}" is no decision; expected one of ${[...KEYWORDS.keys()].join(", ")}`);
  }
  const marks = rest.filter(({ mark }) => mark).map((token) => token.text);
  const words = rest.filter(({ mark }) => !mark).map((token) => token.text);
  const wanted = kind === "hide" ? /^$/ : kind === "apart" ? /^[|→]$/ : kind === "split" ? /^@+→$/ : /^→$/;
  const inTurn = rest.every(({ mark }, i) => mark === (i % 2 === 1)) && rest.length % 2 === 1;
  if (!wanted.test(marks.join("")) || !inTurn) throw new LineError(`expected: ${SHAPES[kind]}`);
  return choiceOf(kind, words);
}

function choiceOf(kind: Choice["kind"], words: readonly string[]): Choice {
  const of = byId(words[0]!);
  const last = words.at(-1)!;
  if (kind === "hide") return { kind, of };
  if (kind === "retype") {
    const type = TYPE_WORDS.get(last);
    if (!type) throw new LineError(`"${last}" is no type; expected one of ${[...TYPE_WORDS.keys()].join(", ")}`);
    return differing({ kind, of, to: named(type, of.name) });
  }
  const bare = kind === "rename" && !TYPE_WORDS.has(last.slice(0, last.indexOf(":")));
  const to = bare ? named(of.type, last) : byId(last);
  if ((kind === "rename" || kind === "split") && to.type !== of.type) {
    throw new LineError(`${kind} keeps the type, "${of.type}"; retype changes it`);
  }
  if (kind !== "split") return differing({ kind, of, to });
  return differing({ kind, of, to, scopes: words.slice(1, -1).map(scopeOf) });
}

function differing<T extends Choice & { readonly to: ById }>(choice: T): T {
  if (choice.of.id === choice.to.id) throw new LineError(`both sides are ${choice.of.id}; expected two`);
  return choice;
}

const named = (type: EntityType, name: string): ById => ({ id: `${type}:${name}`, type, name });

function byId(word: string): ById {
  const colon = word.indexOf(":");
  const type = TYPE_WORDS.get(word.slice(0, Math.max(0, colon)));
  const name = word.slice(colon + 1).trim();
  if (!type || name === "") {
    throw new LineError(`"${word}" is no entity; expected TYPE:NAME, as person:习近平 or 人物:习近平`);
  }
  return named(type, name);
}

function scopeOf(word: string): Scope {
  const paper = /^(?:paper|报纸):(.+)$/.exec(word)?.[1];
  if (paper) return { kind: "paper", id: paper };
  return { kind: /#a\d+$/.test(word) ? "article" : "page", id: word };
}

/** Words and marks up to a comment. A word is quoted, or goes on to the next mark with blanks around it. */
function tokensOf(raw: string): Token[] {
  const tokens: Token[] = [];
  let rest = raw.trim();
  while (rest !== "" && !rest.startsWith("#")) {
    const quoted = /^"(?:[^"\\]|\\.)*"(?=\s|$)/.exec(rest)?.[0];
    const mark = /^(→|->|=>|\||@)(?=\s|$)/.exec(rest)?.[0];
    const keyword = tokens.length === 0 ? /^\S+/.exec(rest)?.[0] : undefined;
    const word = keyword ?? quoted ?? mark ?? /^.+?(?=\s+(?:→|->|=>|\||@)(?:\s|$)|\s+#|$)/s.exec(rest)![0];
    const isMark = word === mark && !keyword;
    tokens.push({ mark: isMark, text: isMark ? word.replace(/[-=]>/, "→") : word === quoted ? unquoted(word) : word });
    rest = rest.slice(word.length).trimStart();
  }
  return tokens;
}

function unquoted(word: string): string {
  try {
    return JSON.parse(word) as string;
  } catch {
    throw new LineError(`${word} is no quoted text as in JSON`);
  }
}

const NEEDS_QUOTES = /(^|\s)(→|->|=>|\||@)(\s|$)|\s#|^[#"]|^\s|\s$|[\n\r]/;
const quoted = (word: string): string => (NEEDS_QUOTES.test(word) ? JSON.stringify(word) : word);

/** A decision as its line, English keyword first: what the page writes and `parseDecisions` reads back. */
export function formatChoice(choice: Choice): string {
  const of = quoted(choice.of.id);
  switch (choice.kind) {
    case "hide":
      return `hide ${of}`;
    case "apart":
      return `apart ${of} | ${quoted(choice.to.id)}`;
    case "retype":
      return `retype ${of} → ${choice.to.type}`;
    case "split":
      return `split ${of} ${choice.scopes.map((scope) => `@ ${formatScope(scope)}`).join(" ")} → ${quoted(choice.to.id)}`;
    default:
      return `${choice.kind} ${of} → ${quoted(choice.to.id)}`;
  }
}

const formatScope = ({ kind, id }: Scope): string => quoted(kind === "paper" ? `paper:${id}` : id);
