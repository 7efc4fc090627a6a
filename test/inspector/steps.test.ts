import { describe, expect, test } from 'vitest';

import { changeStep, newStep, newStepIndex, withWhen } from '#inspector/steps/changeStep.ts';
import { stepChoices } from '#inspector/steps/stepKinds.ts';
import { likelyTarget, stepTargets } from '#inspector/steps/stepTargets.ts';
import { stepWarnings } from '#inspector/steps/stepWarnings.ts';
import type { Step, StepKind } from '#schedule/schema.ts';

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
  test('says what each does, and which node it needs where there is none', () => {
    const lines = stepChoices(new Set(['loopingCall'])).map(
      ({ kind, help, needs }) => `${kind}: ${needs ?? help}`,
    );
    expect(lines).toEqual([
      'log: print a line',
      'block: keep the reactor busy for a time',
      'start: start a node and go on',
      'returnDeferred: end here; who called waits for a node’s Deferred',
      'return: end here with a value',
      'raise: end here with an exception',
      'stop: stop a LoopingCall',
      'cancel: needs a callLater, deferLater or Deferred: add one first',
      'fire: needs a Deferred: add one first',
      'fail: needs a Deferred: add one first',
      'stopReactor: end the run',
    ]);
  });
});

describe('the node of a new step', () => {
  test('is one that it may name', () => {
    expect(stepTargets(DOCUMENT, 'returnDeferred')).toEqual(['poll', 'fetch', 'again', 'job']);
  });

  test('is best one that nothing else starts, and for stop and cancel the owner', () => {
    const targets = {
      start: likelyTarget(DOCUMENT, 'start', 'poll'),
      startFromAgain: likelyTarget(DOCUMENT, 'start', 'again'),
      stop: likelyTarget(DOCUMENT, 'stop', 'poll'),
      cancel: likelyTarget(DOCUMENT, 'cancel', 'poll'),
      fire: likelyTarget(DOCUMENT, 'fire', 'job'),
      none: likelyTarget(EMPTY, 'start', 'poll'),
    };
    expect(targets).toEqual({
      start: 'again',
      startFromAgain: 'poll',
      stop: 'poll',
      cancel: 'fetch',
      fire: 'job',
      none: null,
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

describe('a step that does something else', () => {
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
        { do: 'log', text: 'a', when: { fromCall: 3, untilCall: 2 } },
        { do: 'return', value: 1 },
        { do: 'log', text: 'b' },
      ],
    },
    nodes: [{ kind: 'loopingCall', id: 'poll', interval: 1, call: 'tick' }],
  });
  expect([...stepWarnings(document, 'tick')]).toEqual([
    [0, ['never holds: from call 3 until call 2']],
    [2, ['never runs: step 2 of tick always ends it before']],
  ]);
});
