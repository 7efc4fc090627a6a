/** A size as people read it: `104.9 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${tenths(bytes / 1000)} kB`;
  if (bytes < 1_000_000_000) return `${tenths(bytes / 1_000_000)} MB`;
  return `${tenths(bytes / 1_000_000_000)} GB`;
}

function tenths(value: number): string {
  return String(Math.round(value * 10) / 10);
}
