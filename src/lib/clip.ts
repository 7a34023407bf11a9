/** The value, or the bound that it passes. */
export const clip = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));
