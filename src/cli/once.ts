// Options that may stand once: of two filters the second alone would count, in silence.
import { InvalidArgumentError } from "commander";

export function once(value: string, previous?: string): string {
  if (previous !== undefined) throw new InvalidArgumentError("It is given more than once.");
  return value;
}
