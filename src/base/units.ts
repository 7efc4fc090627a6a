/** A moment or a length of virtual time, in seconds. */
export type Seconds = number;

/** A moment or a length of the user's own time, in milliseconds. */
export type Milliseconds = number;

/** A place or a length on the screen, in CSS pixels. */
export type CssPixels = number;

/** An amount of memory, in bytes. */
export type Bytes = number;
