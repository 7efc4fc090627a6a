import { parseScheduleText } from '#schedule/parseScheduleText.ts';
import type { Problem } from '#schedule/problem.ts';
import type { Schedule } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

import { decodeFile, sizeFault } from './decodeFile.ts';
import { aboutFile, refusal, type RefusedFile } from './refusedFile.ts';

/** What a file holds: a schedule, or the reasons why it holds none. */
export type ReadFile =
  | { readonly ok: true; readonly schedule: Schedule }
  | { readonly ok: false; readonly refused: RefusedFile };

/** A file as the browser gives it, as far as it is needed. */
export type ReadableFile = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

/** Reads a schedule out of a file. Never rejects: whatever is wrong is in the problems. */
export async function readScheduleFile(file: ReadableFile): Promise<ReadFile> {
  const { name } = file;
  const refuse = (...problems: readonly Problem[]): ReadFile => ({
    ok: false,
    refused: refusal(name, ...problems),
  });
  const tooLarge = sizeFault(file.size);
  if (tooLarge !== null) return refuse(aboutFile(tooLarge));
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse(
      aboutFile(
        t('could not be read: {{reason}}. Choose it once more, or another file', { reason }),
      ),
    );
  }
  const decoded = decodeFile(bytes);
  if (!decoded.ok) return refuse(aboutFile(decoded.message));
  const parsed = parseScheduleText(decoded.text);
  return parsed.ok ? { ok: true, schedule: parsed.schedule } : refuse(...parsed.problems);
}
