import { transferablesOf } from '#trace/traceColumns.ts';

import type { ToWorker } from './protocol.ts';
import { createRunner } from './runner.ts';

// A message to oneself lets the page's messages in between two slices; a timer would wait longer.
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.addEventListener('message', () => waiting.shift()?.());
channel.port1.start();

const receive = createRunner({
  post: (message, batch) => {
    postMessage(message, batch === undefined ? [] : transferablesOf(batch));
  },
  soon: (f) => {
    waiting.push(f);
    channel.port2.postMessage(null);
  },
  now: () => performance.now(),
});

addEventListener('message', (event: MessageEvent<ToWorker>) => receive(event.data));
