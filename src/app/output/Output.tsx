import { useDeferredValue, useState, type ReactNode } from 'react';

import { ReadingState } from '#app/reading/ReadingState.tsx';
import { useTraceReading } from '#app/reading/useTraceReading.ts';
import { CopyButton } from '#app/widgets/CopyButton.tsx';
import { FollowButton } from '#app/widgets/FollowButton.tsx';
import { useRun } from '#store/useStudio.ts';
import { Panel } from '#ui/Panel.tsx';
import { CodeText } from '#ui/CodeText.tsx';
import { t } from '#words/words.ts';

import styles from './Output.module.css';
import { linesAtEnd, outputReader, textOfOutput } from './outputLines.ts';
import { OutputList } from './OutputList.tsx';

interface OutputProps {
  /** Whether it stands below a tab, which has its name. */
  readonly tabbed?: boolean;
}

/** What the program prints, and what Twisted writes about its errors. */
export function Output({ tabbed = false }: OutputProps): ReactNode {
  const [text, setText] = useState('');
  const [following, setFollowing] = useState(true);
  // Typing comes first; the list follows when there is time.
  const output = useTraceReading(outputReader(useDeferredValue(text)));
  const { status } = useRun();
  const ending = status.state === 'ended' ? linesAtEnd(output, status.end) : [];
  const lineCount = output.count + ending.length;
  const filtered = output.filter !== '';

  const heading = (
    <>
      {tabbed ? null : <span>{t('Output')}</span>}
      <input
        type="text"
        className={styles.filter}
        aria-label={t('Filter the output')}
        placeholder={t('Filter')}
        value={text}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setText('');
        }}
      />
      <output className={styles.count}>
        {filtered ? t('{{count}} lines', { count: lineCount }) : null}
      </output>
      <ReadingState reading={output} />
      <span className={styles.tools}>
        <FollowButton following={following} onChange={setFollowing} />
        <CopyButton
          what={filtered ? t('filtered output') : t('output')}
          empty={lineCount === 0}
          text={() => textOfOutput(output, ending)}
        />
      </span>
    </>
  );

  return (
    <Panel label={t('Output')} heading={heading} className={styles.panel ?? ''}>
      {lineCount === 0 ? (
        <p className={styles.empty}>
          {filtered ? (
            t('No line has this text. Esc in the filter shows all lines.')
          ) : (
            <CodeText
              text={t('Nothing is printed. A `log` step of a function prints a line here.')}
            />
          )}
        </p>
      ) : (
        <OutputList
          output={output}
          ending={ending}
          following={following}
          onScrolledByHand={() => {
            setFollowing(false);
          }}
        />
      )}
    </Panel>
  );
}
