/** What can stand beside the events, in the order of the tabs. */
export const SIDE_TABS = [
  { name: 'output', label: 'Output' },
  { name: 'breakpoints', label: 'Breakpoints' },
  { name: 'pending', label: 'Pending' },
  { name: 'compare', label: 'Compare' },
  { name: 'history', label: 'History' },
] as const;

/** The name of one of them. */
export type SideTabName = (typeof SIDE_TABS)[number]['name'];

/** The tab of a name; the first one where there is none of that name. */
export function sideTabOf(name: string | null): SideTabName {
  return SIDE_TABS.find((tab) => tab.name === name)?.name ?? SIDE_TABS[0].name;
}
