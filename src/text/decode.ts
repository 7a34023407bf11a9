// Bytes → text. (To be deepened: GB18030, Big5, UTF-16.)
export interface DecodedText {
  readonly text: string;
  /** "utf-8", "utf-16le", "utf-16be", "gb18030", "big5". */
  readonly encoding: string;
}

/** The text without byte-order mark, or null where the bytes are no text. */
export function decodeBytes(bytes: Uint8Array): DecodedText | null {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    return null;
  }
}
