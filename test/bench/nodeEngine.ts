import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import type { Engine } from './engine.ts';
import type { Part } from './runRound.ts';

/** A contender in a process of its own. */
export function nodeEngine(part: Part): Engine {
  // Bundled, both lie in one folder.
  const child = fork(fileURLToPath(new URL('contenderProcess.js', import.meta.url)), {
    execArgv: ['--expose-gc'],
  });
  return {
    round: () =>
      new Promise((resolve, reject) => {
        const died = (): void => reject(new Error(`${part.contender}: its process has ended.`));
        child.once('exit', died);
        child.once('message', (figure) => {
          child.off('exit', died);
          resolve(Number(figure));
        });
        child.send(part);
      }),
    end() {
      child.disconnect();
      return Promise.resolve();
    },
  };
}
