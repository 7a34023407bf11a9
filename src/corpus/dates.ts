// Dates as they are printed in papers, tables and file names → ISO dates. Every function here is pure and answers null
// rather than a day that the calendar does not have.

/** "2025-08-29", or null where there is no such day or no newspaper could bear it (before 1815, after 2199). */
export function isoDate(year: number, month: number, day: number): string | null {
  if (year < 1815 || year > 2199 || month < 1 || month > 12 || day < 1) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (iso: string): number => new Date(`${iso}T00:00:00Z`).getUTCDay();

const WEEKDAYS = "日一二三四五六";
/** "五", "天", "5" of 星期五 → 0 to 6, or null. */
export function weekdayNumber(printed: string): number | null {
  if (printed === "天" || printed === "7") return 0;
  const index = WEEKDAYS.indexOf(printed);
  if (index >= 0) return index;
  return /^[1-6]$/.test(printed) ? Number(printed) : null;
}

const DIGITS = "〇一二三四五六七八九";
/** A printed number: digits, or Chinese numerals written one by one (二〇二五) or by tens (二十九); NaN for anything else. */
export function printedNumber(printed: string): number {
  if (/^\d+$/.test(printed)) return Number(printed);
  const digits = [...printed.replace(/[○零Ｏ0]/gu, "〇")];
  if (!digits.includes("十")) return digits.length === 0 ? Number.NaN : Number(digits.map(digitOf).join(""));
  const [tens = "", ones = ""] = digits.join("").split("十");
  return (tens === "" ? 1 : Number(digitOf(tens))) * 10 + (ones === "" ? 0 : Number(digitOf(ones)));
}
const digitOf = (char: string): string => {
  const digit = DIGITS.indexOf(char);
  return char.length === 1 && digit >= 0 ? String(digit) : "x";
};

const TABLE_DATE = /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})[日号]?|(\d{2})(\d{2}))(?:[T ].*)?$/u;

/** A date as people write it in a table: 2025-08-29, 2025/8/29, 2025.8.29, 20250829, 2025年8月29日; a time behind it is dropped. */
export function parseDate(written: string): string | null {
  const match = TABLE_DATE.exec(written.trim().normalize("NFKC"));
  if (!match) return null;
  const [, year, m1, d1, m2, d2, m3, d3] = match;
  return isoDate(Number(year), Number(m1 ?? m2 ?? m3), Number(d1 ?? d2 ?? d3));
}

const PATH_DATE = /(?<![0-9A-Za-z])(\d{4})([-_./]?)(\d{2})\2(\d{2})(?![0-9])|(\d{4})年(\d{1,2})月(\d{1,2})日/gu;

/** The one date that a path bears: "2025-08-29/000.txt", "2025/08/29/1.txt", "20250829-A01.txt"; null for none or several. */
export function dateOfPath(path: string): string | null {
  const dates = new Set<string>();
  for (const match of path.matchAll(PATH_DATE)) {
    const [, y1, , m1, d1, y2, m2, d2] = match;
    const date = isoDate(Number(y1 ?? y2), Number(m1 ?? m2), Number(d1 ?? d2));
    if (date) dates.add(date);
  }
  return dates.size === 1 ? [...dates][0]! : null;
}
