import type { Schedule } from '#schedule/schema.ts';
import { createStudio } from '#store/createStudio.ts';
import type { Studio } from '#store/studio.ts';
import type { StudioHost } from '#store/studioHost.ts';

import { schedule } from './schedules.ts';
import { memoryStorage, testHost, type TestHost } from './testHost.ts';

/** A loop that ticks at 0, 5 and 10, fails at 15, and has nobody who handles that. */
export const POLL: Schedule = schedule({
  horizon: 30,
  functions: {
    check_feed: [
      { do: 'log', text: 'check {call}' },
      { do: 'raise', error: { type: 'ValueError', message: 'empty' }, when: { call: 4 } },
    ],
  },
  nodes: [{ kind: 'loopingCall', id: 'poll', interval: 5, call: 'check_feed', chain: [] }],
});

/** A studio in this thread with its host. */
export interface OpenStudio {
  readonly studio: Studio;
  readonly host: TestHost;
}

/** Opens a studio that has saved this document, and waits until its run has ended. */
export async function openStudio(
  document: Schedule = POLL,
  parts: Partial<StudioHost> = {},
): Promise<OpenStudio> {
  const record = { record: 1, schedule: document, view: {} };
  const storage = memoryStorage(new Map([['reactor-studio/document', record]]));
  const host = testHost({ storage, ...parts });
  const studio = await createStudio(host);
  await ended(studio);
  return { studio, host };
}

/** Waits until the run of a studio has ended. */
function ended({ run }: Studio): Promise<void> {
  return new Promise((resolve) => {
    const stop = run.subscribe(({ status }) => {
      if (status.state !== 'ended') return;
      stop();
      resolve();
    });
  });
}
