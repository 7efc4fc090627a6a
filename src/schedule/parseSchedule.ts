import type * as z from 'zod/mini';

import { checkSchedule } from './checkSchedule.ts';
import type { DocumentPath, Problem } from './problem.ts';
import { FORMAT, scheduleSchema, VERSION, type Schedule } from './schema.ts';

/** What became of an input: the schedule with its warnings, or every reason why it is none. */
export type ParsedSchedule =
  | { readonly ok: true; readonly schedule: Schedule; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** How deep a document may be nested: deeper ones would overflow what walks them. */
const MAX_DEPTH = 32;

/** Reads a document from its text. Never throws: whatever is wrong is in the problems. */
export function parseScheduleText(text: string): ParsedSchedule {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refused([], `must be JSON: ${reason}`);
  }
  return parseSchedule(input);
}

/**
 * Validates a document and fills in what it leaves out. All or nothing: an input with an error is
 * refused with all its errors. Never throws.
 */
export function parseSchedule(input: unknown): ParsedSchedule {
  const hostile = hostileShape(input);
  if (hostile !== null) return hostile;
  const fault = versionFault(input);
  if (fault !== null) return refused(['version'], fault);
  const result = scheduleSchema.safeParse(input);
  if (!result.success) {
    return { ok: false, problems: result.error.issues.flatMap(problemsOf) };
  }
  const problems = checkSchedule(result.data);
  const isError = (problem: Problem): boolean => problem.severity === 'error';
  return problems.some(isError)
    ? { ok: false, problems: problems.filter(isError) }
    : { ok: true, schedule: result.data, problems };
}

function refused(path: DocumentPath, message: string): ParsedSchedule {
  return { ok: false, problems: [{ severity: 'error', path, message }] };
}

/** A newer document is refused with both versions, before its unknown parts are complained of. */
function versionFault(input: unknown): string | null {
  if (typeof input !== 'object' || input === null) return null;
  const { format, version } = input as { format?: unknown; version?: unknown };
  if (format !== FORMAT || typeof version !== 'number' || version <= VERSION) return null;
  return `is ${version}, but this program reads up to version ${VERSION}: open it with a newer one`;
}

/** Refuses what must not be walked: too deep for recursion, or with the one key that is no plain one. */
function hostileShape(input: unknown): ParsedSchedule | null {
  const open: { value: unknown; path: (string | number)[] }[] = [{ value: input, path: [] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (path.length >= MAX_DEPTH) {
      return refused(path, `must be nested at most ${MAX_DEPTH} levels deep`);
    }
    for (const [key, item] of Object.entries(value)) {
      if (key === '__proto__') return refused([...path, key], NO_KEY);
      if (typeof item === 'object' && item !== null) {
        open.push({ value: item, path: [...path, Array.isArray(value) ? Number(key) : key] });
      }
    }
  }
  return null;
}

const NO_KEY = 'is not a key that belongs here: remove it';

type Issue = z.core.$ZodIssue;

function problemsOf(issue: Issue): readonly Problem[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  const error = (at: DocumentPath, message: string): Problem => ({
    severity: 'error',
    path: at,
    message,
  });
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => error([...path, key], NO_KEY));
  }
  if (issue.code === 'invalid_key') {
    return issue.issues.map((inner) => error(path, inner.message));
  }
  return [error(path, issue.message)];
}
