import { useReactFlow } from '@xyflow/react';
import { useEffect, useEffectEvent, type RefObject } from 'react';

import { focusOf } from '#commands/focusOf.ts';
import { useCommandBoard } from '#commands/useCommands.ts';
import { duplicateBeside, duplicateTo, pasteAt } from '#graph/edits/pasteEdits.ts';
import type { Point } from '#graph/layout/freePlace.ts';
import { leftOutWords } from '#graph/words/leftOutWords.ts';
import { copyNodes } from '#schedule/fragment/copyNodes.ts';
import { fragmentText } from '#schedule/fragment/fragmentText.ts';
import { parseFragmentText } from '#schedule/fragment/parseFragmentText.ts';
import type { Pasting } from '#schedule/fragment/pasteFragment.ts';
import { useStudio } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

import { focusedCard } from './elements.ts';
import type { Editing } from './useEditing.ts';

interface ClipboardProps {
  readonly pane: RefObject<HTMLDivElement | null>;
  /** Where the pointer is in the window; null: not over the canvas. */
  readonly pointer: RefObject<Point | null>;
  readonly editing: Pick<Editing, 'refuse' | 'report' | 'tell' | 'actions'>;
}

/** What can be done with the clipboard, from a menu or the palette of commands. */
export interface Clipboard {
  readonly copy: () => void;
  readonly cut: () => void;
  readonly paste: () => void;
  readonly duplicate: () => void;
  /** Adds cards once more where they were let go. */
  readonly duplicateTo: (moved: ReadonlyMap<string, Point>) => void;
}

/**
 * Copies and pastes nodes as text. The keys come as the browser's own events, which work without
 * its permission; they are heard while the graph has the focus, and never taken from a text field
 * or from selected text.
 */
export function useClipboard({ pane, pointer, editing }: ClipboardProps): Clipboard {
  const studio = useStudio();
  const { announce } = useCommandBoard();
  const { screenToFlowPosition } = useReactFlow();

  /** The selected nodes, or the one with the focus; none: an empty list. */
  const chosen = (): readonly string[] => {
    const { nodes } = studio.view.getState().selection;
    if (nodes.length > 0) return nodes;
    const id = focusedCard(pane.current);
    if (id === null) return [];
    studio.select({ nodes: [id], edges: [] });
    return [id];
  };
  const chosenText = (): string => {
    const { schedule } = studio.history.getState();
    const fragment = copyNodes(schedule, chosen());
    announce(t('Copied {{count}} nodes', { count: fragment.nodes.length }));
    return fragmentText(fragment);
  };
  const add = ({ edit, ids, leftOut }: Pasting): void => {
    const problems = studio.edit(edit);
    editing.report(problems);
    if (problems.length > 0) return;
    studio.select({ nodes: ids, edges: [] });
    pane.current?.focus({ preventScroll: true });
    editing.tell(leftOutWords(leftOut));
  };
  const pasteText = (text: string): void => {
    const parsed = parseFragmentText(text);
    if (!parsed.ok) {
      editing.refuse(parsed.why);
      return;
    }
    const at = pointer.current === null ? null : screenToFlowPosition(pointer.current);
    add(pasteAt(studio.history.getState().schedule, parsed.fragment, at));
  };
  const write = async (after: () => void): Promise<void> => {
    if (chosen().length === 0) return;
    try {
      await navigator.clipboard.writeText(chosenText());
      after();
    } catch {
      editing.refuse(t('The browser does not let this page write to the clipboard: press Ctrl+C.'));
    }
  };
  const read = async (): Promise<void> => {
    try {
      pasteText(await navigator.clipboard.readText());
    } catch {
      editing.refuse(t('The browser does not let this page read the clipboard: press Ctrl+V.'));
    }
  };

  const onCopy = useEffectEvent((event: ClipboardEvent): void => {
    if (!isForGraph(pane.current) || isTextSelected() || chosen().length === 0) return;
    event.clipboardData?.setData('text/plain', chosenText());
    event.preventDefault();
    if (event.type === 'cut') editing.actions.removeSelection();
  });
  const onPaste = useEffectEvent((event: ClipboardEvent): void => {
    if (!isForGraph(pane.current)) return;
    event.preventDefault();
    pasteText(event.clipboardData?.getData('text/plain') ?? '');
  });
  useEffect(() => {
    const copying = (event: ClipboardEvent): void => onCopy(event);
    const pasting = (event: ClipboardEvent): void => onPaste(event);
    document.addEventListener('copy', copying);
    document.addEventListener('cut', copying);
    document.addEventListener('paste', pasting);
    return () => {
      document.removeEventListener('copy', copying);
      document.removeEventListener('cut', copying);
      document.removeEventListener('paste', pasting);
    };
  }, []);

  return {
    copy: () => void write(() => undefined),
    cut: () => void write(editing.actions.removeSelection),
    paste: () => void read(),
    duplicate() {
      const ids = chosen();
      if (ids.length > 0) add(duplicateBeside(studio.history.getState().schedule, ids));
    },
    duplicateTo(moved) {
      const pasting = duplicateTo(studio.history.getState().schedule, moved);
      if (pasting !== null) add(pasting);
    },
  };
}

/** Whether the graph has the focus, and no field or menu above it. */
function isForGraph(pane: HTMLElement | null): boolean {
  const { activeElement } = document;
  if (pane === null || !pane.contains(activeElement)) return false;
  const focus = focusOf(activeElement);
  return focus === 'widget' || focus === 'button';
}

function isTextSelected(): boolean {
  return document.getSelection()?.isCollapsed === false;
}
