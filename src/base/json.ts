/** A JSON value, as `JSON.parse` gives it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. Keys come from users: look them up with `Object.hasOwn`. */
export interface JsonObject {
  readonly [key: string]: Json;
}
