import type { Milliseconds } from '#base/units.ts';

/**
 * Sends a message to the page again and again, each as soon as the last has come; gives what ends
 * that, and for how long one has waited at most.
 */
export function watchWaits(): () => Milliseconds {
  const { port1, port2 } = new MessageChannel();
  let longest = 0;
  let sent = performance.now();
  port1.addEventListener('message', () => {
    const now = performance.now();
    longest = Math.max(longest, now - sent);
    sent = now;
    port2.postMessage(null);
  });
  port1.start();
  port2.postMessage(null);
  return () => {
    port1.close();
    return longest;
  };
}
