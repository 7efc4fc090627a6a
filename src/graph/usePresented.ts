import { createContext, use } from 'react';

/** Whether the graph is shown to an audience. */
export const PresentedContext = createContext(false);

/** Whether the graph is shown to an audience: larger, and without what only who edits it needs. */
export function usePresented(): boolean {
  return use(PresentedContext);
}
