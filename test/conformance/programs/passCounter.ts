/** Counts the iterations of a reactor in which something ran. */
export interface PassCounter {
  /** An iteration begins. */
  iterationBegins(): void;
  /** Something runs: the number of such iterations so far, this one included. */
  count(): number;
}

export function createPassCounter(): PassCounter {
  let iteration = 0;
  let counted = -1;
  let passes = 0;
  return {
    iterationBegins() {
      iteration += 1;
    },
    count() {
      if (counted !== iteration) passes += 1;
      counted = iteration;
      return passes;
    },
  };
}
