// Reads an archive of stored files as its directory at the end tells them; throws for what is not one.
import { crc32 } from "../../viz/src/takeaway/zip.ts";

/** Name → content. */
export function unzipBytes(bytes: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  if (view.getUint32(end, true) !== 0x06054b50) throw new Error("no directory at the end");
  const found = new Map<string, Uint8Array>();
  let at = view.getUint32(end + 16, true);
  for (let n = view.getUint16(end + 10, true); n > 0; n--) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Error("no entry where one belongs");
    const [sum, size, local] = [
      view.getUint32(at + 16, true),
      view.getUint32(at + 24, true),
      view.getUint32(at + 42, true),
    ];
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length));
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const content = bytes.subarray(start, start + size);
    if (crc32(content) !== sum) throw new Error(`${name} is damaged`);
    found.set(name, content);
    at += 46 + length;
  }
  return found;
}

export const unzip = (bytes: Uint8Array): Map<string, string> =>
  new Map([...unzipBytes(bytes)].map(([name, content]) => [name, Buffer.from(content).toString("utf8")]));
