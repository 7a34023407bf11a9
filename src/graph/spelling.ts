// A name in Latin letters, for people who type pinyin: made at build time, because the tables of readings are too large for a page.
//
// pinyin-pro (MIT) knows phrases, so 重庆 is chong qing and 长江 chang jiang. Latin letters and figures of a name stay as
// they are, in lower case, as one syllable a run ("G20峰会" → "g20 feng hui").
import { pinyin } from "pinyin-pro";

export interface Spelling {
  /** Syllables joined by blanks, no tones; "" for a name without Han characters. */
  readonly pinyin: string;
  /** First letters of the syllables; "" for a name without Han characters. */
  readonly initials: string;
}

const HAN = /\p{Script=Han}/u;

/** The spelling of one name. Cost: about 10 µs a character. */
export function spellingOf(name: string): Spelling {
  if (!HAN.test(name)) return { pinyin: "", initials: "" };
  const syllables = pinyin(name, { toneType: "none", type: "array", nonZh: "consecutive", v: true })
    .map((syllable) => syllable.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ""))
    .filter((syllable) => syllable !== "");
  return { pinyin: syllables.join(" "), initials: syllables.map((syllable) => [...syllable][0]).join("") };
}
