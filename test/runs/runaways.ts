import { RUNAWAY_CALLS } from './runaways/calls.ts';
import { RUNAWAY_DEFERREDS } from './runaways/deferreds.ts';
import { RUNAWAY_LOOPS } from './runaways/loops.ts';
import { RUNAWAY_RESOURCES } from './runaways/resources.ts';
import type { Runaway } from './runaways/runaway.ts';

/** Schedules that would never end by themselves, each in a way of its own. */
export const RUNAWAYS: readonly Runaway[] = [
  ...RUNAWAY_CALLS,
  ...RUNAWAY_LOOPS,
  ...RUNAWAY_DEFERREDS,
  ...RUNAWAY_RESOURCES,
];
