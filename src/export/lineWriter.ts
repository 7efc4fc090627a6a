import { layOut, type Layout } from './layout.ts';

/** Lines of the exported text, from 1, both included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** How wide a line may become where it can be broken, as Python's formatters have it. */
const WIDTH = 88;

/** Columns of one level of indentation. */
const INDENT = 4;

/** Collects the lines of a Python file with their indentation, and says which lines a part became. */
export class LineWriter {
  readonly #lines: string[] = [];
  #depth = 0;

  /** How many columns a line has here, without its indentation. */
  get width(): number {
    return WIDTH - this.#depth * INDENT;
  }

  /** Writes a statement, over several lines where it is too wide for one. */
  write(statement: Layout): void {
    const indent = ' '.repeat(this.#depth * INDENT);
    for (const line of layOut(statement, this.width)) {
      this.#lines.push(line === '' ? '' : indent + line);
    }
  }

  /** Writes empty lines. */
  blank(count = 1): void {
    for (let left = count; left > 0; left -= 1) this.#lines.push('');
  }

  /** Writes what `write` writes one level deeper. */
  indented(write: () => void): void {
    this.#depth += 1;
    write();
    this.#depth -= 1;
  }

  /** The lines that `write` writes. */
  range(write: () => void): LineRange {
    const first = this.#lines.length + 1;
    write();
    return { first, last: this.#lines.length };
  }

  /** Everything written so far. */
  text(): string {
    return `${this.#lines.join('\n')}\n`;
  }
}
