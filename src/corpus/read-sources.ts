// Inputs → the list of files to read. In: files and folders as named by a person. Out: one Source a file, sorted by page id,
// so that no order of arguments or of the file system shows in what follows.
import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, extname, join, relative, sep } from "node:path";
import { InputError } from "../lib/errors.ts";
import type { Issue } from "../lib/issue.ts";
import { byKey } from "../lib/order.ts";
import { corpusIssue, reasonOf } from "./issues.ts";
import { KINDS, pageIdOf } from "./page-id.ts";
import type { Source } from "./types.ts";

interface Walk {
  readonly root: string;
  /** Real paths of folders read under this root: a link back into them is not followed again. */
  readonly seen: Set<string>;
  readonly sources: Source[];
  readonly issues: Issue[];
}

/**
 * Lists the files under the inputs, each a file or a folder (read with its subfolders, hidden entries skipped).
 *
 * Out: sources sorted by page id, and issues sorted by message: "file-skipped" for an ending that is not read, a device, or
 * a linked folder that is read elsewhere; "file-unreadable" for what cannot be opened. The same file named twice counts once.
 * Throws InputError where an input does not exist, and where two files would be the same page. Cost: one stat a file.
 */
export async function listSources(inputs: readonly string[]): Promise<{ sources: Source[]; issues: Issue[] }> {
  const sources: Source[] = [];
  const issues: Issue[] = [];
  for (const input of inputs) {
    const found = await stat(input).catch((error: unknown) => {
      throw new InputError(`corpus: the input "${input}" cannot be read (${reasonOf(error)}). Is the path right?`);
    });
    if (found.isDirectory()) {
      const root = await realpath(input);
      const walk: Walk = { root, seen: new Set([root]), sources, issues };
      await walkFolder(walk, input, input);
    } else if (found.isFile()) addFile({ root: "", seen: new Set(), sources, issues }, input, basename(input));
    else issues.push(skipped(basename(input), "it is neither a file nor a folder"));
  }
  const unique = await refuseEqualIds(
    sources.sort(byKey((source) => [source.page, source.kind === "jsonl", source.path].join("\0"))),
  );
  return { sources: unique, issues: issues.sort(byKey((issue) => issue.message)) };
}

async function walkFolder(walk: Walk, base: string, folder: string): Promise<void> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    walk.issues.push(unreadable(nameIn(base, folder), error));
    return;
  }
  for (const entry of entries.sort(byKey((entry) => entry.name))) {
    if (entry.name.startsWith(".")) continue;
    const path = join(folder, entry.name);
    const name = nameIn(base, path);
    if (entry.isFile()) addFile(walk, path, name);
    else if (entry.isDirectory()) await enterFolder(walk, base, path);
    else if (entry.isSymbolicLink()) await followLink(walk, base, path, name);
    else walk.issues.push(skipped(name, "it is neither a file nor a folder"));
  }
}

/** Each real folder is read once under a root, so that no loop of links can go round. */
async function enterFolder(walk: Walk, base: string, path: string): Promise<void> {
  const name = nameIn(base, path);
  try {
    const real = await realpath(path);
    if (walk.seen.has(real)) {
      walk.issues.push(skipped(name, "the folder is read elsewhere"));
      return;
    }
    walk.seen.add(real);
  } catch (error) {
    walk.issues.push(unreadable(name, error));
    return;
  }
  await walkFolder(walk, base, path);
}

async function followLink(walk: Walk, base: string, path: string, name: string): Promise<void> {
  try {
    const target = await stat(path);
    if (target.isFile()) return addFile(walk, path, name);
    // A folder inside the root is read under its own name, wherever that sorts.
    const inside = target.isDirectory() && (await realpath(path)).startsWith(walk.root + sep);
    if (inside) walk.issues.push(skipped(name, "the folder that it links to is read under its own name"));
    else if (target.isDirectory()) await enterFolder(walk, base, path);
    else walk.issues.push(skipped(name, "it is neither a file nor a folder"));
  } catch (error) {
    walk.issues.push(unreadable(name, error));
  }
}

function addFile(walk: Walk, path: string, name: string): void {
  const ending = extname(name);
  const kind = KINDS.get(ending.toLowerCase());
  if (kind === undefined) walk.issues.push(skipped(name, `only ${[...KINDS.keys()].join(" ")} are read`));
  else walk.sources.push({ page: pageIdOf(name), path, source: name, kind });
}

// Records of a .jsonl name their own pages, so those are compared when they are read (read.ts).
async function refuseEqualIds(sorted: readonly Source[]): Promise<Source[]> {
  const unique: Source[] = [];
  for (const source of sorted) {
    const last = unique.at(-1);
    if (last?.page !== source.page || (last.kind === "jsonl") !== (source.kind === "jsonl")) unique.push(source);
    else if ((await realpath(last.path)) === (await realpath(source.path))) continue;
    else if (source.kind === "jsonl") unique.push(source);
    else
      throw new InputError(
        `corpus: "${last.path}" and "${source.path}" would both be page "${source.page}". ` +
          "Rename one, or give the folder that holds both so that their paths differ.",
      );
  }
  return unique;
}

/** Issues and pages name files relative to the input folder, so that they are the same wherever it lies. */
const nameIn = (base: string, path: string): string => relative(base, path).split(sep).join("/") || ".";
const skipped = (name: string, why: string): Issue =>
  corpusIssue("file-skipped", null, `"${name}" was skipped: ${why}.`);
const unreadable = (name: string, error: unknown): Issue =>
  corpusIssue("file-unreadable", null, `"${name}" cannot be read: ${reasonOf(error)}.`);
