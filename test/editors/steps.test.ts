import { describe, expect, test } from 'vitest';

import {
  changeStep,
  newStep,
  newStepIndex,
  retargetStep,
  withWhen,
} from '#editors/steps/changeStep.ts';
import { functionUse } from '#editors/steps/functionUse.ts';
import { stepChoices } from '#editors/steps/stepKinds.ts';
import { likelyTarget, stepTargets } from '#editors/steps/stepTargets.ts';
import { lintSchedule } from '#lint/lintSchedule.ts';
import { stepWarnings } from '#editors/steps/stepWarnings.ts';
import type { NodeStepKind } from '#schedule/language.ts';
import type { Schedule, Step, StepKind } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

import { schedule } from '../support/schedules.ts';

const DOCUMENT = schedule({
  functions: { tick: [], later: [] },
  nodes: [
    { kind: 'loopingCall', id: 'poll', interval: 1, call: 'tick' },
    { kind: 'deferLater', id: 'fetch', delay: 2 },
    { kind: 'deferLater', id: 'again', delay: 2, starts: 'never' },
    { kind: 'callLater', id: 'alarm', delay: 2, call: 'later' },
    { kind: 'deferred', id: 'job' },
  ],
});

const EMPTY = schedule({ functions: { tick: [] }, nodes: [] });

const change = (step: Step, kind: StepKind): Step | null =>
  changeStep(DOCUMENT, step, kind, 'poll');

describe('the menu of steps', () => {
  const lines = (document: Schedule, name: string): readonly string[] =>
    stepChoices(new Set(document.nodes.map(({ kind }) => kind)), functionUse(document, name)).map(
      ({ kind, help, needs }) => `${kind}: ${needs ?? t(help)}`,
    );

  test('says what each does, and which node it needs where there is none', () => {
    const document = schedule({
      functions: { tick: [] },
      nodes: [{ kind: 'callLater', id: 'poll', delay: 1, call: 'tick' }],
    });
    expect(lines(document, 'tick')).toEqual([
      'log: print a line',
      'block: keep the reactor busy for a time',
      'start: start a node and go on',
      'await: only in the function of a coroutine',
      'returnDeferred: needs a node that gives a Deferred: add one first',
      'return: end here with a value',
      'raise: end here with an exception',
      'stop: needs a LoopingCall, cooperate or Service: add one first',
      'cancel: cancel a pending call or a Deferred',
      'pause: needs a Deferred or cooperate: add one first',
      'resume: needs a Deferred or cooperate: add one first',
      'reset: let a pending call or an interval begin anew',
      'delay: put a pending call off',
      'fire: needs a Deferred: add one first',
      'fail: needs a Deferred: add one first',
      'put: needs a DeferredQueue: add one first',
      'stopReactor: end the run',
    ]);
  });

  test('says what has no meaning in the function', () => {
    const document = schedule({
      functions: { body: [], work: [] },
      nodes: [
        { kind: 'coroutine', id: 'main', call: 'body' },
        { kind: 'deferToThread', id: 'job', call: 'work' },
      ],
    });
    const blocked = (name: string): readonly string[] =>
      lines(document, name).filter((line) => /: (not|only) in/.test(line));
    expect(blocked('body')).toEqual(['returnDeferred: not in the coroutine of main: await it']);
    expect(blocked('work').map((line) => line.split(': ')[0])).toEqual(
      'start await returnDeferred stop cancel pause resume reset delay fire fail put stopReactor'.split(
        ' ',
      ),
    );
    expect(lines(document, 'work')).toContain('block: keep the worker busy for a time');
  });

  test('knows where a failure can come', () => {
    const document = schedule({
      functions: { own: [], good: [], bad: [], either: [], nobody: [] },
      nodes: [
        {
          kind: 'deferLater',
          id: 'fetch',
          delay: 1,
          call: 'own',
          chain: [{ callback: 'good', errback: 'bad' }, { both: 'either' }],
        },
      ],
    });
    const names = Object.keys(document.functions);
    expect(names.filter((name) => functionUse(document, name).mayGetFailure)).toEqual([
      'bad',
      'either',
      'nobody',
    ]);
  });
});

describe('the node of a new step', () => {
  test('is one that it may name', () => {
    expect(stepTargets(DOCUMENT, 'returnDeferred').map(({ id }) => id)).toEqual([
      'poll',
      'fetch',
      'again',
      'job',
    ]);
  });

  test('is best one that nothing else starts, and for what ends or holds the owner', () => {
    const target = (document: Schedule, kind: NodeStepKind, owner: string): string | undefined =>
      likelyTarget(document, kind, owner)?.id;
    expect({
      start: target(DOCUMENT, 'start', 'poll'),
      startFromAgain: target(DOCUMENT, 'start', 'again'),
      await: target(DOCUMENT, 'await', 'poll'),
      stop: target(DOCUMENT, 'stop', 'poll'),
      cancel: target(DOCUMENT, 'cancel', 'poll'),
      reset: target(DOCUMENT, 'reset', 'alarm'),
      pause: target(DOCUMENT, 'pause', 'poll'),
      fire: target(DOCUMENT, 'fire', 'job'),
      none: target(EMPTY, 'start', 'poll'),
    }).toEqual({
      start: 'again',
      startFromAgain: 'poll',
      await: 'again',
      stop: 'poll',
      cancel: 'fetch',
      reset: 'alarm',
      pause: 'job',
      fire: 'job',
      none: undefined,
    });
  });
});

