import { t } from '#words/words.ts';

import { formatBytes } from './formatBytes.ts';

/** What a file holds as text, or why it holds none that could be a schedule. */
export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string };

/** The largest file that is read: the largest document that the format allows has room in it. */
export const MAX_BYTES = 64_000_000;

/** Why a file of this size is not even read, or null. */
export function sizeFault(bytes: number): string | null {
  if (bytes === 0) return t('is empty: choose a file that the studio has saved');
  if (bytes <= MAX_BYTES) return null;
  return t(
    'is {{bytes}} large, and a schedule has at most {{most}}: choose a file that the studio has saved',
    { bytes: formatBytes(bytes), most: formatBytes(MAX_BYTES) },
  );
}

/** The text of a file: UTF-8, with or without a byte order mark. */
export function decodeFile(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { ok: false, message: t('is written as UTF-16: save it as UTF-8, then open it again') };
  }
  const zero = bytes.indexOf(0);
  if (zero !== -1) {
    return {
      ok: false,
      message: t('is no text: byte {{zero}} is 0. Choose a file that the studio has saved', {
        zero: zero + 1,
      }),
    };
  }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return {
      ok: false,
      message: t(
        'is no UTF-8 text. Where it is text of another encoding, save it as UTF-8; else choose a file that the studio has saved',
      ),
    };
  }
}
