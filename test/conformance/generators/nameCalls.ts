import type { TimedOperation } from '../programs/timedOperation.ts';

type Operations = readonly TimedOperation[];

/**
 * Makes a program of generated operations, in which calls have no names yet and an operation on a
 * call has any number for it. Names the calls in the order in which they stand, and turns each
 * number into the name of a call that stands before; where there is none, leaves the operation out.
 */
export function nameCalls(operations: Operations): Operations {
  const names: string[] = [];
  const made = (prefix: string): string => {
    const name = `${prefix}${names.length}`;
    names.push(name);
    return name;
  };
  const nameEach = (each: Operations): Operations => each.flatMap(nameOne);
  const nameOne = (operation: TimedOperation): Operations => {
    switch (operation[0]) {
      case 'later':
        return [['later', made('c'), operation[2], nameEach(operation[3])]];
      case 'thread':
        return [['thread', made('f'), nameEach(operation[2])]];
      case 'cancel':
      case 'reset':
      case 'delay': {
        const name = names[Number(operation[1]) % names.length];
        if (name === undefined) return [];
        return operation[0] === 'cancel'
          ? [['cancel', name]]
          : [[operation[0], name, operation[2]]];
      }
      default:
        return [operation];
    }
  };
  return nameEach(operations);
}
