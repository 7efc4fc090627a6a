import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';

import type { CssPixels } from '#base/units.ts';
import { ActionMenu } from '#editors/menu/ActionMenu.tsx';
import { newStep, newStepIndex } from '#editors/steps/changeStep.ts';
import { StepKindMenu } from '#editors/steps/StepKindMenu.tsx';
import { useGraphActions } from '#graph/useGraphActions.ts';
import { addLink, addTimeout } from '#schedule/chainEdits.ts';
import { addStep } from '#schedule/functionEdits.ts';
import { functionNamed, OWN_PLACE, type LinkSide } from '#schedule/places.ts';
import { useSchedule } from '#store/useStudio.ts';
import { msg, t, type Text } from '#words/words.ts';

import styles from './CardPlaces.module.css';

interface AddStepProps {
  /** The node's id. */
  readonly owner: string;
  /** The name of its function. */
  readonly name: string;
  readonly top: CssPixels;
}

/** Adds a step to a node's own function. */
export function AddStep({ owner, name, top }: AddStepProps): ReactNode {
  const { edit, editAt } = useGraphActions();
  const schedule = useSchedule();
  return (
    <StepKindMenu
      name={name}
      choose={(kind) => {
        const steps = functionNamed(schedule, name)?.steps ?? [];
        const step = newStep(schedule, kind, owner);
        if (step === null) return;
        const index = newStepIndex(steps, kind);
        if (edit(addStep(name, step, index))) editAt(owner, OWN_PLACE, index, top);
      }}
      focusAfter={() => {}}
      trigger={
        <button
          type="button"
          className={`${styles.add} nodrag nopan`}
          style={{ top: top + 6, right: 18 }}
        >
          <Plus size={11} aria-hidden="true" />
          {t('step')}
        </button>
      }
    />
  );
}

const SIDES: readonly {
  readonly id: LinkSide | 'timeout';
  readonly name: string;
  readonly help: Text;
  readonly divided?: true;
}[] = [
  // not shown: Twisted’s own words
  { id: 'callback', name: 'callback', help: msg('what is done with a result') },
  // not shown: Twisted’s own words
  { id: 'errback', name: 'errback', help: msg('what is done with a failure') },
  // not shown: Twisted’s own words
  { id: 'both', name: 'both', help: msg('what is done with either') },
  {
    id: 'timeout',
    // not shown: Twisted’s own words
    name: 'timeout',
    help: msg('a limit for all that stands before it'),
    divided: true,
  },
];

interface AddLinkProps {
  /** The node's id. */
  readonly id: string;
  readonly top: CssPixels;
  /** How many links there are. */
  readonly links: number;
}

/** Adds a link to the end of a chain. */
export function AddLink({ id, top, links }: AddLinkProps): ReactNode {
  const { edit, editAt } = useGraphActions();
  return (
    <ActionMenu
      items={SIDES.map((side) => ({ ...side, help: t(side.help) }))}
      choose={(chosen) => {
        const side = SIDES.find((one) => one.id === chosen)?.id ?? 'callback';
        if (side === 'timeout') {
          if (edit(addTimeout(id))) editAt(id, { at: 'timeout', link: links }, null, top);
        } else if (edit(addLink(id, side))) {
          editAt(id, { at: 'link', link: links, side }, null, top);
        }
      }}
      focusAfter={() => {}}
      trigger={
        <button
          type="button"
          className={`${styles.add} nodrag nopan`}
          // On the edge of the card: what stands in the last gap is the value of the Deferred.
          style={{ bottom: -9, left: 68 }}
        >
          <Plus size={11} aria-hidden="true" />
          {t('link')}
        </button>
      }
    />
  );
}
