import { inEnglish, t } from '#words/words.ts';
import { parseTime } from '#base/parseTime.ts';
import { useOpenSchedule } from '#app/useOpenSchedule.ts';
import { GROUP_NAMES } from '#commands/commandInfo.ts';
import { ALL_COMMANDS } from '#commands/commands.ts';
import { useCommandBoard } from '#commands/useCommands.ts';
import { replaceSchedule } from '#schedule/documentEdits.ts';
import { EXAMPLES } from '#schedule/examples.ts';
import { KIND_NAMES } from '#schedule/kindWords.ts';
import { usersOf } from '#schedule/places.ts';
import { useRun, useSchedule, useStudio } from '#store/useStudio.ts';
import { NO_SELECTION } from '#store/viewState.ts';
import { describeEvent } from '#trace/describeEvent.ts';
import { formatClock, formatTime } from '#trace/formatTime.ts';

import type { PaletteEntry } from './paletteEntry.ts';

/** All that the command palette finds: commands, nodes, functions, examples, and where a number leads. */
export function usePaletteEntries(typed: string): readonly PaletteEntry[] {
  return [
    ...usePlaces(typed),
    ...useCommandEntries(),
    ...useDocumentEntries(),
    ...useExampleEntries(),
  ];
}

function useCommandEntries(): readonly PaletteEntry[] {
  const board = useCommandBoard();
  return ALL_COMMANDS.filter(({ id }) => id !== 'commandPalette').map(
    ({ id, group, label: ordinary, explanation }) => {
      const { label = t(ordinary), description, enabled, run } = board.get(id);
      return {
        id: `command ${id}`,
        group: t(GROUP_NAMES[group]),
        label,
        note: description ?? t(explanation),
        // Who knows the English name finds it too.
        keywords: [inEnglish(ordinary), t(ordinary)],
        command: id,
        disabled: !enabled,
        run,
      };
    },
  );
}

function useDocumentEntries(): readonly PaletteEntry[] {
  const studio = useStudio();
  const schedule = useSchedule();
  const nodes = schedule.nodes.map(({ id, kind, label }) => ({
    id: `node ${id}`,
    group: t('Nodes'),
    label: id,
    note: label === undefined ? t(KIND_NAMES[kind]) : `${label}, ${t(KIND_NAMES[kind])}`,
    kind,
    run: () => studio.select({ ...NO_SELECTION, nodes: [id] }),
  }));
  const functions = Object.keys(schedule.functions).map((name): PaletteEntry => {
    const users = usersOf(schedule, name);
    const [first] = users;
    return {
      id: `function ${name}`,
      group: t('Functions'),
      label: `${name}()`,
      note:
        first === undefined
          ? t('called by no node')
          : users.length === 1
            ? t('called by {{id}}', { id: first.node.id })
            : t('called by {{id}} and {{number}} more', {
                id: first.node.id,
                number: users.length - 1,
              }),
      disabled: first === undefined,
      run() {
        if (first === undefined) return;
        const { node, place } = first;
        const hasSteps = (schedule.functions[name]?.steps.length ?? 0) > 0;
        if (hasSteps) studio.revealStep({ node: node.id, place, function: name, step: 0 });
        else studio.select({ ...NO_SELECTION, nodes: [node.id] });
      },
    };
  });
  return [...nodes, ...functions];
}

function useExampleEntries(): readonly PaletteEntry[] {
  const openSchedule = useOpenSchedule();
  return EXAMPLES.map((example) => ({
    id: `example ${example.id}`,
    group: t('Examples'),
    label: example.name,
    note: t(example.summary),
    keywords: ['example', t('example')],
    run: () => {
      const schedule = example.load();
      openSchedule(replaceSchedule(schedule, t('open {{name}}', { name: schedule.name })));
    },
  }));
}

/** Where a number leads: to an event, and to a time. */
function usePlaces(typed: string): readonly PaletteEntry[] {
  const studio = useStudio();
  const { trace } = useRun();
  const entries: PaletteEntry[] = [];
  const number = /^#?(\d+)$/.exec(typed.trim())?.[1];
  const event = number === undefined ? -1 : Number(number) - 1;
  if (event >= 0 && event < trace.length) {
    const { subject, text } = describeEvent(trace, event);
    entries.push({
      id: `event ${event}`,
      group: t('Places'),
      label: t('Go to event {{event}}', { event: event + 1 }),
      note: `${formatTime(trace.timeAt(event))} s, ${subject} ${text}`,
      keywords: [typed],
      run: () => studio.goToEvent(event),
    });
  }
  const time = typed.trim() === '' ? null : parseTime(typed);
  if (time !== null) {
    entries.push({
      id: `time ${time}`,
      group: t('Places'),
      label: t('Go to {{time}}', { time: formatClock(time) }),
      note: t('moves the playhead to this time'),
      keywords: [typed],
      run() {
        studio.pause();
        studio.seek(time);
      },
    });
  }
  return entries;
}
