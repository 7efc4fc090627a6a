import { Readable, Writable } from 'node:stream';

import { runCli } from '#cli/runCli.ts';

/** What a command did. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A stream that keeps what is written to it. */
function sink(): { readonly stream: Writable; text(): string } {
  const chunks: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: unknown, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}

/** Runs a command in this process. */
export async function runInProcess(
  args: readonly string[],
  stdin: string | Uint8Array = '',
): Promise<Ran> {
  const out = sink();
  const err = sink();
  const code = await runCli(args, {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: out.stream,
    stderr: err.stream,
    version: '1.2.3',
  });
  return { code, stdout: out.text(), stderr: err.text() };
}
