// Files of an export: written under another name in chunks, renamed when whole. The only file of this room that writes.
import { createHash } from "node:crypto";
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { open } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { InputError } from "../lib/errors.ts";

/** Characters gathered before a write: one string of a whole export would pass the engine's longest string. */
const CHUNK = 1 << 20;

export interface Written {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Writes a file from pieces of text. Whoever looks sees the old content or the new. Throws what the disk throws, and what
 * the pieces throw. `onWhole` is called when the new content is whole, just before it takes the old one's place.
 */
export async function writePieces(
  path: string,
  pieces: Iterable<string> | AsyncIterable<string>,
  onWhole: () => void = () => {},
): Promise<Written> {
  const hash = createHash("sha256");
  let bytes = 0;
  await replaceFile(path, async (temporary) => {
    // A handle and not a stream: a stream that fails may open its file after we have removed it.
    const file = await open(temporary, "w");
    try {
      for await (const chunk of chunked(pieces)) {
        const buffer = Buffer.from(chunk);
        hash.update(buffer);
        bytes += buffer.length;
        await file.writeFile(buffer);
      }
    } finally {
      await file.close();
    }
    onWhole();
  });
  return { bytes, sha256: hash.digest("hex") };
}

/** The same for a file that `write` makes by itself, given the name to write under. */
export async function writeBy(
  path: string,
  write: (temporary: string) => Promise<void>,
  onWhole: () => void = () => {},
): Promise<Written> {
  const hash = createHash("sha256");
  await replaceFile(path, async (temporary) => {
    await write(temporary);
    await pipeline(createReadStream(temporary), hash);
    onWhole();
  });
  return { bytes: statSync(path).size, sha256: hash.digest("hex") };
}

async function replaceFile(path: string, write: (temporary: string) => Promise<void>): Promise<void> {
  makeFolder(dirname(path));
  const temporary = `${path}.${process.pid}.tmp`;
  checkWritable(temporary, path);
  try {
    await write(temporary);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** One by one: asked for all at once where the system makes none (below /proc), Node 20 tries for ever. */
function makeFolder(folder: string): void {
  const missing: string[] = [];
  let at = resolve(folder);
  for (; !existsSync(at); at = dirname(at)) missing.push(at);
  if (!statSync(at).isDirectory()) throw new InputError(`export: "${at}" is a file; no folder can be made below it`);
  for (const one of missing.toReversed()) {
    try {
      mkdirSync(one);
    } catch (error) {
      // Another process may have made it since.
      if (existsSync(one) && statSync(one).isDirectory()) continue;
      throw new InputError(`export: no folder can be made at "${one}" (${codeOf(error)})`);
    }
  }
}

function checkWritable(temporary: string, path: string): void {
  try {
    writeFileSync(temporary, "");
    rmSync(temporary);
  } catch (error) {
    throw new InputError(`export: "${path}" cannot be written (${codeOf(error)})`);
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

export const removeFile = (path: string): void => rmSync(path, { force: true });

async function* chunked(pieces: Iterable<string> | AsyncIterable<string>): AsyncIterable<string> {
  let chunk: string[] = [];
  let size = 0;
  for await (const piece of pieces) {
    chunk.push(piece);
    size += piece.length;
    if (size < CHUNK) continue;
    yield chunk.join("");
    chunk = [];
    size = 0;
  }
  if (size > 0) yield chunk.join("");
}

/**
 * Makes an output folder ready. Throws InputError when it is a file, cannot be made, or holds something that `isOurs` does not know and
 * `force` is not given: an export never mixes with what somebody keeps there.
 */
export function prepareFolder(folder: string, isOurs: (names: readonly string[]) => boolean, force: boolean): void {
  if (folder === "") throw new InputError("export: the output has no name; name a folder");
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory())
      throw new InputError(`export: "${folder}" is a file; this format writes a folder`);
    const names = readdirSync(folder);
    if (names.length > 0 && !force && !isOurs(names)) {
      throw new InputError(
        `export: "${folder}" is not empty and not an earlier export of this format; name another folder, or use --force`,
      );
    }
  }
  makeFolder(folder);
}

/**
 * Makes the folder of a one-file format's output. Throws InputError when the output is a folder, cannot be made, or would replace a file of another kind: by its
 * ending somebody's own, not an earlier export.
 */
export function checkFile(path: string, extension: string): void {
  if (path === "") throw new InputError("export: the output has no name; name a file");
  if (/[/\\]$/.test(path) || (existsSync(path) && statSync(path).isDirectory())) {
    throw new InputError(`export: "${path}" is a folder; this format writes one file`);
  }
  if (existsSync(path) && !path.toLowerCase().endsWith(`.${extension}`)) {
    throw new InputError(`export: "${path}" stands already and is no .${extension} file; name another`);
  }
  makeFolder(dirname(path));
  checkWritable(`${path}.${process.pid}.tmp`, path);
}
