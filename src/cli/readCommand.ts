import { parseSeconds } from '#base/parseSeconds.ts';
import type { Seconds } from '#base/units.ts';
import { MOST_EVENTS } from '#simulator/limits.ts';

import { FORMAT_NAMES, type Command } from './command.ts';
import { parseOptions, usageFault } from './parseOptions.ts';

/** Sequence numbers are 32-bit integers. */
const MOST_STREAMED_EVENTS = 2_000_000_000;

/** Nothing is kept of a run that is only printed, so it may have as many events as a raised one. */
const DEFAULT_EVENTS = MOST_EVENTS;

/**
 * Reads the arguments after the program's name.
 *
 * @throws BadInput where they make no sense
 */
export function readCommand(args: readonly string[]): Command {
  const [name, ...rest] = args;
  if (args.some((arg) => arg === '--help' || arg === '-h')) return { do: 'help' };
  switch (name) {
    case '--version':
    case '-v':
      return { do: 'version' };
    case 'simulate':
      return readSimulate(rest);
    case 'export':
      return readExport(rest);
    case 'check':
      return { do: 'check', file: parseOptions('check', rest, {}).file };
    case undefined:
      throw usageFault('Say what to do: simulate, export or check');
    default:
      throw usageFault(`${name} is no command: say simulate, export or check`);
  }
}

function readSimulate(args: readonly string[]): Command {
  const { file, values } = parseOptions('simulate', args, {
    format: null,
    until: null,
    clock: null,
    seed: null,
    events: null,
    instant: null,
    out: 'o',
  });
  const { format, until, clock, seed, events, instant } = values;
  return {
    do: 'simulate',
    file,
    format: format === null ? 'lines' : oneOf('format', format, FORMAT_NAMES),
    until: until === null ? null : seconds('until', until),
    clock: clock === null ? null : oneOf('clock', clock, ['reactor', 'testClock']),
    seed:
      seed === null ? null : whole('seed', seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
    events: events === null ? DEFAULT_EVENTS : whole('events', events, 1, MOST_STREAMED_EVENTS),
    instant: instant === null ? null : whole('instant', instant, 1, MOST_STREAMED_EVENTS),
    out: outOf(values),
  };
}

function readExport(args: readonly string[]): Command {
  const { file, values } = parseOptions('export', args, { to: null, out: 'o' });
  if (values.to === null) throw usageFault('export needs --to python');
  return {
    do: 'export',
    file,
    to: oneOf('to', values.to, ['python']),
    out: outOf(values),
  };
}

/** The file of `--out`; `-` is standard output, as it is without. */
function outOf({ out }: { readonly out: string | null }): string | null {
  return out === '-' ? null : out;
}

function oneOf<const Word extends string>(
  name: string,
  value: string,
  words: readonly Word[],
): Word {
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  throw usageFault(`--${name} must be ${listed(words)}, got ${value}`);
}

function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

function seconds(name: string, value: string): Seconds {
  const parsed = parseSeconds(value);
  if (parsed !== null && parsed >= 0 && Number.isFinite(parsed)) return parsed + 0;
  throw usageFault(`--${name} must be seconds from 0 on, such as 90, 200ms or 2min, got ${value}`);
}

function whole(name: string, value: string, least: number, most: number): number {
  const parsed = /^[+-]?\d+$/.test(value) ? Number(value) : NaN;
  if (parsed >= least && parsed <= most) return parsed + 0;
  throw usageFault(`--${name} must be a whole number from ${least} to ${most}, got ${value}`);
}
