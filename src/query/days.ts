// Dates as numbers, 20250829, in which columns of them are read.

/** "2025-08-29" for 20250829; null for none (NaN, −1). */
export function dateOf(day: number): string | null {
  if (!(day >= 0)) return null;
  const digits = String(day).padStart(8, "0");
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}
