/** The element that holds the list of edits. */
export const HISTORY_ID = 'history';
