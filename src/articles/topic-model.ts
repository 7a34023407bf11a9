// What a text speaks of, as a point in a space in which texts of one matter lie near each other though they share no word:
// "导弹" near "空袭". Latent semantic analysis (Deerwester et al. 1990) of pairs of characters over clean articles, trained by
// data/model/train-topic-model.mjs; what they were, and how well it tells, is said in data/model/README.md.

export interface TopicModel {
  readonly dimensions: number;
  /** The row of a pair of characters: the first's code unit in the upper 16 bits of a 32-bit integer, the second's in the lower. */
  readonly rowOf: ReadonlyMap<number, number>;
  /** Row by row; one scale for all. A text's point is the sum of its pairs' rows. */
  readonly vectors: Int8Array;
}

/** In: two 32-bit counts (pairs, dimensions), the pairs, then a byte a value. Throws when the size is another. */
export function parseTopicModel(bytes: Uint8Array): TopicModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pairs = bytes.length < 8 ? 0 : view.getUint32(0, true);
  const dimensions = bytes.length < 8 ? 0 : view.getUint32(4, true);
  const size = 8 + pairs * (4 + dimensions);
  if (pairs === 0 || bytes.length !== size) throw new Error(`topic model: ${bytes.length} bytes instead of ${size}`);
  const rowOf = new Map<number, number>();
  for (let row = 0; row < pairs; row++) rowOf.set(view.getInt32(8 + 4 * row, true), row);
  return {
    dimensions,
    rowOf,
    vectors: new Int8Array(bytes.buffer, bytes.byteOffset + 8 + 4 * pairs, pairs * dimensions),
  };
}
