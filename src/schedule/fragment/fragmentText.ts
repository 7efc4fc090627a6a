import type { Fragment } from './fragment.ts';

/** A fragment as text for the clipboard: JSON of two spaces. */
export function fragmentText(fragment: Fragment): string {
  const { resources, ...parts } = fragment;
  return `${JSON.stringify(resources.length === 0 ? parts : fragment, null, 2)}\n`;
}
