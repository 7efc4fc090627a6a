import type { Schedule } from '#schedule/schema.ts';

import { sideBySide } from '../sideBySide.ts';
import { simulateLines, type Lines } from './simulateLines.ts';
import type { Answer } from './twistedPrograms.ts';

/** Of a run that Twisted did not end: so many calls are under way at once, or so many lines are shown. */
const DEEP = 20;
const MOST_LINES = 1000;

/** How a schedule fared: alike, not fit for comparison, or the difference in words. */
export type Comparison = 'alike' | 'unfit' | { readonly difference: string };

/** Simulates a schedule and compares its lines with those that real Twisted gave. */
export function compareSchedule(schedule: Schedule, twisted: Answer): Comparison {
  let ours: Lines;
  try {
    ours = simulateLines(schedule);
  } catch (thrown) {
    const stack = thrown instanceof Error ? (thrown.stack ?? '') : String(thrown);
    return differs(`the simulator broke down: ${stack}`, schedule);
  }
  if (twisted.lines === null) {
    if ('error' in twisted) return differs(`Python broke down: ${twisted.error}`, schedule);
    if (isEndless(ours) || isDeep(ours) || namesRecursion(ours)) return 'unfit';
    return differs(
      `Twisted's run was given up (${twisted.unfit}), the simulator's was not`,
      schedule,
    );
  }
  // How deep Python can go is no part of the language.
  if (namesRecursion(twisted.lines)) return 'unfit';
  const difference = sideBySide(asText(twisted.lines), asText(ours), 'simulator');
  return difference === null ? 'alike' : differs(difference, schedule);
}

function isEndless(lines: Lines): boolean {
  return lines.length > MOST_LINES || !lines.some(({ ev }) => ev === 'end');
}

function isDeep(lines: Lines): boolean {
  let open = 0;
  return lines.some(({ ev }) => {
    if (ev === 'enter') open += 1;
    if (ev === 'leave') open -= 1;
    return open >= DEEP;
  });
}

function namesRecursion(lines: Lines): boolean {
  return asText(lines).some((line) => line.includes('RecursionError'));
}

function asText(lines: Lines): readonly string[] {
  return lines.map((line) => JSON.stringify(line));
}

function differs(what: string, schedule: Schedule): Comparison {
  return { difference: [what, 'of the schedule', ...scheduleLines(schedule)].join('\n') };
}

/** The document as JSON: a line for each function and each node. */
function scheduleLines({ functions, nodes, ...rest }: Schedule): readonly string[] {
  const head = JSON.stringify(rest).slice(1, -1);
  const ofFunctions = Object.entries(functions).map(
    ([name, body]) => `  ${JSON.stringify(name)}: ${JSON.stringify(body)}`,
  );
  const ofNodes = nodes.map((node) => `  ${JSON.stringify(node)}`);
  return [
    `{${head},`,
    '"functions": {',
    ofFunctions.join(',\n'),
    '},',
    '"nodes": [',
    ofNodes.join(',\n'),
    ']}',
  ];
}
