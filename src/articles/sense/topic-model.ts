// What a text speaks of, as a point in a space in which texts of one matter lie near each other though they share no word:
// "导弹" near "空袭". Vectors of pairs of characters, learned so that what stands before a cut finds what stands behind it among
// other articles, by data/model/train-topic-model.mjs; on what, and how well it tells, is said in data/model/README.md.

export interface TopicModel {
  /** A multiple of 4. */
  readonly dimensions: number;
  /** An open-addressed table of pairs of characters: the pair, and its row, or -1 where the slot is free. */
  readonly pairs: Int32Array;
  readonly rows: Int32Array;
  /** Row by row; one scale for all. A text's point is the sum of its pairs' rows. */
  readonly vectors: Int8Array;
}

/** In: two 32-bit counts (pairs, dimensions), the pairs, then a byte a value. Throws when the size is another. */
export function parseTopicModel(bytes: Uint8Array): TopicModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pairs = bytes.length < 8 ? 0 : view.getUint32(0, true);
  const dimensions = bytes.length < 8 ? 0 : view.getUint32(4, true);
  const size = 8 + pairs * (4 + dimensions);
  if (pairs === 0 || dimensions % 4 !== 0 || bytes.length !== size)
    throw new Error(`topic model: ${bytes.length} bytes instead of ${size}`);
  let slots = 64;
  while (slots < pairs * 3) slots *= 2;
  const table = { pairs: new Int32Array(slots), rows: new Int32Array(slots).fill(-1) };
  for (let row = 0; row < pairs; row++) {
    const pair = view.getInt32(8 + 4 * row, true);
    const slot = slotOf(table, pair);
    table.pairs[slot] = pair;
    table.rows[slot] = row;
  }
  return {
    dimensions,
    ...table,
    vectors: new Int8Array(bytes.buffer, bytes.byteOffset + 8 + 4 * pairs, pairs * dimensions),
  };
}

/**
 * The row of a pair of characters, -1 when it has none. `pair`: the first's code unit in the upper 16 bits of a 32-bit integer,
 * the second's in the lower. Cost: some 10 ns.
 */
export const topicRow = (model: TopicModel, pair: number): number => model.rows[slotOf(model, pair)]!;

/** The slot of a pair, or the free one where it would stand. */
function slotOf({ pairs, rows }: Pick<TopicModel, "pairs" | "rows">, pair: number): number {
  const mask = pairs.length - 1;
  let slot = (Math.imul(pair, 0x9e3779b1) >>> 9) & mask;
  while (rows[slot]! >= 0 && pairs[slot] !== pair) slot = (slot + 1) & mask;
  return slot;
}
