import type * as z from 'zod/mini';

import { t } from '#words/words.ts';

import { NO_KEY } from './hostileShape.ts';
import type { DocumentPath, Problem } from './problem.ts';

type Issue = z.core.$ZodIssue;

/** The problems of an issue of the schema that was found below `at`. */
export function issueProblems(issue: Issue, at: DocumentPath = []): readonly Problem[] {
  const path = [
    ...at,
    ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part)),
  ];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => error([...path, key], t(NO_KEY)));
    case 'invalid_key':
      return issue.issues.map((inner) => error(path, inner.message));
    case 'invalid_union': {
      const meant = meantList(issue.errors);
      if (meant !== null) return meant.flatMap((inner) => issueProblems(inner, path));
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

function error(path: DocumentPath, message: string): Problem {
  return { path, message };
}
