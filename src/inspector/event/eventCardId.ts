/** The id of the card of the selected event, for what leads to it. */
export const EVENT_CARD_ID = 'event-card';
