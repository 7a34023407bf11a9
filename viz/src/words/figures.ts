// Numbers in both languages.
export const n = (value: number): string => value.toLocaleString("en-US");
/** One decimal; what is more than nothing is never said to be nothing. */
export const one = (value: number): string =>
  value > 0 && value < 0.05 ? "< 0.1" : value < 10 ? value.toFixed(1) : n(Math.round(value));
export const many = (value: number, word: string, plural = `${word}s`): string =>
  `${n(value)} ${value === 1 ? word : plural}`;
