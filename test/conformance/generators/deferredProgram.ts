import type { DeferredOperation, LinkAction, Step } from '../programs/deferredOperation.ts';

type Operations = readonly DeferredOperation[];

/**
 * Makes a program of generated operations, at whose end all limits are over. Names what they make,
 * in the order in which it stands: links h1, h2 and so on, limits t1, lists l1, acquires and getters
 * a1, coroutines c1. Each is made once.
 */
export function deferredProgram(operations: Operations): Operations {
  const counts = new Map<string, number>();
  const next = (prefix: string): string => {
    const count = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, count);
    return `${prefix}${count}`;
  };
  const nameOne = (each: DeferredOperation): DeferredOperation => {
    switch (each[0]) {
      case 'add':
        return ['add', each[1], next('h'), nameInside(each[3]), nameInside(each[4])];
      case 'timeout': {
        const [kind, id, , limit, converts] = each;
        return [kind, id, next('t'), limit, converts === null ? null : nameInside(converts)];
      }
      case 'list':
        return ['list', next('l'), each[2], each[3]];
      case 'gather':
        return ['gather', next('l'), each[2], each[3]];
      case 'start':
        return ['start', next('c'), each[2], each[3].map(nameStep)];
      case 'acquire':
      case 'get':
        return [each[0], each[1], next('a')];
      case 'run':
        return ['run', each[1], next('a'), nameInside(each[3])];
      default:
        return each;
    }
  };
  const nameInside = (does: LinkAction): LinkAction =>
    does[0] === 'do' ? ['do', does[1].map(nameOne)] : does;
  const nameStep = (step: Step): Step => {
    switch (step[0]) {
      case 'do':
        return ['do', step[1].map(nameOne)];
      case 'try':
      case 'finally':
        return [step[0], step[1].map(nameStep), step[2].map(nameStep)];
      case 'hold':
        return ['hold', step[1], step[2].map(nameStep)];
      default:
        return step;
    }
  };
  return [...operations.map(nameOne), ['advance', 2]];
}
