import { parseScheduleText } from '#schedule/parseScheduleText.ts';
import type { Problem } from '#schedule/problem.ts';
import type { Schedule } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

/** How the part of an address behind `#` begins that holds a schedule. */
const PREFIX = '#schedule=';

/** More text than this comes out of no link: a small one may hold a lot that repeats itself. */
const MOST_CHARACTERS = 16_000_000;

/** What a link holds: a schedule, or what is wrong with it. */
export type LinkedSchedule =
  | { readonly ok: true; readonly schedule: Schedule }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * A schedule as the part of an address behind `#`, which browsers send to no server: its JSON, packed
 * by DEFLATE, in the characters that an address may have.
 */
export async function linkOf(schedule: Schedule): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(schedule));
  const packed = await piped(bytes, new CompressionStream('deflate-raw'));
  let text = '';
  for (const byte of packed) text += String.fromCodePoint(byte);
  return PREFIX + btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Whether an address has a schedule in it. */
export function isScheduleLink(hash: string): boolean {
  return hash.startsWith(PREFIX);
}

/** The schedule that {@link linkOf} has put into an address. Never rejects. */
export async function scheduleOfLink(hash: string): Promise<LinkedSchedule> {
  const text = await unpacked(hash.slice(PREFIX.length));
  if (text === null) {
    const message = t('the link is not whole: copy it once more, from its beginning to its end');
    return { ok: false, problems: [{ path: [], message }] };
  }
  const parsed = parseScheduleText(text);
  return parsed.ok ? { ok: true, schedule: parsed.schedule } : parsed;
}

async function unpacked(written: string): Promise<string | null> {
  try {
    const packed = atob(written.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(packed, (character) => character.codePointAt(0) ?? 0);
    return new TextDecoder('utf-8', { fatal: true }).decode(
      await piped(bytes, new DecompressionStream('deflate-raw')),
    );
  } catch {
    return null;
  }
}

/** What a stream makes of bytes. Rejects where they are not what it takes, or where it is too much. */
async function piped(
  bytes: Uint8Array<ArrayBuffer>,
  through: ReadableWritablePair<Uint8Array, BufferSource>,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(through).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    length += part.value.length;
    if (length > MOST_CHARACTERS) {
      await reader.cancel();
      throw new RangeError('The link holds too much.');
    }
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
