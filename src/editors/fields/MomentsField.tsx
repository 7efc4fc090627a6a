import type { ReactNode } from 'react';

import type { Seconds } from '#base/units.ts';
import { formatMoments, parseMoments } from '#editors/parsing/parseMoments.ts';
import { t } from '#words/words.ts';

import { DraftField, type TypedFieldProps } from './DraftField.tsx';

/** Lengths of virtual time in a row, such as `3, 7.5, 20`. */
export function MomentsField(props: TypedFieldProps<readonly Seconds[]>): ReactNode {
  const { edit } = props;
  return (
    <DraftField
      placeholder={t('none')}
      {...props}
      edit={(moments: readonly Seconds[]) => edit(moments)}
      format={formatMoments}
      parse={parseMoments}
      mono
    />
  );
}
