import type { Page } from '@playwright/test';

/** Puts a document where the app finds it when it opens, as if it had been saved there. */
export async function saveDocument(page: Page, schedule: object): Promise<void> {
  // A page of the same origin that is not the app: the app would save its own document.
  await page.route('**/seed.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><link rel="icon" href="data:,">',
    }),
  );
  await page.goto('./seed.html');
  await page.evaluate(
    (record) =>
      new Promise<void>((resolve, reject) => {
        const failed = (): void =>
          reject(new Error('The document could not be put into the storage.'));
        const request = indexedDB.open('reactor-studio');
        request.addEventListener('upgradeneeded', () => {
          request.result.createObjectStore('documents');
        });
        request.addEventListener('error', failed);
        request.addEventListener('success', () => {
          const transaction = request.result.transaction('documents', 'readwrite');
          transaction.objectStore('documents').put(record, 'reactor-studio/document');
          transaction.addEventListener('error', failed);
          transaction.addEventListener('complete', () => {
            request.result.close();
            resolve();
          });
        });
      }),
    { record: 1, schedule, view: {} },
  );
}

/** A valid document of so many nodes: a loop starts each deferLater of its row, some of which fail. */
export function largeSchedule(nodes: number): object {
  const row = 10;
  const functions: Record<string, object> = {};
  const list: object[] = [];
  for (let index = 0; index < nodes; index += 1) {
    const column = index % row;
    const line = Math.floor(index / row);
    const position = { x: column * 380, y: line * 320 };
    if (column === 0) {
      const steps = Array.from({ length: Math.min(row - 1, nodes - index - 1) }, (_, at) => ({
        do: 'start',
        node: `node_${index + at + 1}`,
      }));
      functions[`tick_${line}`] = { steps };
      const timing = { interval: 5 + (line % 7), now: true, withCount: false };
      list.push({
        kind: 'loopingCall',
        id: `node_${index}`,
        position,
        starts: 'program',
        ...timing,
        call: `tick_${line}`,
        chain: [],
      });
    } else {
      functions[`work_${index}`] = {
        steps: [
          {
            do: 'raise',
            error: { type: 'ValueError', message: 'now and then' },
            when: { everyCall: 1 + column },
          },
          { do: 'return', value: index },
        ],
      };
      list.push({
        kind: 'deferLater',
        id: `node_${index}`,
        position,
        starts: 'never',
        delay: column * 0.3,
        call: `work_${index}`,
        chain: [],
      });
    }
  }
  return {
    format: 'reactor-studio/schedule',
    version: 1,
    name: `${nodes} nodes`,
    horizon: 60,
    functions,
    nodes: list,
  };
}
