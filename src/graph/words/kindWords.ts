import { KIND_NAMES } from '#schedule/kindWords.ts';
import type { ScheduleNode } from '#schedule/schema.ts';
import { formatDuration } from '#trace/formatTime.ts';

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
