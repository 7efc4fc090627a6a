import type { NodeKind } from '#schedule/schema.ts';
import { msg, type Text } from '#words/words.ts';

/** What starting a node of each kind does, and what comes of it, in a sentence or two. */
export const KIND_HELP: Readonly<Record<NodeKind, Text>> = {
  callLater: msg(
    'Calls its function once, when the delay is over. It can be cancelled, reset and delayed until then.',
  ),
  deferLater: msg(
    'Gives a Deferred that fires when the delay is over, with what its function returns; with None where it has none.',
  ),
  loopingCall: msg(
    'Calls its function every interval, on a grid that does not drift. Its Deferred fires when it is stopped, and fails when its function does.',
  ),
  deferred: msg('A Deferred that nobody fires but a step: fire gives it a value, fail a failure.'),
  deferredList: msg(
    'Waits for the Deferreds of its members and fires with a list of all results, in the order of the members.',
  ),
  coroutine: msg(
    'Runs its function as a coroutine, which may await other nodes. Its Deferred fires with what the function returns.',
  ),
  cooperate: msg(
    'Calls its function again and again, a step at a time, and lets the reactor do other things in between.',
  ),
  deferToThread: msg(
    'Runs its function in a worker of the thread pool. The reactor goes on meanwhile, and gets the result.',
  ),
  semaphore: msg(
    'Is made when the program begins. Each guarded call takes a token, and waits in line where none is free.',
  ),
  guarded: msg(
    'Waits for a token of its semaphore, calls its function, and gives the token back when that has ended.',
  ),
  queue: msg(
    'Is made when the program begins. A put stores a value, or hands it to the get that waits longest.',
  ),
  queueGet: msg(
    'Takes the oldest value out of its queue, and waits for one where the queue is empty.',
  ),
  service: msg(
    'Starts its members together, in order, and stops them together, the last one first.',
  ),
  outsideEvent: msg(
    'What the world does to the program: calls its function at each of its moments.',
  ),
};
