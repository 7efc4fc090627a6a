import type * as z from 'zod/mini';

import { checkSchedule } from './checkSchedule.ts';
import type { DocumentPath, Problem } from './problem.ts';
import { salvage } from './salvage.ts';
import { FORMAT, scheduleSchema, VERSION, type Schedule } from './schema.ts';
import { got } from './schemaParts.ts';
import { upgradeDocument } from './upgrade.ts';

/** What became of an input: the schedule with its warnings, or every reason why it is none. */
export type ParsedSchedule =
  | { readonly ok: true; readonly schedule: Schedule; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** How deep a document may be nested: deeper ones would overflow what walks them. */
const MAX_DEPTH = 32;

/**
 * Validates a document of this version or an older one and fills in what it leaves out. All or
 * nothing: an input with an error is refused with all its errors. Never throws.
 */
export function parseSchedule(input: unknown): ParsedSchedule {
  const hostile = hostileShape(input);
  if (hostile !== null) return hostile;
  const fault = formatFault(input) ?? versionFault(input);
  if (fault !== null) return { ok: false, problems: [fault] };
  const upgraded = upgradeDocument(input);
  if (!upgraded.ok) return { ok: false, problems: [upgraded.problem] };
  const result = scheduleSchema.safeParse(upgraded.document);
  if (!result.success) {
    const problems = result.error.issues.flatMap((issue) => problemsOf(issue));
    return { ok: false, problems: [...problems, ...otherErrors(upgraded.document, problems)] };
  }
  const problems = checkSchedule(result.data);
  return problems.some(isError)
    ? { ok: false, problems: problems.filter(isError) }
    : { ok: true, schedule: result.data, problems };
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

function error(path: DocumentPath, message: string): Problem {
  return { severity: 'error', path, message };
}

/**
 * The errors of what is whole in a document that the schema refuses. What is said of a broken part,
 * or of something whose kind is not known, would only follow from what is said already.
 */
function otherErrors(input: unknown, said: readonly Problem[]): readonly Problem[] {
  const salvaged = salvage(input);
  if (salvaged === null) return [];
  const quiet = new Set(
    [...said.map(({ path }) => path), ...salvaged.doubtful].map((path) => JSON.stringify(path)),
  );
  const follows = ({ path }: Problem): boolean =>
    path.some((_, index) => quiet.has(JSON.stringify(path.slice(0, index + 1))));
  return checkSchedule(salvaged.schedule).filter(
    (problem) => isError(problem) && !follows(problem),
  );
}

/** A file of another program is refused as such, before all that it lacks is complained of. */
function formatFault(input: unknown): Problem | null {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return null;
  const { format } = input as { format?: unknown };
  if (format === FORMAT || 'nodes' in input || 'functions' in input) return null;
  return error(
    ['format'],
    `must be "${FORMAT}", got ${got(format)}: this is no schedule. Open a file that the studio has saved`,
  );
}

/** A newer document is refused with both versions, before its unknown parts are complained of. */
function versionFault(input: unknown): Problem | null {
  if (typeof input !== 'object' || input === null) return null;
  const { format, version } = input as { format?: unknown; version?: unknown };
  if (format !== FORMAT || typeof version !== 'number' || version <= VERSION) return null;
  return error(
    ['version'],
    `is ${version}, but this program reads up to version ${VERSION}: open it with a newer one`,
  );
}

/** Refuses what must not be walked: too deep for recursion, or with the one key that is no plain one. */
function hostileShape(input: unknown): ParsedSchedule | null {
  const open: { value: unknown; path: (string | number)[] }[] = [{ value: input, path: [] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (path.length >= MAX_DEPTH) {
      const message = `must be nested at most ${MAX_DEPTH} levels deep`;
      return { ok: false, problems: [error(path, message)] };
    }
    for (const [key, item] of Object.entries(value)) {
      if (key === '__proto__') return { ok: false, problems: [error([...path, key], NO_KEY)] };
      if (typeof item === 'object' && item !== null) {
        open.push({ value: item, path: [...path, Array.isArray(value) ? Number(key) : key] });
      }
    }
  }
  return null;
}

const NO_KEY = 'is not a key that belongs here: remove it';

type Issue = z.core.$ZodIssue;

/** The problems of an issue that was found below `at`. */
function problemsOf(issue: Issue, at: DocumentPath = []): readonly Problem[] {
  const path = [
    ...at,
    ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part)),
  ];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => error([...path, key], NO_KEY));
    case 'invalid_key':
      return issue.issues.map((inner) => error(path, inner.message));
    case 'invalid_union': {
      const meant = meantList(issue.errors);
      if (meant !== null) return meant.flatMap((inner) => problemsOf(inner, path));
      return [error(path, issue.message)];
    }
    default:
      return [error(path, issue.message)];
  }
}

/**
 * Of the forms that a value may have, the list that was meant: where only items of it are wrong,
 * they are what is wrong. An object's form has a message of its own. Null: no list was meant.
 */
function meantList(forms: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const isItem = ({ path }: Issue): boolean => typeof path[0] === 'number';
  return forms.find((issues) => issues.length > 0 && issues.every(isItem)) ?? null;
}
