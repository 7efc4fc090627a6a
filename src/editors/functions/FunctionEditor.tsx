import { useContext, type ReactNode } from 'react';

import { NameField } from '#editors/fields/NameField.tsx';
import { DraftScope } from '#editors/fields/useDraft.ts';
import { StepList } from '#editors/steps/StepList.tsx';
import { renameFunction } from '#schedule/nodeEdits.ts';
import type { Place } from '#schedule/places.ts';
import { useStudio } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

import { ExtractSteps } from './ExtractSteps.tsx';
import styles from './FunctionEditor.module.css';
import { SharedBy } from './SharedBy.tsx';

interface FunctionEditorProps {
  readonly name: string;
  /** The node at which it is looked at. */
  readonly owner: string;
  /** Where that node calls it. */
  readonly place: Place;
}

/** A function: its name, who shares it, its steps. */
export function FunctionEditor({ name, owner, place }: FunctionEditorProps): ReactNode {
  const studio = useStudio();
  const scope = useContext(DraftScope);
  return (
    <fieldset className={styles.function} aria-label={t('Function {{name}}', { name })}>
      <DraftScope value={`${scope}/${name}`}>
        <NameField
          label={t('Its name')}
          // Problems with a function's name are told of the function itself.
          field={name}
          value={name}
          edit={(to) => studio.edit(renameFunction(name, to))}
        />
        <SharedBy name={name} owner={owner} />
        <StepList name={name} owner={owner} />
        <ExtractSteps name={name} owner={owner} place={place} />
      </DraftScope>
    </fieldset>
  );
}
