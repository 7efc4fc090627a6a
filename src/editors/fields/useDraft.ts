import { createContext, useContext, useState, type KeyboardEvent } from 'react';

import type { Parsed } from '#editors/parsing/parsed.ts';

/**
 * What the fields below belong to, such as a node's id: a draft is dropped when that changes,
 * even where two things have the same value.
 */
export const DraftScope = createContext('');

interface Draft {
  readonly text: string;
  readonly error: string | null;
  /** Scope and text of the document that it stands in for: once these differ, it is out of date. */
  readonly anchor: string;
  /** What the document had before the typing began: what Esc brings back. */
  readonly before: string;
}

interface DraftOptions {
  /** The document's own value as text. */
  readonly value: string;
  /** Takes typed text into the document. Gives the text that the document has then. */
  readonly submit: (text: string) => Parsed<string>;
  /** `typed`: each keystroke is an edit; `left`: Enter or leaving the field is. */
  readonly commit: 'typed' | 'left';
  /** Says what is wrong while one types a value that is committed later. */
  readonly check?: ((text: string) => Parsed<string>) | undefined;
  /** Whether Enter is a part of the text. */
  readonly multiline: boolean;
}

/** What a text control needs to show a draft. */
export interface DraftControl {
  readonly text: string;
  readonly error: string | null;
  readonly change: (text: string) => void;
  readonly leave: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * Typed text beside the document's value. A valid draft is in the document; an invalid one stays in
 * the field with what is wrong with it. It follows the document when that changes from elsewhere.
 */
export function useDraft(options: DraftOptions): DraftControl {
  const { value, submit, commit, check, multiline } = options;
  const scope = useContext(DraftScope);
  const [draft, setDraft] = useState<Draft | null>(null);
  const anchorOf = (text: string): string => `${scope}\n${text}`;
  const live = draft !== null && draft.anchor === anchorOf(value) ? draft : null;

  const change = (text: string): void => {
    const outcome =
      commit === 'typed' ? submit(text) : (check?.(text) ?? { ok: true, value: text });
    const saved = outcome.ok && commit === 'typed' ? outcome.value : value;
    setDraft({
      text,
      error: outcome.ok ? null : outcome.message,
      anchor: anchorOf(saved),
      before: live?.before ?? value,
    });
  };
  const leave = (): void => {
    if (live === null) return;
    if (commit === 'left') {
      const outcome = submit(live.text);
      setDraft(outcome.ok ? null : { ...live, error: outcome.message });
    } else if (live.error === null) {
      setDraft(null);
    }
  };
  const restore = (): void => {
    if (commit === 'typed' && live !== null && live.before !== value) submit(live.before);
    setDraft(null);
  };

  return {
    text: live?.text ?? value,
    error: live?.error ?? null,
    change,
    leave,
    onKeyDown(event) {
      if (event.nativeEvent.isComposing) return;
      if (event.key === 'Enter' && !multiline) {
        leave();
      } else if (event.key === 'Escape' && live !== null) {
        // Esc is spent here: it does not also clear the selection.
        event.stopPropagation();
        restore();
      }
    },
  };
}
