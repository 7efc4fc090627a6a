/** Where in a document something is: keys and indexes from the top. */
export type DocumentPath = readonly (string | number)[];

/**
 * Something wrong with a document: where, and a sentence that names the thing and the mend.
 * An `error` makes the document meaningless; a `warning` is likely a slip but has a meaning.
 */
export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly path: DocumentPath;
  readonly message: string;
}

/** A path as people write it: `nodes[2].delay`. The document itself is `document`. */
export function formatPath(path: DocumentPath): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else text += text === '' ? part : `.${part}`;
  }
  return text === '' ? 'document' : text;
}

/** A problem in a line: `nodes[2].delay: must be a finite number >= 0, got -1`. */
export function formatProblem(problem: Problem): string {
  return `${formatPath(problem.path)}: ${problem.message}`;
}
