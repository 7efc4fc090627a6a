import { pythonRepr } from '#base/python.ts';
import type { Seconds } from '#base/units.ts';
import { parseTime } from '#base/parseTime.ts';
import { parseValue } from '#editors/parsing/parseValue.ts';
import { BREAKPOINT_EVENTS, type BreakpointEvent } from '#schedule/eventWords.ts';
import type { Breakpoint, BreakpointKind } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

/** A breakpoint as its form has it: every field as text, those of other kinds too. */
export interface BreakpointDraft {
  readonly on: BreakpointKind;
  /** A node's id; empty for all. */
  readonly node: string;
  /** A kind of event; empty for all. */
  readonly event: string;
  readonly time: string;
  readonly above: string;
  readonly value: string;
  readonly text: string;
}

/** What is selected, as far as a new breakpoint begins with it. */
export interface BreakpointContext {
  /** The one selected node. */
  readonly node: string | null;
  /** The kind of the selected event. */
  readonly event: BreakpointEvent | null;
  /** The time of the playhead. */
  readonly time: Seconds;
}

/** The field of a form, by its name. */
export type DraftField = keyof BreakpointDraft;

/** What became of a draft: a breakpoint, or which field is wrong and why. */
export type DraftOutcome =
  | { readonly ok: true; readonly breakpoint: Breakpoint }
  | { readonly ok: false; readonly field: DraftField; readonly message: string };

/** A new breakpoint: the selected event's, else a failure of the selected node. */
export function newDraft({ node, event, time }: BreakpointContext): BreakpointDraft {
  return {
    on: event === null ? 'failure' : 'event',
    node: node ?? '',
    event: event ?? 'failed',
    time: String(Number(time.toFixed(3))),
    above: '0',
    value: 'None',
    text: '',
  };
}

/** The draft of a breakpoint that is there; what it does not say is as in a new one. */
export function draftOf(breakpoint: Breakpoint, context: BreakpointContext): BreakpointDraft {
  const draft = { ...newDraft(context), on: breakpoint.on, node: breakpoint.node ?? '' };
  switch (breakpoint.on) {
    case 'time':
      return { ...draft, time: String(breakpoint.time) };
    case 'event':
      return { ...draft, event: breakpoint.event ?? '' };
    case 'lateness':
      return { ...draft, above: String(breakpoint.above) };
    case 'value':
      return { ...draft, value: pythonRepr(breakpoint.value) };
    case 'text':
      return { ...draft, text: breakpoint.text };
    case 'failure':
    case 'unhandled':
      return draft;
  }
}

/** Reads a draft. */
export function readDraft(draft: BreakpointDraft, enabled: boolean): DraftOutcome {
  const common = { ...(draft.node === '' ? {} : { node: draft.node }), enabled };
  switch (draft.on) {
    case 'failure':
    case 'unhandled':
      return { ok: true, breakpoint: { on: draft.on, ...common } };
    case 'time': {
      const time = parseTime(draft.time);
      return time === null
        ? wrong('time', t('Type a time, such as 12.4, 1:05.2 or 200ms.'))
        : { ok: true, breakpoint: { on: 'time', time, ...common } };
    }
    case 'lateness': {
      const above = parseTime(draft.above);
      return above === null
        ? wrong('above', t('Type a length of time, such as 0.5 or 200ms.'))
        : { ok: true, breakpoint: { on: 'lateness', above, ...common } };
    }
    case 'event': {
      const event = BREAKPOINT_EVENTS.find((kind) => kind === draft.event);
      if (event === undefined && draft.node === '') {
        return wrong('event', t('Choose an event or a node: every event would stop.'));
      }
      const kind = event === undefined ? {} : { event };
      return { ok: true, breakpoint: { on: 'event', ...kind, ...common } };
    }
    case 'value': {
      const value = parseValue(draft.value);
      return value.ok
        ? { ok: true, breakpoint: { on: 'value', value: value.value, ...common } }
        : wrong('value', value.message);
    }
    case 'text':
      return draft.text === ''
        ? wrong('text', t('Type a part of a text: every text contains nothing.'))
        : { ok: true, breakpoint: { on: 'text', text: draft.text, ...common } };
  }
}

function wrong(field: DraftField, message: string): DraftOutcome {
  return { ok: false, field, message };
}
