import { expect, test } from 'vitest';

import { compile } from '#program/compile.ts';
import { replaceSchedule, setDocumentFields } from '#schedule/documentEdits.ts';

import { openStudio, POLL } from '../support/openStudio.ts';
import { lines, run } from '../support/runs.ts';
import { schedule } from '../support/schedules.ts';
import { spawnInProcess } from '../support/testHost.ts';

/** An endless loop, of which a run is known up to 30 s. */
const ENDLESS = schedule({
  horizon: 30,
  functions: { tick: [{ do: 'log', text: 'tick {call}' }] },
  nodes: [{ kind: 'loopingCall', id: 'loop', interval: 1, call: 'tick', chain: [] }],
});

const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 60);
  });

test('a run that was done elsewhere is shown and not simulated, until an edit asks for it', async () => {
  const posted: string[] = [];
  const { studio } = await openStudio(POLL, {
    spawn: (receive, died) => {
      const thread = spawnInProcess(receive, died);
      return {
        ...thread,
        post: (message) => {
          posted.push(message.type);
          thread.post(message);
        },
      };
    },
  });
  posted.length = 0;
  const done = { program: compile(ENDLESS), ...run(ENDLESS) };
  expect(studio.openRun(replaceSchedule(ENDLESS, 'open'), done)).toEqual([]);
  await settled();
  expect(studio.run.getState().trace).toBe(done.trace);
  expect(studio.run.getState().status).toEqual({ state: 'ended', end: done.end });
  expect(studio.history.getState().schedule).toEqual(ENDLESS);
  expect(posted).toEqual([]);

  studio.undo();
  await settled();
  expect(posted).toContain('simulate');
  expect(lines(studio.run.getState().trace)).toEqual(lines(run(POLL).trace));
  studio.dispose();
});

test('the run of the very document that is open takes the place of the simulated one', async () => {
  const { studio } = await openStudio(ENDLESS);
  const done = { program: compile(ENDLESS), ...run(ENDLESS) };
  studio.openRun(replaceSchedule(ENDLESS, 'open'), done);
  expect(studio.run.getState().trace).toBe(done.trace);
  studio.dispose();
});

test('it goes on to a later horizon with what follows it', async () => {
  const { studio } = await openStudio(POLL);
  studio.openRun(replaceSchedule(ENDLESS, 'open'), {
    program: compile(ENDLESS),
    ...run(ENDLESS),
  });
  studio.edit(setDocumentFields({ horizon: 50 }));
  while (studio.run.getState().status.state !== 'ended') await settled();
  await settled();
  const longer = { ...ENDLESS, horizon: 50 };
  expect(lines(studio.run.getState().trace)).toEqual(lines(run(longer).trace));
  studio.dispose();
});
