import type { TextPlace } from '#base/textPlace.ts';
import { t } from '#words/words.ts';

/** Where in a document something is: keys and indexes from the top. */
export type DocumentPath = readonly (string | number)[];

/** Something wrong with a document, which has no meaning with it: where, and a sentence that names the thing and the mend. */
export interface Problem {
  readonly path: DocumentPath;
  readonly message: string;
  /** Where that is in the text that the document was read from; missing where it was read from none. */
  readonly place?: TextPlace;
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

/** The same with the place in the text, where there is one: `line 3, column 5: nodes[2].delay: …`. */
export function formatPlacedProblem(problem: Problem): string {
  const { place } = problem;
  if (place === undefined) return formatProblem(problem);
  return t('line {{line}}, column {{column}}: {{problem}}', {
    line: String(place.line),
    column: String(place.column),
    problem: formatProblem(problem),
  });
}
