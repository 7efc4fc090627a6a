import type { Step } from '#schedule/schema.ts';

/** A value in a document: JSON. */
export type DocumentValue = Extract<Step, { do: 'fire' }>['value'];
