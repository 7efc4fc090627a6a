import type { ReactNode } from 'react';

import { choicesOf } from '#editors/fields/choices.ts';
import { ChoiceField } from '#editors/fields/ChoiceField.tsx';
import { MomentsField } from '#editors/fields/MomentsField.tsx';
import { useEdit } from '#editors/useEdit.ts';
import { setDocumentFields } from '#schedule/documentEdits.ts';
import { useSchedule, useStudio } from '#store/useStudio.ts';
import { msg, t } from '#words/words.ts';

const CLOCKS = [
  { value: 'reactor', text: msg('reactor') },
  { value: 'testClock', text: msg('test clock (task.Clock)') },
] as const;

const CLOCK_HELP = {
  reactor: msg('due calls run in passes, as in a running program'),
  testClock: msg('time moves only by advance(), as in a unit test'),
} as const;

const ADVANCES = [
  { value: 'deadlines', text: msg('from deadline to deadline') },
  { value: 'list', text: msg('by these steps') },
] as const;

const ADVANCES_HELP = {
  deadlines: msg('each advance leads to the next due call, until the horizon'),
  list: msg(
    'the clock jumps first, then runs what is due by then; the horizon does not cut the steps',
  ),
} as const;

/** The first step of a list that is not there yet, in virtual seconds. */
const FIRST_ADVANCE = 1;

/** The clock that the schedule runs on, and how a test clock is moved. */
export function ClockFields(): ReactNode {
  const studio = useStudio();
  const edit = useEdit();
  const { clock, advances } = useSchedule();
  const how = advances === 'deadlines' ? 'deadlines' : 'list';
  return (
    <>
      <ChoiceField
        label={t('Clock')}
        value={clock}
        choices={choicesOf(CLOCKS)}
        hint={t(CLOCK_HELP[clock])}
        choose={(chosen) => {
          // Only a test clock is advanced by hand: a list would have no effect.
          edit(
            setDocumentFields(
              chosen === 'reactor' && advances !== 'deadlines'
                ? { clock: chosen, advances: 'deadlines' }
                : { clock: chosen },
            ),
          );
        }}
      />
      {clock === 'reactor' && advances === 'deadlines' ? null : (
        <ChoiceField
          label={t('Advances')}
          value={how}
          choices={choicesOf(ADVANCES)}
          hint={t(ADVANCES_HELP[how])}
          choose={(chosen) => {
            edit(
              setDocumentFields({
                advances: chosen === 'deadlines' ? 'deadlines' : [FIRST_ADVANCE],
              }),
            );
          }}
        />
      )}
      {advances === 'deadlines' ? null : (
        <MomentsField
          label={t('Steps')}
          field="advances"
          hint={advancesWords(advances)}
          value={advances}
          edit={(typed) => studio.edit(setDocumentFields({ advances: [...typed] }))}
        />
      )}
    </>
  );
}

function advancesWords(advances: readonly number[]): string {
  const total = advances.reduce((sum, seconds) => sum + seconds, 0);
  return t('{{count}} advances, to {{time}} s', {
    count: advances.length,
    time: String(Number(total.toPrecision(12))),
  });
}
