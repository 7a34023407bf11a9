// How evaluation compares words. Looser than `comparable` of the text room on purpose: the same as the outside script.

export const squeeze = (text: string): string => text.replace(/\s+/gu, "");

/** A name without blanks, quotation and book marks, with half-width brackets (rule 6 of the guide). */
export const plainName = (text: string): string =>
  squeeze(text)
    .replace(/["'“”‘’「」『』《》〈〉]/gu, "")
    .replace(/（/gu, "(")
    .replace(/）/gu, ")");

const DIGITS = "一二三四五六七八九";

/** The page number in a jump line, digits alone: "第七版" → "7", "第4版" → "4", null → "". */
export const jumpNumber = (text: string | null | undefined): string =>
  squeeze(text ?? "")
    .replace(/[^\d一二三四五六七八九十]/gu, "")
    .replace(/[一二三四五六七八九]/gu, (char) => String(DIGITS.indexOf(char) + 1))
    .replace("十", "10");
