/** The element that holds the list of pending calls. */
export const PENDING_ID = 'pending-calls';
