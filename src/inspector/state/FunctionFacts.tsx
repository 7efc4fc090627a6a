import type { ReactNode } from 'react';

import { EventLink } from '#explain/EventLink.tsx';
import { Section } from '#inspector/Section.tsx';
import { useNow } from '#store/useStudio.ts';
import type { EnteredFunction } from '#trace/instanceState.ts';
import type { TraceNode } from '#trace/traceHeader.ts';
import { t } from '#words/words.ts';

import { Facts } from './Facts.tsx';
import styles from './FunctionFacts.module.css';
import { functionNames } from './functionNames.ts';

interface FunctionFactsProps {
  readonly node: TraceNode;
  readonly inside: readonly EnteredFunction[];
}

/** How often the functions of a node were called, by whomever, and which of them it is inside of. */
export function FunctionFacts({ node, inside }: FunctionFactsProps): ReactNode {
  const trace = useNow((now) => now.trace);
  const state = useNow((now) => now.state);
  const names = functionNames(node);
  return (
    <>
      <Section title={t('Inside of')}>
        {inside.length === 0 ? <p className={styles.none}>{t('no function')}</p> : null}
        <ol className={styles.inside}>
          {inside.map(({ entered }) => (
            <li key={entered}>
              <EventLink trace={trace} sequence={entered} />
            </li>
          ))}
        </ol>
      </Section>
      {names.length === 0 ? null : (
        <Section title={t('Calls so far')}>
          <Facts facts={names.map((name) => [name, String(state.calls(name))])} />
        </Section>
      )}
    </>
  );
}
