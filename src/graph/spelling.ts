// A name in Latin letters, for people who type pinyin: made at build time, because the tables of readings are too large for a page.
//
// pinyin-pro (MIT) knows phrases, so 重庆 is chong qing and 长江 chang jiang, and surnames, so the person 单田芳 is shan tian
// fang. What it misreads of places and short forms stands in READINGS. Latin letters and figures of a name stay as they
// are, in lower case, as one syllable a run ("G20峰会" → "g20 feng hui").
import { pinyin } from "pinyin-pro";

export interface Spelling {
  /** Syllables joined by blanks, no tones, ü as v; "" for a name without Han characters. */
  readonly pinyin: string;
  /** First letters of the syllables; "" for a name without Han characters. */
  readonly initials: string;
}

const HAN = /\p{Script=Han}/u;

/** Local readings (中国地名大词典, 现代汉语词典) that pinyin-pro 3.29 gives otherwise; used where a name begins or a district ends. */
const READINGS: Readonly<Record<string, string>> = {
  乐清: "yue qing",
  乐亭: "lao ting",
  会稽: "kuai ji",
  六合: "lu he",
  什邡: "shi fang",
  单县: "shan xian",
  厦大: "xia da",
  吴堡: "wu bu",
  喀什: "ka shi",
  大埔: "da bu",
  央行: "yang hang",
  交行: "jiao hang",
  宕昌: "tan chang",
  尉犁: "yu li",
  於潜: "yu qian",
  曾母暗沙: "zeng mu an sha",
  曾都: "zeng du",
  歙县: "she xian",
  泌阳: "bi yang",
  洪洞: "hong tong",
  浒墅关: "xu shu guan",
  浒湾: "xu wan",
  涡阳: "guo yang",
  瓦窑堡: "wa yao bu",
  繁峙: "fan shi",
  蚌山: "beng shan",
  高句丽: "gao gou li",
  黄陂: "huang pi",
};
const READ = new RegExp(`(?<=^|[省市县区州盟旗])(${Object.keys(READINGS).join("|")})`, "u");

/** The spelling of one name; a person's first character is read as a surname. Cost: about 10 µs a name. */
export function spellingOf(name: string, { isPerson = false } = {}): Spelling {
  if (!HAN.test(name)) return { pinyin: "", initials: "" };
  const syllables = name
    .split(READ)
    .flatMap((part) =>
      Object.hasOwn(READINGS, part) ? READINGS[part]!.split(" ") : part === "" ? [] : syllablesOf(part, isPerson),
    );
  return { pinyin: syllables.join(" "), initials: syllables.map((syllable) => [...syllable][0]).join("") };
}

const syllablesOf = (text: string, isPerson: boolean): string[] =>
  pinyin(text, {
    toneType: "none",
    type: "array",
    nonZh: "consecutive",
    v: true,
    surname: isPerson ? "head" : "off",
  })
    .map((syllable) => syllable.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ""))
    .filter((syllable) => syllable !== "");
