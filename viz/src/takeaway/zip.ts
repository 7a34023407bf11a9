// Some files as one ZIP archive, stored as they are: one download instead of several, each of which a browser would ask
// about. Pure. PKWARE's APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16: names in UTF-8 (flag bit 11), no clock.
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const UTF8 = 0x0800;
/** 1 January 1980, the earliest day that the format can say. */
const NO_DAY = 0x0021;

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

/** CRC-32 as ZIP and PNG have it. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 255]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Throws RangeError for what needs ZIP64: 4 GB, 65,535 files. */
export function zip(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const file = encoder.encode(name);
    const facts = [20, UTF8, 0, 0, NO_DAY] as const;
    const sizes = [crc32(bytes), bytes.length, bytes.length] as const;
    const local = join(fields32(0x04034b50), fields16(...facts), fields32(...sizes), fields16(file.length, 0), file);
    directory.push(
      join(
        fields32(0x02014b50),
        fields16(20, ...facts),
        fields32(...sizes),
        fields16(file.length, 0, 0, 0, 0),
        fields32(0, offset),
        file,
      ),
    );
    parts.push(local, bytes);
    offset += local.length + bytes.length;
  }
  const listed = join(...directory);
  if (offset + listed.length > 0xffffffff || entries.length > 0xffff) throw new RangeError("zip: too large");
  const end = join(
    fields32(0x06054b50),
    fields16(0, 0, entries.length, entries.length),
    fields32(listed.length, offset),
    fields16(0),
  );
  return join(...parts, listed, end);
}

function fields16(...values: number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 2));
  values.forEach((value, i) => {
    view.setUint16(i * 2, value, true);
  });
  return new Uint8Array(view.buffer);
}

function fields32(...values: number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  values.forEach((value, i) => {
    view.setUint32(i * 4, value, true);
  });
  return new Uint8Array(view.buffer);
}

function join(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
