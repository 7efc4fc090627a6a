import { msg, type Text } from '#words/words.ts';

/** What a key of the event filter narrows the list to, for its completion and the help. */
export interface FilterKey {
  readonly key: FilterKeyName;
  /** What its values are. */
  readonly what: Text;
  readonly example: string;
}

/** The name of a key. */
export type FilterKeyName = 'node' | 'service' | 'kind' | 'instance' | 'after' | 'before';

/** The keys, the most useful first. */
export const FILTER_KEYS: readonly FilterKey[] = [
  { key: 'node', what: msg('of a node, by its id or label'), example: 'node:poll' },
  { key: 'kind', what: msg('of a kind, or of a group of kinds'), example: 'kind:failure' },
  { key: 'after', what: msg('from a time on'), example: 'after:10' },
  { key: 'before', what: msg('before a time'), example: 'before:1:30' },
  { key: 'service', what: msg('of a service and all in it'), example: 'service:feeds' },
  { key: 'instance', what: msg('of one start of a node'), example: 'instance:2' },
];
