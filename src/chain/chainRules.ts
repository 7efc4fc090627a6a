import { msg, type Text } from '#words/words.ts';

/** What decides what happens in a chain. */
export type ChainRuleName =
  | 'rails'
  | 'sameLink'
  | 'recovers'
  | 'waits'
  | 'taken'
  | 'atOnce'
  | 'cancel'
  | 'timeout'
  | 'unhandled'
  | 'pause'
  | 'deferLater';

/** A rule of Deferreds, in a few sentences. */
export interface ChainRule {
  readonly title: Text;
  readonly text: Text;
  /** Where Twisted's own documentation speaks of it. */
  readonly reading: string;
}

const HOWTO = 'https://docs.twisted.org/en/stable/core/howto/';
const API = 'https://docs.twisted.org/en/stable/api/twisted.internet.defer.Deferred.html';

/** The rules that the sentences of a chain refer to. */
export const CHAIN_RULES: Readonly<Record<ChainRuleName, ChainRule>> = {
  rails: {
    title: msg('A value has a rail'),
    text: msg(
      'A result runs on the callback rail and a failure on the errback rail. A link calls the function that it has on the rail of the value, and lets the value by where it has none. What the function returns or raises decides on which rail it goes on.',
    ),
    reading: `${HOWTO}defer.html`,
  },
  sameLink: {
    title: msg('The two sides of a link are alternatives'),
    text: msg(
      'What the callback of a link raises is no matter of the errback of the same link: only links behind it can handle it.',
    ),
    reading: `${HOWTO}defer.html`,
  },
  recovers: {
    title: msg('An errback that returns has handled the error'),
    text: msg(
      'An errback that returns anything but a failure, None included, puts the chain back on the callback rail. To keep the error it must return the failure, or raise.',
    ),
    reading: `${HOWTO}defer.html`,
  },
  waits: {
    title: msg('A Deferred that is returned is waited for'),
    text: msg(
      'When a function of the chain returns a Deferred, the chain stops there until that one has a result, and goes on with it. The next callback never sees the Deferred itself.',
    ),
    reading: `${HOWTO}defer.html`,
  },
  taken: {
    title: msg('A result is handed over'),
    text: msg(
      'Whoever waited for a Deferred takes its result away, failures too: the Deferred itself has None from then on. A second one that waits for it gets None.',
    ),
    reading: `${HOWTO}defer.html`,
  },
  atOnce: {
    title: msg('Callbacks run at once'),
    text: msg(
      'As soon as a Deferred has a result, its callbacks run one after the other, before whoever fired it goes on. What is added to one that has a result already is called while it is added.',
    ),
    reading: `${HOWTO}defer.html`,
  },
  cancel: {
    title: msg('Cancelling is a failure like any other'),
    text: msg(
      'cancel() calls the canceller, where there is one, and then fails the Deferred with CancelledError, unless the canceller has fired it. It goes to the innermost Deferred that is waited for, and does nothing to one that has a result.',
    ),
    reading: `${API}#cancel`,
  },
  timeout: {
    title: msg('A timeout cancels'),
    text: msg(
      'addTimeout makes a timer that cancels the Deferred and turns the CancelledError into a TimeoutError. It covers what stands before it in the chain; a value that comes to it in time takes the timer back.',
    ),
    reading: `${API}#addTimeout`,
  },
  unhandled: {
    title: msg('An unhandled error is told late'),
    text: msg(
      'A failure at the end of a chain is told of when the Deferred is freed, and not before: as long as something holds it, an errback can still be added.',
    ),
    reading: `${HOWTO}defer.html`,
  },
  pause: {
    title: msg('A paused Deferred keeps its value'),
    text: msg(
      'While pause() was called more often than unpause(), no further link is called. The last unpause() goes on with the chain at once.',
    ),
    reading: `${API}#pause`,
  },
  deferLater: {
    title: msg('deferLater calls in its own chain'),
    text: msg(
      'deferLater fires a Deferred by a timer and has added the function to it as its first callback: what it returns is the result, and what it raises is a failure.',
    ),
    reading: 'https://docs.twisted.org/en/stable/api/twisted.internet.task.html#deferLater',
  },
};
