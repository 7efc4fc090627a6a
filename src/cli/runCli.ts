import { BadInput } from './badInput.ts';
import { check } from './check.ts';
import type { Command } from './command.ts';
import { exportSchedule } from './exportSchedule.ts';
import type { CliHost, ExitCode } from './host.ts';
import { createOutput, OutputClosed, type Output } from './output.ts';
import { readCommand } from './readCommand.ts';
import { createSay, type Say } from './say.ts';
import { simulate } from './simulate.ts';
import { USAGE } from './usage.ts';

/** Does what the arguments ask for. Results go to standard output, all else to standard error. */
export async function runCli(args: readonly string[], host: CliHost): Promise<ExitCode> {
  const output = createOutput(host.stdout);
  const say = createSay(host.stderr);
  try {
    return await perform(readCommand(args), host, output, say);
  } catch (error) {
    // Whoever reads has seen enough.
    if (error instanceof OutputClosed) return 0;
    if (!(error instanceof BadInput)) throw error;
    for (const reason of error.reasons) await say(reason);
    return 2;
  }
}

async function perform(
  command: Command,
  host: CliHost,
  output: Output,
  say: Say,
): Promise<ExitCode> {
  switch (command.do) {
    case 'simulate':
      return simulate(command, host, output, say);
    case 'export':
      return exportSchedule(command, host, output);
    case 'check':
      return check(command.file, host, output);
    case 'help':
      await output.write(USAGE);
      return 0;
    case 'version':
      await output.write(`${host.version}\n`);
      return 0;
  }
}
