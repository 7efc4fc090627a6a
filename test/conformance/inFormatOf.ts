import type { Json } from '#base/json.ts';

import type { Outcome, Row } from './programs/program.ts';

/** The fields of a Deferred's state: whether it was called, its pauses, its result, its mark. */
const STATE_FIELDS = 4;

/**
 * The port's rows in the format of given ones: these may leave the mark of an unhandled error out
 * of the states of Deferreds.
 */
export function inFormatOf(given: Outcome, rows: Outcome): Outcome {
  if (given === null || rows === null) return rows;
  const fields = given.map(fieldsOfStates).find((count) => count !== null) ?? STATE_FIELDS;
  if (fields === STATE_FIELDS) return rows;
  return rows.map((row) => {
    const states = statesOf(row);
    if (states === null) return row;
    const cut = Object.entries(states).map(([name, state]): [string, Json] => [
      name,
      Array.isArray(state) ? state.slice(0, fields) : state,
    ]);
    return ['states', Object.fromEntries(cut)];
  });
}

function fieldsOfStates(row: Row): number | null {
  const [state] = Object.values(statesOf(row) ?? {});
  return Array.isArray(state) ? state.length : null;
}

function statesOf([kind, states]: Row): Readonly<Record<string, Json>> | null {
  const isStates = kind === 'states' && typeof states === 'object' && states !== null;
  return isStates && !Array.isArray(states) ? (states as Readonly<Record<string, Json>>) : null;
}
