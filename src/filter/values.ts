// Numbers and dates as they are typed.

/** A number, as 12, 1,200, 0.05 or 1e-6; null for what is none. */
export function numberOf(typed: string): number | null {
  const text = typed
    .normalize("NFKC")
    .trim()
    .replace(/(\d),(?=\d{3}(?!\d))/g, "$1");
  const number = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : null;
}

/** First and last day, ISO, of a day, a month or a year: 2025-08-29, 2025/8, 2025年8月29日; null for what is none. */
export function daysOf(typed: string): readonly [first: string, last: string] | null {
  const text = typed.normalize("NFKC").trim();
  const parts =
    /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), parts[2] && Number(parts[2]), parts[3] && Number(parts[3])];
  if (!year || month === 0 || (month && month > 12)) return null;
  const days = daysIn(year, month || 12);
  if (day === 0 || (day && day > days)) return null;
  const last = [month || 12, day || days] as const;
  return [iso(year, month || 1, day || 1), iso(year, ...last)];
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const iso = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
