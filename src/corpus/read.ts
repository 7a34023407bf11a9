// Files → pages, one at a time: a file or a line of a .jsonl is in memory, never the corpus.
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { InputError } from "../lib/errors.ts";
import { sha256 } from "../lib/hash.ts";
import type { Issue } from "../lib/issue.ts";
import { compareCodePoints } from "../lib/order.ts";
import { type DecodedText, decodeBytes } from "../text/index.ts";
import { imprintOf } from "./imprint.ts";
import { corpusIssue, reasonOf } from "./issues.ts";
import { htmlText } from "./parse-html.ts";
import { type MetaTable, parseMeta } from "./parse-meta.ts";
import { parseRecord } from "./parse-record.ts";
import { splitLines } from "./read-lines.ts";
import { listSources } from "./read-sources.ts";
import type { Imprint, Page, PageRead, Source } from "./types.ts";

const NO_META: MetaTable = { rows: new Map(), issues: [] };
/** Broken lines of one .jsonl that get a row each; the rest share one, so that a wrong file does not fill the table. */
const MAX_BROKEN_ROWS = 20;

/**
 * Reads every page under the inputs, in the order of page ids (records of a .jsonl in the order of its lines).
 *
 * First comes what listing the files gave, last the rows of the table that name no page; both with `page: null`.
 * Throws InputError as `listSources` and `readMeta` do, and where two records name the same page; never for one bad file.
 * Memory: the largest file or line, and the ids.
 */
export async function* readPages(inputs: readonly string[], metaFile?: string): AsyncGenerator<PageRead> {
  const meta = metaFile === undefined ? NO_META : await readMeta(metaFile);
  const { sources, issues } = await listSources(inputs);
  if (issues.length + meta.issues.length > 0) yield { page: null, issues: [...issues, ...meta.issues] };
  const sourceOf = new Map<string, string>();
  for (const source of sources)
    for await (const read of readSource(source, meta)) {
      if (read.page) claim(sourceOf, read.page);
      yield read;
    }
  const unused = [...meta.rows.keys()].filter((page) => !sourceOf.has(page)).sort(compareCodePoints);
  if (unused.length > 0)
    yield {
      page: null,
      issues: unused.map((page) =>
        corpusIssue("meta-unused", null, `the metadata table has a row for "${page}", but there is no such page.`),
      ),
    };
}

function claim(sourceOf: Map<string, string>, { page, source }: Page): void {
  const other = sourceOf.get(page);
  if (other !== undefined)
    throw new InputError(`corpus: "${other}" and "${source}" are both page "${page}". Give one another id.`);
  sourceOf.set(page, source);
}

/** Reads one source: one result for a file, one a line for a .jsonl. What cannot be read is an issue, never an exception. */
export async function* readSource(source: Source, meta: MetaTable = NO_META): AsyncGenerator<PageRead> {
  try {
    if (source.kind === "jsonl") yield* readRecords(source, meta);
    else yield readWhole(source, await readFile(source.path), meta);
  } catch (error) {
    if (error instanceof InputError) throw error;
    yield failed("file-unreadable", `"${source.source}" cannot be read: ${reasonOf(error)}.`);
  }
}

/** Reads the metadata table (parse-meta.ts) in any encoding that pages may have. Throws InputError. */
export async function readMeta(file: string): Promise<MetaTable> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new InputError(`corpus: the metadata table "${file}" cannot be read: ${reasonOf(error)}. Is the path right?`);
  });
  const decoded = decodeBytes(bytes);
  if (!decoded) throw new InputError(`corpus: the metadata table "${file}" is no text. Was it saved as CSV?`);
  return parseMeta(decoded.text, basename(file));
}

function readWhole(source: Source, bytes: Uint8Array, meta: MetaTable): PageRead {
  const decoded = decodeBytes(bytes);
  if (!decoded)
    return failed(
      "file-binary",
      `"${source.source}" is no text in UTF-8, UTF-16, GB18030 or Big5 (${bytes.length} bytes).`,
    );
  const text = source.kind === "html" ? htmlText(decoded.text) : decoded.text;
  if (text.trim() === "") return failed("file-empty", `"${source.source}" holds no text.`);
  const doubts = doubtsOf(source.page, source.source, decoded);
  const page = { page: source.page, source: source.source, sha256: sha256(bytes), text };
  return described(page, meta.rows.get(source.page), doubts);
}

async function* readRecords(source: Source, meta: MetaTable): AsyncGenerator<PageRead> {
  let number = 0;
  let broken = 0;
  for await (const bytes of splitLines(createReadStream(source.path))) {
    number++;
    const read = readRecord(source, number, bytes, meta);
    if (read === null) continue;
    if (read.issues[0]?.code !== "line-broken" || ++broken <= MAX_BROKEN_ROWS) yield read;
  }
  if (broken > MAX_BROKEN_ROWS) {
    const rest = broken - MAX_BROKEN_ROWS;
    const message = `"${source.source}": ${rest} further lines are no records.`;
    yield { page: null, issues: [corpusIssue("line-broken", null, message, rest)] };
  }
}

/** The page of one line; null for a blank line. */
function readRecord(source: Source, number: number, bytes: Uint8Array | null, meta: MetaTable): PageRead | null {
  const at = `${source.source}:${number}`;
  const decoded = bytes === null ? null : decodeBytes(bytes);
  if (!bytes || !decoded) return failed("line-broken", `${at} is no text or too long.`);
  if (decoded.text.trim() === "") return null;
  const record = parseRecord(decoded.text);
  if (typeof record === "string") return failed("line-broken", `${at}: ${record}.`);
  if (record.text.trim() === "") return failed("file-empty", `${at} holds no text.`);
  const id = record.page ?? `${source.page}:${number}`;
  const issues = doubtsOf(id, at, decoded);
  if (record.badDate !== null)
    issues.push(corpusIssue("meta-date", id, `${at}: "${record.badDate}" is no date; written as 2025-08-29?`));
  const row = meta.rows.get(id);
  const given: Imprint = {
    paper: row?.paper ?? record.paper,
    place: row?.place ?? record.place,
    date: row?.date ?? record.date,
  };
  return described({ page: id, source: at, sha256: sha256(bytes), text: record.text }, given, issues);
}

function described(page: Omit<Page, keyof Imprint>, given: Imprint | undefined, doubts: readonly Issue[]): PageRead {
  const { imprint, issues } = imprintOf(page.page, page.text, page.source, given);
  return { page: { ...page, ...imprint }, issues: [...doubts, ...issues] };
}

function doubtsOf(page: string, name: string, { encoding, guessed, damaged, controls }: DecodedText): Issue[] {
  const doubts: Issue[] = [];
  if (guessed) doubts.push(corpusIssue("encoding-guessed", page, `"${name}" was read as ${encoding}.`));
  if (damaged > 0)
    doubts.push(
      corpusIssue("file-damaged", page, `"${name}" (${encoding}) has ${damaged} places that cannot be read.`, damaged),
    );
  if (controls > 0)
    doubts.push(corpusIssue("file-controls", page, `"${name}" has ${controls} control characters.`, controls));
  return doubts;
}

const failed = (code: "file-unreadable" | "file-binary" | "file-empty" | "line-broken", message: string): PageRead => ({
  page: null,
  issues: [corpusIssue(code, null, message)],
});
