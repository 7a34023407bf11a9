// Long work in slices, so that a server answers others between them: while one function runs, nothing else does.

/** Lets run what else is waiting. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Calls `work` for [0, size), [size, 2·size), … up to `total`, in order, and lets others run behind each. `size` is chosen
 * so that a slice takes about ten milliseconds: what a reader waits for at most.
 */
export async function inSlices(total: number, size: number, work: (from: number, to: number) => void): Promise<void> {
  for (let from = 0; from < total; from += size) {
    work(from, Math.min(from + size, total));
    await breathe();
  }
}
