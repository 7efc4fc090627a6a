import type { ReactNode } from 'react';

import { t } from '#words/words.ts';

import styles from './RuleText.module.css';
import { RULES, type RuleName } from './rules.ts';

interface RuleTextProps {
  readonly rule: RuleName;
}

/** A rule of Twisted in a few sentences, with where its documentation speaks of it. */
export function RuleText({ rule }: RuleTextProps): ReactNode {
  const { title, text, reading } = RULES[rule];
  return (
    <div className={styles.rule}>
      <strong>{t(title)}</strong>
      <p>{t(text)}</p>
      {reading === null ? null : (
        <a href={reading} target="_blank" rel="noreferrer">
          {t('In Twisted’s documentation')}
        </a>
      )}
    </div>
  );
}
