/** What a key of the event filter narrows the list to, for its completion and the help. */
export interface FilterKey {
  readonly key: FilterKeyName;
  /** What its values are. */
  readonly what: string;
  readonly example: string;
}

/** The name of a key. */
export type FilterKeyName = 'node' | 'service' | 'kind' | 'instance' | 'after' | 'before';

/** The keys, the most useful first. */
export const FILTER_KEYS: readonly FilterKey[] = [
  { key: 'node', what: 'of a node, by its id or label', example: 'node:poll' },
  { key: 'kind', what: 'of a kind, or of a group of kinds', example: 'kind:failure' },
  { key: 'after', what: 'from a time on', example: 'after:10' },
  { key: 'before', what: 'before a time', example: 'before:1:30' },
  { key: 'service', what: 'of a service and all in it', example: 'service:feeds' },
  { key: 'instance', what: 'of one start of a node', example: 'instance:2' },
];
