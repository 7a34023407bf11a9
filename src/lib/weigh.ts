// A linear score of named evidence.

/** What is measured, before it is weighed; absent is 0. */
export type Values<Name extends string> = Partial<Record<Name, number>>;

/** The sum of the weighed values and of the bias, in nats of log-odds. */
export function weigh<Name extends string>(
  values: Values<Name>,
  weights: Readonly<Record<Name | "bias", number>>,
): number {
  let sum = weights.bias;
  for (const name in values) sum += values[name]! * weights[name];
  return sum;
}
