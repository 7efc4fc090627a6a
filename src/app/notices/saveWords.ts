import { msg } from '#words/words.ts';

/** Why the document is not stored, and what to do: all that a browser lets a page know. */
export const NOT_SAVED_HELP = msg(
  'The browser refuses to store the schedule. Allow this page to keep data, or free some space: the next edit tries again. Until then, keep this tab open.',
);
