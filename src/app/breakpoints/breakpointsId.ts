/** The element that holds the list of breakpoints. */
export const BREAKPOINTS_ID = 'breakpoints';
