import type { CssPixels } from '#base/units.ts';
import type { ScheduleNode } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

import { fieldLine, shortened, type CardLine } from './cardLines.ts';
import { BLOCK_PADDING, METRICS } from './metrics.ts';
import {
  fieldKey,
  fieldPort,
  rightHandle,
  rightPort,
  type ArrowField,
  type Port,
} from './ports.ts';

/** A field of a node that names other nodes: a list's members, a guard's semaphore, a get's queue. */
export interface FieldLayout {
  readonly field: ArrowField;
  readonly top: CssPixels;
  readonly height: CssPixels;
  /** What stands at the handle: a list says what it does with its members, others the node too. */
  readonly heading: CardLine;
  /** A list's members. */
  readonly lines: readonly CardLine[];
  /** The port of each name, by {@link fieldKey}. */
  readonly portOfName: ReadonlyMap<string, string>;
}

/** Lists with more members are cut: the last line says how many are not shown. */
const MAX_MEMBERS = 8;

/** Lays a field out from `top` on, and adds its ports; null for a node without such a field. */
export function fieldLayout(
  node: ScheduleNode,
  top: CssPixels,
  addPort: (port: Port) => void,
): FieldLayout | null {
  switch (node.kind) {
    case 'deferredList':
      return membersLayout(node, top, addPort);
    case 'guarded':
      return singleLayout('semaphore', fieldLine(t('guarded by '), node.semaphore), top, addPort);
    case 'queueGet':
      return singleLayout('queue', fieldLine(t('takes from '), node.queue), top, addPort);
    default:
      return null;
  }
}

function singleLayout(
  field: 'semaphore' | 'queue',
  heading: CardLine,
  top: CssPixels,
  addPort: (port: Port) => void,
): FieldLayout {
  const id = fieldPort(field);
  addPort(rightHandle(id, 'field', top + BLOCK_PADDING + METRICS.name / 2));
  const portOfName = new Map([[fieldKey(field, 0), id]]);
  return { field, top, height: 2 * BLOCK_PADDING + METRICS.name, heading, lines: [], portOfName };
}

function membersLayout(
  { members, startMembers }: Extract<ScheduleNode, { kind: 'deferredList' }>,
  top: CssPixels,
  addPort: (port: Port) => void,
): FieldLayout {
  const lines =
    members.length === 0
      ? [fieldLine(t('no members yet'), null)]
      : shortened(
          members.map((member, index) => ({
            ...fieldLine('', member),
            key: `${index}`,
            arrows: [index],
          })),
          MAX_MEMBERS,
          'members',
        );
  addPort(rightHandle(fieldPort('member'), 'field', top + BLOCK_PADDING + METRICS.name / 2));
  const portOfName = new Map<string, string>();
  const firstLine = top + BLOCK_PADDING + METRICS.name;
  lines.forEach(({ key, arrows }, line) => {
    if (arrows.length === 0) return;
    const id = `member:${key}`;
    for (const index of arrows) portOfName.set(fieldKey('member', index), id);
    addPort(rightPort(id, 'field', firstLine + (line + 0.5) * METRICS.line));
  });
  return {
    field: 'member',
    top,
    height: 2 * BLOCK_PADDING + METRICS.name + lines.length * METRICS.line,
    heading: fieldLine(startMembers ? t('starts and waits for') : t('waits for'), null),
    lines,
    portOfName,
  };
}
