// Marks that come in pairs, as the normal form has them.
const PAIRS = ["“”", "‘’", "《》", "()", "【】"] as const;
/** Of each pair: quotation, title or bracket. */
export const MARK_KINDS = [0, 0, 1, 2, 2] as const;

const marks = new Int8Array(0x10000);
PAIRS.forEach((pair, i) => {
  marks[pair.charCodeAt(0)] = i + 1;
  marks[pair.charCodeAt(1)] = -i - 1;
});

/** Of a normal unit, its pair counted from 1, negative for what closes one; 0 for other units. */
export const markOf = (unit: number): number => marks[unit]!;
