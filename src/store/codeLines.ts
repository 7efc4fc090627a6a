/** Lines of a program, from 1, both included. */
export interface CodeLines {
  readonly first: number;
  readonly last: number;
}