test('a new step has all its fields, and is none where it could name no node', () => {
  expect([
    newStep(DOCUMENT, 'block', 'poll'),
    newStep(DOCUMENT, 'fail', 'poll'),
    newStep(DOCUMENT, 'stopReactor', 'poll'),
    newStep(EMPTY, 'fire', 'poll'),
  ]).toEqual([
    { do: 'block', for: 0.5 },
    { do: 'fail', node: 'job', error: { type: 'RuntimeError', message: 'failed' } },
    { do: 'stopReactor' },
    null,
  ]);
});

test('a step that gets another node has what that node needs', () => {
  const [poll, , , alarm] = DOCUMENT.nodes;
  const reset = { do: 'reset', node: 'alarm', seconds: 4, when: { call: 1 } } as const;
  const begun = { do: 'reset', node: 'poll' } as const;
  expect([
    retargetStep(reset, poll!),
    retargetStep(begun, alarm!),
    retargetStep({ do: 'start', node: 'alarm' }, poll!),
  ]).toEqual([
    { do: 'reset', node: 'poll', when: { call: 1 } },
    { do: 'reset', node: 'alarm', seconds: 1 },
    { do: 'start', node: 'poll' },
  ]);
});

describe('a step that does something else', () => {
  test('keeps its seconds, and whether it starts what it waits for', () => {
    expect([
      change({ do: 'delay', node: 'alarm', seconds: 4 }, 'reset'),
      change({ do: 'reset', node: 'poll' }, 'delay'),
      change({ do: 'returnDeferred', node: 'fetch' }, 'await'),
      change({ do: 'start', node: 'fetch' }, 'returnDeferred'),
    ]).toEqual([
      { do: 'reset', node: 'alarm', seconds: 4 },
      { do: 'delay', node: 'alarm', seconds: 1 },
      { do: 'await', node: 'fetch' },
      { do: 'returnDeferred', node: 'fetch', start: true },
    ]);
  });

  test('keeps its condition and the node, where it may name it', () => {
    const start: Step = { do: 'start', node: 'fetch', when: { call: 4 } };
    expect([change(start, 'cancel'), change(start, 'stop')]).toEqual([
      { do: 'cancel', node: 'fetch', when: { call: 4 } },
      { do: 'stop', node: 'poll', when: { call: 4 } },
    ]);
  });

  test('keeps its error and its value', () => {
    const raise: Step = { do: 'raise', error: { type: 'KeyError', message: 'k' } };
    const fire: Step = { do: 'fire', node: 'job', value: [1] };
    expect([change(raise, 'fail'), change(fire, 'return')]).toEqual([
      { do: 'fail', node: 'job', error: { type: 'KeyError', message: 'k' } },
      { do: 'return', value: [1] },
    ]);
  });

  test('takes the value of a new one where the old one returns its input', () => {
    expect(change({ do: 'return', input: true }, 'fire')).toEqual({
      do: 'fire',
      node: 'job',
      value: null,
    });
  });

  test('is the same where it does the same', () => {
    const log: Step = { do: 'log', text: 'a' };
    expect(change(log, 'log')).toBe(log);
  });
});

test('a condition without parts is none', () => {
  const log: Step = { do: 'log', text: 'a', when: { call: 1 } };
  expect([withWhen(log, {}), withWhen(log, { fromCall: 2 })]).toEqual([
    { do: 'log', text: 'a' },
    { do: 'log', text: 'a', when: { fromCall: 2 } },
  ]);
});

test('a new step goes before the one that always ends the function, an end to the end', () => {
  const steps: Step[] = [
    { do: 'raise', error: { type: 'E', message: '' }, when: { call: 1 } },
    { do: 'return', value: 1 },
  ];
  expect([
    newStepIndex(steps, 'log'),
    newStepIndex(steps, 'raise'),
    newStepIndex([], 'log'),
  ]).toEqual([1, 2, 0]);
});

test('warnings stand at their step', () => {
  const document = schedule({
    functions: {
      tick: [
        { do: 'log', text: 'b' },
        { do: 'log', text: 'a', when: { fromCall: 3, untilCall: 2 } },
      ],
    },
    nodes: [{ kind: 'loopingCall', id: 'poll', interval: 1, call: 'tick' }],
  });
  expect([...stepWarnings(lintSchedule(document), 'tick')]).toEqual([
    [1, ['never runs: its condition holds from call 3 until call 2, which is none']],
  ]);
});
