/**
 * Marks the branch that a complete `switch` never reaches: a missing case is a type error here.
 *
 * @throws Error naming the value, where data of an unknown shape got this far.
 */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
