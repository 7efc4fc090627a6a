import { Wrench } from 'lucide-react';
import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';

import { findingWords, type Finding } from '#lint/finding.ts';
import { LazyFindingExplanation } from '#explain/LazyExplanations.tsx';
import { Button } from '#ui/Button.tsx';
import { t, msg } from '#words/words.ts';

import styles from './FindingItem.module.css';
import { SeverityMark } from './SeverityMark.tsx';
import { useFix } from './useFix.ts';
import { useGoToFinding } from './useGoToFinding.ts';

interface FindingItemProps {
  readonly finding: Finding;
  /** Whether the name of what it is about is said: not where it stands on that already. */
  readonly named?: boolean;
  /** Called after a fix. */
  readonly onFixed: () => void;
}

const WORDS = { error: msg('Error:'), warning: msg('Warning:'), hint: msg('Hint:') } as const;

/** A finding, which leads to its place when it is pressed, and below it what mends it, and its explanation. */
export function FindingItem({ finding, named = true, onFixed }: FindingItemProps): ReactNode {
  const goTo = useGoToFinding();
  const fix = useFix();
  const { severity, subject, when, text, target, fixes, nodes } = finding;
  const isSubject = nodes.length === 1 && nodes[0] === subject;
  return (
    <div className={styles.item}>
      <button
        type="button"
        className={styles.finding}
        data-finding
        onClick={() => {
          goTo(target);
        }}
      >
        <SeverityMark severity={severity} />
        <span className={styles.words}>
          <span className="visuallyHidden">{t(WORDS[severity])} </span>
          {!named && isSubject ? null : <b className={styles.subject}>{subject} </b>}
          {when === '' ? null : <span className={styles.when}>{when} </span>}
          <span className={named ? styles.text : undefined}>{text}</span>
        </span>
      </button>
      <div className={styles.fixes}>
        {fixes.map((edit) => (
          <Button
            key={edit.label}
            className={styles.fix}
            data-fix
            title={t('Mend it: {{label}}', { label: edit.label })}
            onClick={() => {
              onFixed();
              fix(edit);
            }}
          >
            <Wrench size={11} aria-hidden="true" />
            <span className="visuallyHidden">{t('Fix:')} </span>
            <span className={styles.fixText}>{edit.label}</span>
          </Button>
        ))}
        <Popover.Root>
          <Popover.Trigger className={styles.explain}>{t('Explain')}</Popover.Trigger>
          <Popover.Portal>
            <Popover.Content
              className={styles.explanation}
              aria-label={t('Explanation: {{problem}}', { problem: findingWords(finding) })}
              side="right"
              align="start"
              sideOffset={8}
              collisionPadding={8}
            >
              <LazyFindingExplanation finding={finding} />
            </Popover.Content>
          </Popover.Portal>
        </Popover.Root>
      </div>
    </div>
  );
}
