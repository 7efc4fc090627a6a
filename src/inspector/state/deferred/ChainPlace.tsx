import { Timer } from 'lucide-react';
import type { ReactNode } from 'react';

import { formatDuration } from '#trace/formatTime.ts';
import type { DeferredState, EnteredFunction } from '#trace/instanceState.ts';
import type { TraceLink } from '#trace/traceHeader.ts';
import { shortRepr } from '#trace/traceValue.ts';
import { ToneMark } from '#ui/ToneMark.tsx';
import { t } from '#words/words.ts';

import styles from './ChainPlace.module.css';
import { chainLines, type ChainLine } from './chainPlace.ts';
import type { DeferredWords } from './deferredWords.ts';

interface ChainPlaceProps {
  readonly links: readonly TraceLink[];
  readonly deferred: DeferredState;
  readonly inside: readonly EnteredFunction[];
  readonly words: DeferredWords;
}

/** The chain as two rails with the value where it is. */
export function ChainPlace({ links, deferred, inside, words }: ChainPlaceProps): ReactNode {
  const { result, waitsOn } = deferred;
  const isFailure = result?.is === 'failure';
  return (
    <ol className={styles.chain} aria-label={t('Place in the callback chain')}>
      {chainLines(links, deferred, inside).map((line) =>
        line.is === 'value' ? (
          <li key="value" className={styles.value} aria-current="step">
            <span
              className={styles.marble}
              data-tone={words.tone}
              data-rail={isFailure ? 'errback' : 'callback'}
            >
              <ToneMark tone={words.tone} />
              <span className={styles.name}>
                {waitsOn !== null || result === null ? 'waits' : shortRepr(result)}
              </span>
            </span>
          </li>
        ) : (
          <li key={line.number} className={styles.link} data-state={line.state}>
            <LinkLine line={line} />
          </li>
        ),
      )}
    </ol>
  );
}

function LinkLine({ line }: { readonly line: Extract<ChainLine, { is: 'link' }> }): ReactNode {
  const { callback, errback, timeout, state } = line;
  if (timeout !== null) {
    return (
      <span className={styles.timeout}>
        <Timer size={12} aria-hidden="true" />
        <span className={styles.name}>
          {t('timeout {{time}}', { time: formatDuration(timeout) })}
        </span>
      </span>
    );
  }
  const note = state === 'running' ? <span className={styles.note}>{t('runs')}</span> : null;
  if (callback !== null && callback === errback) {
    return (
      <span className={styles.both} title={t('both: {{callback}}', { callback })}>
        <span className="visuallyHidden">{t('both')} </span>
        <span className={styles.name}>{callback}</span>
        {note}
      </span>
    );
  }
  return (
    <>
      <Side side="callback" name={callback}>
        {note}
      </Side>
      <Side side="errback" name={errback}>
        {callback === null ? note : null}
      </Side>
    </>
  );
}

interface SideProps {
  readonly side: 'callback' | 'errback';
  readonly name: string | null;
  readonly children: ReactNode;
}

function Side({ side, name, children }: SideProps): ReactNode {
  if (name === null) return <span className={styles.through} data-rail={side} />;
  return (
    <span className={styles.side} data-rail={side} title={`${side}: ${name}`}>
      <span className="visuallyHidden">{side} </span>
      <span className={styles.name}>{name}</span>
      {children}
    </span>
  );
}
