import type { ReactNode } from 'react';

import { DraftField } from '#editors/fields/DraftField.tsx';
import { TextField } from '#editors/fields/TextField.tsx';
import { ValueField } from '#editors/fields/ValueField.tsx';
import { WholeField } from '#editors/fields/WholeField.tsx';
import { parseChance } from '#editors/parsing/parseNumber.ts';
import { knownExceptions } from '#schedule/exceptions.ts';
import type { Problem } from '#schedule/problem.ts';
import type { When } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

import type { WhenPartWords } from './whenParts.ts';

interface WhenPartFieldProps {
  readonly words: WhenPartWords;
  readonly when: When;
  /** Puts a condition with this part into the step. */
  readonly put: (part: When) => readonly Problem[];
  /** The button that removes the part. */
  readonly after: ReactNode;
}

/** One part of a condition: a number of a call, the class of a failure, a value, a chance. */
export function WhenPartField({ words, when, put, after }: WhenPartFieldProps): ReactNode {
  const { part } = words;
  const shared = { label: t(words.label), field: part, after };
  switch (part) {
    case 'error':
      return (
        <TextField
          {...shared}
          mono
          suggestions={knownExceptions('caught')}
          hint={t('this class, or one that derives from it')}
          value={when.error ?? ''}
          edit={(error) => put({ error })}
        />
      );
    case 'input':
      return <ValueField {...shared} value={when.input ?? null} edit={(input) => put({ input })} />;
    case 'chance':
      return (
        <DraftField
          {...shared}
          mono
          hint={chanceWords(when.chance ?? 0)}
          format={String}
          parse={parseChance}
          value={when.chance ?? 0}
          edit={(chance) => put({ chance })}
        />
      );
    case 'call':
    case 'fromCall':
    case 'untilCall':
    case 'everyCall':
      return (
        <WholeField {...shared} value={when[part] ?? 1} edit={(value) => put({ [part]: value })} />
      );
  }
}

function chanceWords(chance: number): string {
  const percent = Number((chance * 100).toPrecision(12));
  return t('{{percent}} % of the calls for which the rest holds', { percent });
}
