/** A tuple of Python: an array that shows itself as one, where a list would be something else. */
export class PythonTuple extends Array<unknown> {
  /** `(first, second)`. */
  static pair<A, B>(first: A, second: B): readonly [A, B] {
    return PythonTuple.of<unknown>(first, second) as unknown as readonly [A, B];
  }
}
