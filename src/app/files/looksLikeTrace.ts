import { isTraceFile } from '#traceFile/traceFile.ts';

/** Whether a file is a trace, by its first bytes: packed with gzip, or not. */
export async function looksLikeTrace(file: Pick<File, 'slice'>): Promise<boolean> {
  const bytes = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  return isPacked(bytes) || isTraceFile(bytes);
}

/** Whether a file is packed with gzip, by its first bytes. */
export function isPacked([first, second]: Uint8Array): boolean {
  return first === 0x1f && second === 0x8b;
}
