// Codes: what is known of a line's characters beside themselves, as numbers.

/** Codes of a line's characters, in no order; reused from line to line. */
export interface Codes {
  count: number;
  /** Which character, from 0. */
  places: Int32Array;
  codes: Int32Array;
  /** The words of the last line: where each starts, behind them the line's length; and their keys. */
  words: number;
  starts: Int32Array;
  keys: Int32Array;
}

export const createCodes = (): Codes => ({
  count: 0,
  places: new Int32Array(2048),
  codes: new Int32Array(2048),
  words: 0,
  starts: new Int32Array(513),
  keys: new Int32Array(512),
});

export function pushCode(out: Codes, place: number, code: number): void {
  if (out.count === out.places.length) {
    for (const name of ["places", "codes"] as const) {
      const wider = new Int32Array(2 * out.count);
      wider.set(out[name]);
      out[name] = wider;
    }
  }
  out.places[out.count] = place;
  out.codes[out.count++] = code;
}
