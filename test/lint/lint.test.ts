import { describe, expect, test } from 'vitest';

import { findingWords } from '#lint/finding.ts';
import { EXAMPLES } from '#schedule/examples.ts';
import { edited, newHistory } from '#store/history.ts';

import { findingsOf } from './findings.ts';
import { QUESTIONABLE } from './questionable.ts';

test.each(Object.entries(QUESTIONABLE))('%s is found', (_, schedule) => {
  const lines = findingsOf(schedule).map(
    (finding) =>
      `${finding.severity} ${finding.rule}: ${findingWords(finding)} [${finding.fixes.map(({ label }) => label).join('; ')}]`,
  );
  expect(lines).toMatchSnapshot();
});

test('of the examples only what they are there to show', () => {
  const found = EXAMPLES.map(({ id, load }) => [id, findingsOf(load()).map(findingWords)] as const);
  expect(Object.fromEntries(found.filter(([, lines]) => lines.length > 0))).toMatchSnapshot();
});

const FIXES = [...Object.values(QUESTIONABLE), ...EXAMPLES.map(({ load }) => load())].flatMap(
  (schedule) =>
    findingsOf(schedule).flatMap((finding) =>
      finding.fixes.map((fix) => ({
        name: `${finding.key}: ${fix.label}`,
        schedule,
        finding,
        fix,
      })),
    ),
);

describe('a fix mends what it says, and breaks nothing', () => {
  test('there are many', () => {
    expect(FIXES.length).toBeGreaterThan(30);
  });
  test.each(FIXES)('$name', ({ schedule, finding, fix }) => {
    const before = findingsOf(schedule);
    const result = edited(newHistory(schedule), fix, 0);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const after = findingsOf(result.history.schedule);
    // Behind a step that was deleted another one takes its number.
    const alike = (findings: typeof before): number =>
      findings.filter(({ rule }) => rule === finding.rule).length;
    const isGone = !after.some(({ key }) => key === finding.key);
    expect(isGone || alike(after) < alike(before)).toBe(true);
    const errors = (findings: typeof before): readonly string[] =>
      findings.filter(({ severity }) => severity === 'error').map(({ key }) => key);
    expect(errors(after).filter((key) => !errors(before).includes(key))).toEqual([]);
  });
});
