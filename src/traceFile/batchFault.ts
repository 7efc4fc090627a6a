import { KINDS, payloadOf } from '#trace/eventKinds.ts';
import { REACTOR_ROW, type TraceBatch } from '#trace/traceColumns.ts';
import { NO_CAUSE, NO_LINK } from '#trace/traceHeader.ts';

const PAYLOADS = KINDS.map(payloadOf);

/**
 * What is wrong with a batch that is to follow `next` events and `nextValue` values of a run of so
 * many nodes, or null: a trace of such batches can be read everywhere.
 */
export function batchFault(
  batch: TraceBatch,
  next: number,
  nextValue: number,
  nodes: number,
): string | null {
  const { columns, count } = batch;
  if (batch.first !== next) return `goes on at event ${batch.first}, but ${next} is next`;
  if (batch.firstValue !== nextValue) return `lacks values: ${nextValue} is the next one`;
  if (!isRising(columns.times)) return `has times that do not rise, from event ${next} on`;
  const values = nextValue + batch.values.length;
  for (let row = 0; row < count; row += 1) {
    const fault = rowFault(batch, row, values, nodes);
    if (fault !== null) return `has ${fault} in event ${next + row}`;
  }
  return null;
}

function isRising(times: Float64Array): boolean {
  let before = -1;
  for (const time of times) {
    // NaN is refused, too.
    if (!(time > before && time < Infinity)) return false;
    before = time;
  }
  return true;
}

function rowFault(
  { first, columns }: TraceBatch,
  row: number,
  values: number,
  nodes: number,
): string | null {
  const { times, numbers, moment, kind, node, link, cause, value } = columns;
  const payload = PAYLOADS[kind[row] as number];
  if (payload === undefined) return `the unknown kind ${kind[row]}`;
  const at = moment[row] as number;
  if (at >= times.length || (row > 0 && at < (moment[row - 1] as number))) return 'no time';
  if ((cause[row] as number) < NO_CAUSE || (cause[row] as number) >= first + row)
    return 'a wrong cause';
  const of = node[row] as number;
  if (of >= nodes && of !== REACTOR_ROW) return 'a node that is not there';
  if ((link[row] as number) < NO_LINK) return 'a wrong link';
  const code = value[row] as number;
  if (payload === 'value') return code < -1 || code >= values ? 'a value that is not there' : null;
  if (payload === 'none') return null;
  return code < -numbers.length ? 'a number that is not there' : null;
}
