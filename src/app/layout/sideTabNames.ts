// not shown in this file: the names by which tabs are kept
import { msg } from '#words/words.ts';

/** What can stand beside the events, in the order of the tabs. */
export const SIDE_TABS = [
  { name: 'output', label: msg('Output') },
  { name: 'breakpoints', label: msg('Breakpoints') },
  { name: 'pending', label: msg('Pending') },
  { name: 'compare', label: msg('Compare') },
  { name: 'history', label: msg('History') },
] as const;

/** The name of one of them. */
export type SideTabName = (typeof SIDE_TABS)[number]['name'];

/** The tab of a name; the first one where there is none of that name. */
export function sideTabOf(name: string | null): SideTabName {
  return SIDE_TABS.find((tab) => tab.name === name)?.name ?? SIDE_TABS[0].name;
}
