/** Keys for `length` rows: those that are known, with fresh ones behind them. */
export function fittedKeys(keys: readonly number[], length: number): readonly number[] {
  if (keys.length === length) return keys;
  if (keys.length > length) return keys.slice(0, length);
  const fresh = freshKey(keys);
  return [...keys, ...Array.from({ length: length - keys.length }, (_, index) => fresh + index)];
}

/** The keys after a row has moved to the index `to`. */
export function movedKeys(keys: readonly number[], from: number, to: number): readonly number[] {
  const rest = withoutKey(keys, from);
  const moved = keys[from];
  return moved === undefined ? keys : [...rest.slice(0, to), moved, ...rest.slice(to)];
}

/** The keys after the row at `index` has gone. */
export function withoutKey(keys: readonly number[], index: number): readonly number[] {
  return [...keys.slice(0, index), ...keys.slice(index + 1)];
}

/** The keys after a row has come to stand at `index`. */
export function withKey(keys: readonly number[], index: number): readonly number[] {
  return [...keys.slice(0, index), freshKey(keys), ...keys.slice(index)];
}

function freshKey(keys: readonly number[]): number {
  let largest = -1;
  for (const key of keys) largest = Math.max(largest, key);
  return largest + 1;
}
