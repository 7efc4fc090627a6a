import type { Focus } from './keyCommand.ts';

const LAYERS = '[role="dialog"], [role="alertdialog"], [role="menu"]';
const NO_TEXT = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'color', 'file']);

/** What has the focus, where a key press was heard at this target. */
export function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof HTMLElement || target instanceof SVGElement)) return 'page';
  if (target === document.body || target === document.documentElement) return 'page';
  if (target.closest(LAYERS) !== null) return 'layer';
  if (target instanceof HTMLInputElement) {
    if (target.type === 'range') return 'widget';
    return NO_TEXT.has(target.type) ? 'button' : 'text';
  }
  if (target instanceof HTMLTextAreaElement) return 'text';
  if (target.closest('[contenteditable=""], [contenteditable="true"]') !== null) return 'text';
  if (target instanceof HTMLSelectElement) return 'choice';
  if (target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement) return 'button';
  return 'widget';
}
