/** Rows handed on together: one by one a writer costs more than the rows do. The last batch is shorter. */
export async function* batched<Row>(rows: AsyncIterable<Row>, size = 512): AsyncIterable<Row[]> {
  let batch: Row[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
