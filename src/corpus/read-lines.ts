// A stream of bytes → its lines, as bytes: a .jsonl may be larger than a string can be, and in any encoding where a line
// feed is one byte (UTF-8, GB18030, Big5).

/** Longest line that is kept, in bytes. A longer one is one page's text no more. */
const MAX_LINE = 128 * 1024 * 1024;

/**
 * Lines without their line feed; a carriage return before it and a byte-order mark are left for the decoder and parser.
 * A line that is too long comes as null, and what follows it is read on. Cost: O(bytes); memory: the longest line.
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | null> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const take = (): Uint8Array | null => {
    const line = length > MAX_LINE ? null : parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    parts = [];
    length = 0;
    return line;
  };
  const keep = (part: Uint8Array): void => {
    length += part.length;
    if (length > MAX_LINE) parts = [];
    else parts.push(part);
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, start)) {
      keep(chunk.subarray(start, end));
      start = end + 1;
      yield take();
    }
    if (start < chunk.length) keep(chunk.subarray(start));
  }
  if (length > 0) yield take();
}
