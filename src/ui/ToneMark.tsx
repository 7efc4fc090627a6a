import type { ReactNode } from 'react';

import styles from './ToneMark.module.css';

/** The shape of each tone, in a square of 10: what colour says is said by the form too. */
const SHAPES = {
  result: <circle cx="5" cy="5" r="4" fill="currentColor" />,
  failure: <path d="M5 0.5 9.5 5 5 9.5 0.5 5Z" fill="currentColor" />,
  waiting: <circle cx="5" cy="5" r="3.5" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  paused: <path d="M1.5 1h2.5v8H1.5ZM6 1h2.5v8H6Z" fill="currentColor" />,
  blocking: <path d="M1 1h8v8H1Z" fill="currentColor" />,
  time: <path d="M2 1 9 5 2 9Z" fill="currentColor" />,
  tick: <path d="M5 0.5 9.5 5 5 9.5 0.5 5Z" fill="none" stroke="currentColor" />,
  plain: <path d="M1.5 5h7" stroke="currentColor" strokeWidth="1.5" />,
  reactor: <path d="M1.5 1.5h7v7h-7Z" fill="none" stroke="currentColor" />,
} as const satisfies Readonly<Record<string, ReactNode>>;

/** What a mark can be about: the tones of the trace's descriptions. */
export type MarkTone = keyof typeof SHAPES;

interface ToneMarkProps {
  readonly tone: MarkTone;
}

/** The small shape that goes with a tone, in its colour. The word beside it says what it means. */
export function ToneMark({ tone }: ToneMarkProps): ReactNode {
  return (
    <svg
      className={[styles.mark, styles[tone]].join(' ')}
      width="10"
      height="10"
      viewBox="0 0 10 10"
      aria-hidden="true"
    >
      {SHAPES[tone]}
    </svg>
  );
}
