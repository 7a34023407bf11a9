// Files of an export: written under another name in chunks, renamed when whole. The only file of this room that writes.
import { createHash } from "node:crypto";
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname } from "node:path";
import { Readable } from "node:stream";
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
    const hashed = async function* (): AsyncIterable<Buffer> {
      for await (const chunk of chunked(pieces)) {
        const buffer = Buffer.from(chunk);
        hash.update(buffer);
        bytes += buffer.length;
        yield buffer;
      }
    };
    await pipeline(Readable.from(hashed()), createWriteStream(temporary));
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
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await write(temporary);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

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
 * Makes an output folder ready. Throws InputError when it is a file, or holds something that `isOurs` does not know and
 * `force` is not given: an export never mixes with what somebody keeps there.
 */
export function prepareFolder(folder: string, isOurs: (names: readonly string[]) => boolean, force: boolean): void {
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
  mkdirSync(folder, { recursive: true });
}

/**
 * Throws InputError when the output of a one-file format is a folder, or would replace a file of another kind: by its
 * ending somebody's own, not an earlier export.
 */
export function checkFile(path: string, extension: string): void {
  if (existsSync(path) && !path.toLowerCase().endsWith(`.${extension}`)) {
    throw new InputError(`export: "${path}" stands already and is no .${extension} file; name another`);
  }
  if (existsSync(path) && statSync(path).isDirectory()) {
    throw new InputError(`export: "${path}" is a folder; this format writes one file`);
  }
}
