import type { NodeKind, ScheduleNode } from '#schedule/schema.ts';
import { formatDuration } from '#trace/formatTime.ts';

/** The kinds by Twisted's own words. */
export const KIND_NAMES: Readonly<Record<NodeKind, string>> = {
  callLater: 'callLater',
  deferLater: 'deferLater',
  loopingCall: 'LoopingCall',
  deferred: 'Deferred',
};

/** A node's kind and main parameter, such as `LoopingCall · every 5 s`. */
export function kindWords(node: ScheduleNode): string {
  const name = KIND_NAMES[node.kind];
  switch (node.kind) {
    case 'callLater':
    case 'deferLater':
      return `${name} · ${formatDuration(node.delay)}`;
    case 'loopingCall':
      return `${name} · every ${formatDuration(node.interval)}`;
    case 'deferred':
      return name;
  }
}
