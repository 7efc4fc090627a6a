import type { CommandScope } from './commandInfo.ts';

const SCOPES: readonly string[] = ['graph', 'timeline'] satisfies readonly CommandScope[];

/** The part of the page that a key press was heard in. */
export function scopeOf(target: EventTarget | null): CommandScope {
  const part = target instanceof Element ? target.closest('[data-commands]') : null;
  const scope = part?.getAttribute('data-commands') ?? '';
  return isScope(scope) ? scope : 'page';
}

function isScope(scope: string): scope is CommandScope {
  return SCOPES.includes(scope);
}
