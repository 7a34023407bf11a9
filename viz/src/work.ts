// Work that can be put down and taken up again, so that the page answers while it counts. Pure: who does it brings the
// clock and the way to wait.
//
// A generator does a few milliseconds of it between one `yield` and the next; whoever wants the result at once runs it to its
// end, whoever can wait runs it for a while, lets the browser draw and listen, and goes on. A worker would need the whole
// graph copied into it, and a page opened from a disk may start none.

/** Yields where it may be put down; returns what was made. Nobody sees anything of it before. */
export type Work<T> = Generator<void, T>;

/** Does all that is left, in one go. */
export function finish<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Something costly that is made once, when it is first asked for: at once by calling it, or step by step. */
export interface Gradual<T> {
  (): T;
  /** Goes on where whoever asked before has left off. */
  steps(): Work<T>;
}

export function gradually<T>(begin: () => Work<T>): Gradual<T> {
  let made: { readonly value: T } | null = null;
  let begun: Work<T> | null = null;
  const advance = (): void => {
    const work = begun ?? begin();
    // What fails is over: whoever asks again begins anew.
    begun = null;
    const step = work.next();
    if (step.done) made = { value: step.value };
    else begun = work;
  };
  function* steps(): Work<T> {
    while (!made) {
      advance();
      if (!made) yield;
    }
    return made.value;
  }
  return Object.assign(() => finish(steps()), { steps });
}

/** How long, by which clock, and how to let others have their turn. */
export interface Pace {
  /** Milliseconds that work may take before it lets others have theirs. */
  readonly slice: number;
  readonly now: () => number;
  readonly pause: () => Promise<void>;
}

/** Works for one slice. True when it is done; the result then is in `done`. */
export function workFor<T>(work: Work<T>, { slice, now }: Pace, done: (value: T) => void): boolean {
  const end = now() + slice;
  do {
    const step = work.next();
    if (step.done) {
      done(step.value);
      return true;
    }
  } while (now() < end);
  return false;
}

/** Slice after slice until it is done; null when `isWanted` says no between two of them. */
export async function inSlices<T>(work: Work<T>, pace: Pace, isWanted: () => boolean = () => true): Promise<T | null> {
  let result: T | null = null;
  const keep = (value: T): void => {
    result = value;
  };
  while (isWanted()) {
    if (workFor(work, pace, keep)) return result;
    await pace.pause();
  }
  return null;
}

/** After what the browser has to do: a message to ourselves comes behind the input and frames that wait. */
const turn = (): Promise<void> =>
  new Promise((go) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      go();
    };
    port2.postMessage(null);
  });

/** A slice is felt by nobody, and a task with one in it stays well below 50 ms. */
export const PAGE_PACE: Pace = { slice: 24, now: () => performance.now(), pause: turn };

/** For what nobody waits for. Where the browser does not say when it is idle: after everything else. */
export const IDLE_PACE: Pace = {
  slice: 8,
  now: () => performance.now(),
  pause: () =>
    typeof requestIdleCallback === "function" ? new Promise((go) => requestIdleCallback(() => go())) : turn(),
};
