import type { ReactNode } from 'react';

import { LazyMarkdown } from '#app/present/LazyMarkdown.tsx';
import { findingWords } from '#lint/finding.ts';
import { textOfSlides } from '#schedule/slides.ts';
import { useFindings, useNow, useRun, useSchedule } from '#store/useStudio.ts';
import { usePython } from '#store/usePython.ts';
import { runWords } from '#app/run/runWords.ts';
import { outputReader, linesAtEnd, lineAt } from '#app/output/outputLines.ts';
import { formatTime } from '#trace/formatTime.ts';
import { t } from '#words/words.ts';

import { Copied } from './Copied.tsx';
import { graphArea } from './graphArea.ts';
import styles from './PrintSheet.module.css';

/** More lines of output than this are only counted. */
const MOST_LINES = 200;

/** The schedule on paper: its notes, the graph and the timeline as they are seen, output and program. */
export function PrintSheet(): ReactNode {
  const { name, notes } = useSchedule();
  const { trace, status } = useRun();
  const time = useNow((now) => now.time);
  const findings = useFindings();
  const program = usePython();
  return (
    <article className={styles.sheet} lang={document.documentElement.lang}>
      <h1>{name}</h1>
      <div className={styles.notes}>
        <LazyMarkdown text={textOfSlides(notes)} />
      </div>
      <p className={styles.run}>{runWords(status, trace.header)}</p>
      <Copied className={styles.graph} part=".react-flow__viewport" area={graphArea()} />
      <h2>{t('Timeline at {{time}} s', { time: formatTime(time) })}</h2>
      <Copied className={styles.timeline} part="[data-printed='timeline']" />
      {findings.length === 0 ? null : (
        <>
          <h2>{t('Problems')}</h2>
          <ul>
            {findings.map((finding) => (
              <li key={finding.key}>{findingWords(finding)}</li>
            ))}
          </ul>
        </>
      )}
      <PrintedOutput />
      <h2>{t('Python')}</h2>
      <pre className={styles.code}>{program.text}</pre>
    </article>
  );
}

function PrintedOutput(): ReactNode {
  const { trace, status } = useRun();
  const reader = outputReader('');
  const output = reader.readOn(reader.begin(trace), trace.length);
  const ending = status.state === 'ended' ? linesAtEnd(output, status.end) : [];
  const count = output.count + ending.length;
  if (count === 0) return null;
  const lines = Array.from({ length: Math.min(MOST_LINES, output.count) }, (_, index) =>
    lineAt(output, index),
  );
  const shown = [...lines, ...ending].slice(0, MOST_LINES);
  return (
    <>
      <h2>{t('Output')}</h2>
      <pre className={styles.code}>
        {shown.map((line) => (line === null ? '' : `${formatTime(line.time)}  ${line.text}\n`))}
      </pre>
      {count <= MOST_LINES ? null : (
        <p>{t('and {{number}} lines more', { number: count - MOST_LINES })}</p>
      )}
    </>
  );
}
