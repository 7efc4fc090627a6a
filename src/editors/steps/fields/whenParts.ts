import type { FunctionUse } from '#editors/steps/functionUse.ts';
import type { When } from '#schedule/schema.ts';
import { msg, t, type Text } from '#words/words.ts';

/** A part of a condition. */
export type WhenPart = keyof When;

/** A part of a condition as a menu and a field show it. */
export interface WhenPartWords {
  readonly part: WhenPart;
  readonly label: Text;
  readonly help: Text;
  /** A condition with a new one. */
  readonly initial: When;
  /** Why it would never hold in a function that is used so; null where it may. */
  readonly needs?: (use: FunctionUse) => string | null;
}

/** The parts of a condition, in the order in which they are shown. Calls count from 1. */
export const WHEN_PARTS: readonly WhenPartWords[] = [
  {
    part: 'call',
    label: msg('On call'),
    help: msg('only on this call of the function'),
    initial: { call: 1 },
  },
  {
    part: 'fromCall',
    label: msg('From call'),
    help: msg('on this call and all later ones'),
    initial: { fromCall: 2 },
  },
  {
    part: 'untilCall',
    label: msg('Until call'),
    help: msg('up to this call, and on it'),
    initial: { untilCall: 3 },
  },
  {
    part: 'everyCall',
    label: msg('Every nth call'),
    help: msg('on every 2nd, 3rd, … call'),
    initial: { everyCall: 2 },
  },
  {
    part: 'error',
    label: msg('On error'),
    help: msg('the function got a failure of this class'),
    initial: { error: 'Exception' },
    needs: ({ mayGetFailure }) =>
      mayGetFailure ? null : t('no failure comes here: only an errback or both is given one'),
  },
  {
    part: 'input',
    label: msg('On input'),
    help: msg('the function got exactly this value'),
    initial: { input: null },
  },
  {
    part: 'chance',
    label: msg('By chance'),
    help: msg('drawn anew each time; the seed decides'),
    initial: { chance: 0.5 },
  },
];
