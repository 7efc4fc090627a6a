import type { CommandId } from '#commands/commands.ts';
import { msg, type Text } from '#words/words.ts';

/** What somebody has done since a step of the tour began. */
export interface TourMoves {
  readonly hasPlayed: boolean;
  readonly hasGoneBack: boolean;
  readonly hasEdited: boolean;
}

/** A step of the tour: what to do, and when it is done. */
export interface TourStep {
  readonly text: Text;
  /** The command whose button does it; null: none. */
  readonly command: CommandId | null;
  /** Whether it is done; null: a press says so. */
  readonly isDone: ((moves: TourMoves) => boolean) | null;
}

/** The tour: a run seen, a step back, a change, and where to go on. */
export const TOUR_STEPS: readonly TourStep[] = [
  {
    text: msg(
      'This LoopingCall checks a feed every five seconds. Play its run: press Play, or F8.',
    ),
    command: 'playPause',
    isDone: ({ hasPlayed }) => hasPlayed,
  },
  {
    text: msg(
      'Cards, timeline and output show one instant. Now go back in time: press Step back, or F9.',
    ),
    command: 'stepBack',
    isDone: ({ hasGoneBack }) => hasGoneBack,
  },
  {
    text: msg(
      'Change something: press the card “poll”, and give it another interval at the right.',
    ),
    command: null,
    isDone: ({ hasEdited }) => hasEdited,
  },
  {
    text: msg(
      'The whole run was simulated anew. Go on with the Lessons, with an example, or with a card from the left; ? shows the keys.',
    ),
    command: null,
    isDone: null,
  },
];
