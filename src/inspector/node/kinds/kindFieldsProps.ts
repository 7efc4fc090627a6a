import type { NodeKind, ScheduleNode } from '#schedule/schema.ts';

/** What the fields of a kind are given. */
export interface KindFieldsProps<K extends NodeKind> {
  readonly node: Extract<ScheduleNode, { kind: K }>;
}
