import { msg, type Text } from '#words/words.ts';

/** What decides what happens next. */
export type RuleName =
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
  | 'deferLater'
  | 'passes'
  | 'late'
  | 'runToEnd'
  | 'reactorLogs'
  | 'grid'
  | 'list'
  | 'coroutine'
  | 'cooperator'
  | 'threads'
  | 'semaphore'
  | 'queue'
  | 'service'
  | 'clock'
  | 'fires'
  | 'starts'
  | 'conditions'
  | 'horizon'
  | 'budget';

/** A rule of Twisted or of schedules, in a few sentences. */
export interface Rule {
  readonly title: Text;
  readonly text: Text;
  /** Where Twisted's own documentation speaks of it; null: it is a rule of schedules. */
  readonly reading: string | null;
}

const HOWTO = 'https://docs.twisted.org/en/stable/core/howto/';
const API_PAGES = 'https://docs.twisted.org/en/stable/api/';
const API = `${API_PAGES}twisted.internet.defer.Deferred.html`;

/** The rules that explanations refer to. */
export const RULES: Readonly<Record<RuleName, Rule>> = {
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
    reading: `${API_PAGES}twisted.internet.task.html#deferLater`,
  },
  passes: {
    title: msg('Delayed calls run in passes'),
    text: msg(
      'In a pass the reactor makes all calls that are due, in the order of their times. What is added meanwhile waits for the next pass, also with a delay of 0. Between passes it is idle.',
    ),
    reading: `${HOWTO}time.html`,
  },
  late: {
    title: msg('A delay is the least, not the exact time'),
    text: msg(
      'The reactor runs one function at a time. While one of them works or sleeps, nothing else happens; what was due meanwhile runs afterwards, late.',
    ),
    reading: `${HOWTO}reactor-basics.html`,
  },
  runToEnd: {
    title: msg('A function runs to its end'),
    text: msg(
      'Nothing interrupts a function in the reactor’s thread: the next call comes when it has returned or raised. That is why it needs no locks, and why it must not wait.',
    ),
    reading: `${HOWTO}reactor-basics.html`,
  },
  reactorLogs: {
    title: msg('What leaves a delayed call is logged'),
    text: msg(
      'The reactor catches what a delayed call raises, logs it and goes on with the next call. The program does not end, and no errback hears of it.',
    ),
    reading: `${HOWTO}logging.html`,
  },
  grid: {
    title: msg('A loop keeps to its grid'),
    text: msg(
      'A LoopingCall ticks at its start plus whole multiples of its interval, however long its function takes. It plans the next tick when the function is done, a Deferred included, and skips the points that have passed: ticks never overlap and are never made up for.',
    ),
    reading: `${API_PAGES}twisted.internet.task.LoopingCall.html`,
  },
  list: {
    title: msg('A list waits for its members'),
    text: msg(
      'A DeferredList fires with a pair of success and result for each member when all of them are done, in the order of the members. With fireOnOneCallback or fireOnOneErrback it fires with the first. Unless it consumes errors, a member’s failure stays unhandled in the member.',
    ),
    reading: `${API_PAGES}twisted.internet.defer.DeferredList.html`,
  },
  coroutine: {
    title: msg('await gives the reactor its turn'),
    text: msg(
      'A coroutine runs at once up to the first await of a Deferred without a result. With the result it goes on behind the await; a failure is raised there. What it returns is the result of its own Deferred.',
    ),
    reading: `${HOWTO}defer-intro.html#coroutines-with-async-await`,
  },
  cooperator: {
    title: msg('Cooperative tasks take turns'),
    text: msg(
      'The Cooperator lets its tasks take one step each in turn, until 10 ms have passed; then it plans its next tick, and the reactor can do something else. A step that gives a Deferred pauses its task until that has a result.',
    ),
    reading: `${API_PAGES}twisted.internet.task.Cooperator.html`,
  },
  threads: {
    title: msg('Threads work beside the reactor'),
    text: msg(
      'The thread pool has a limited number of workers; further jobs stand in line. A function that runs in one may block. Its result comes back to the reactor’s thread, where the Deferred fires.',
    ),
    reading: `${HOWTO}threading.html`,
  },
  semaphore: {
    title: msg('A semaphore has so many tokens'),
    text: msg(
      'DeferredSemaphore.run calls its function when it has a token, and gives the token back when the function is done, a Deferred included, also after a failure. Who waits longest is served first.',
    ),
    reading: `${API_PAGES}twisted.internet.defer.DeferredSemaphore.html`,
  },
  queue: {
    title: msg('A queue brings objects and takers together'),
    text: msg(
      'put() gives its object to the get() that has waited longest, at once, or stores it. get() takes the object that has been stored longest, or waits.',
    ),
    reading: `${API_PAGES}twisted.internet.defer.DeferredQueue.html`,
  },
  service: {
    title: msg('A service starts and stops its members'),
    text: msg(
      'A service starts what belongs to it when it is started. When it is stopped, its loops and tasks end, and its pending calls and Deferreds are cancelled.',
    ),
    reading: `${HOWTO}application.html`,
  },
  clock: {
    title: msg('A test clock moves by hand'),
    text: msg(
      'task.Clock has no time of its own: advance() moves it, and calls what is due by then. Tests of a program use it to be exact and quick.',
    ),
    reading: `${HOWTO}trial.html`,
  },
  fires: {
    title: msg('Somebody must fire a Deferred'),
    text: msg(
      'A Deferred does nothing of itself: until somebody calls callback() or errback() on it, who waits for it waits, for ever if need be. A timeout bounds the wait.',
    ),
    reading: `${HOWTO}defer.html`,
  },
  starts: {
    title: msg('A node acts when it is started'),
    text: msg(
      'The program starts a node, its service does, or a step. What nothing starts is never made: its chain does not run, and a step that names it raises.',
    ),
    reading: null,
  },
  conditions: {
    title: msg('A step runs when its condition holds'),
    text: msg(
      'All parts of a condition must hold. Calls are counted for the function, whoever calls it, from 1. What stands behind a step that always ends the function never runs.',
    ),
    reading: null,
  },
  horizon: {
    title: msg('The run ends at its horizon'),
    text: msg(
      'A schedule says how long it is simulated. What is due later would happen in the real program, but is not seen here.',
    ),
    reading: null,
  },
  budget: {
    title: msg('A run has a budget'),
    text: msg(
      'What repeats without letting the time go on would never end. So a run stops when it has had very many events, and can be let go on.',
    ),
    reading: null,
  },
};
