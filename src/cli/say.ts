import type { Writable } from 'node:stream';

import { printable } from './printable.ts';

/** Tells the user something that is no result; done when it was taken. */
export type Say = (line: string) => Promise<void>;

/** Says lines on a stream, as it is with standard error. Nobody has to listen. */
export function createSay(stream: Writable): Say {
  stream.on('error', () => {});
  return (line) =>
    new Promise((resolve) => {
      stream.write(`${printable(line)}\n`, () => resolve());
    });
}
