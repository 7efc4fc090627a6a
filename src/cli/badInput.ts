/** What the user gave cannot be worked with: the command ends with 2 and says why, one reason a line. */
export class BadInput extends Error {
  readonly reasons: readonly string[];

  constructor(...reasons: readonly string[]) {
    super(reasons.join('\n'));
    this.name = 'BadInput';
    this.reasons = reasons;
  }
}

/** What the system's error codes mean to a user. */
const MEANINGS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EISDIR: 'is a folder: name a file in it',
  ENOTDIR: 'lies below something that is no folder',
  EACCES: 'may not be used: ask for the right to it',
  EPERM: 'may not be used: ask for the right to it',
  ENOSPC: 'does not fit: the disk is full',
  EROFS: 'cannot be written: the disk is read-only',
};

/** What went wrong with a file, in words that can follow its name. */
export function fileFault(error: unknown): string {
  const code = codeOf(error);
  const known = Object.hasOwn(MEANINGS, code) ? MEANINGS[code] : undefined;
  return known ?? (error instanceof Error ? error.message : String(error));
}

/** The system's code of an error, such as `ENOENT`; empty where it has none. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return '';
  return String(error.code);
}
