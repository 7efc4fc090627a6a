import { KINDS, payloadOf } from '#trace/eventKinds.ts';
import { REACTOR_ROW, type TraceBatch } from '#trace/traceColumns.ts';
import { NO_CAUSE, NO_LINK } from '#trace/traceHeader.ts';
import { t } from '#words/words.ts';

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
  if (batch.first !== next)
    return t('goes on at event {{first}}, but {{next}} is next', {
      first: String(batch.first),
      next: String(next),
    });
  if (batch.firstValue !== nextValue)
    return t('lacks values: {{nextValue}} is the next one', { nextValue: String(nextValue) });
  if (!isRising(columns.times))
    return t('has times that do not rise, from event {{next}} on', { next: String(next) });
  const values = nextValue + batch.values.length;
  for (let row = 0; row < count; row += 1) {
    const fault = rowFault(batch, row, values, nodes);
    if (fault !== null)
      return t('has {{fault}} in event {{next}}', { fault, next: String(next + row) });
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
  if (payload === undefined) return t('the unknown kind {{kind}}', { kind: String(kind[row]) });
  const at = moment[row] as number;
  if (at >= times.length || (row > 0 && at < (moment[row - 1] as number))) return t('no time');
  if ((cause[row] as number) < NO_CAUSE || (cause[row] as number) >= first + row)
    return t('a wrong cause');
  const of = node[row] as number;
  if (of >= nodes && of !== REACTOR_ROW) return t('a node that is not there');
  if ((link[row] as number) < NO_LINK) return t('a wrong link');
  const code = value[row] as number;
  if (payload === 'value')
    return code < -1 || code >= values ? t('a value that is not there') : null;
  if (payload === 'none') return null;
  return code < -numbers.length ? t('a number that is not there') : null;
}
