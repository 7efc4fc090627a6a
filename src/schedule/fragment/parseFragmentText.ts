import { readJsonText } from '#base/jsonText.ts';
import { hostileShape } from '#schedule/hostileShape.ts';
import { issueProblems } from '#schedule/issueProblems.ts';
import { isResource } from '#schedule/language.ts';
import { parseScheduleText } from '#schedule/parseScheduleText.ts';
import { formatPath, formatPlacedProblem, type Problem } from '#schedule/problem.ts';
import { FORMAT } from '#schedule/schema.ts';
import { msg, t } from '#words/words.ts';

import { copySchedule } from './copyNodes.ts';
import { FRAGMENT_FORMAT, fragmentSchema, FRAGMENT_VERSION, type Fragment } from './fragment.ts';

/** What became of a text: nodes to paste, or a sentence that says why it holds none. */
export type ParsedFragment =
  | { readonly ok: true; readonly fragment: Fragment }
  | { readonly ok: false; readonly why: string };

/**
 * Reads what was copied: a fragment, or a whole schedule, all of whose nodes are meant then. Never
 * throws.
 */
export function parseFragmentText(file: string): ParsedFragment {
  const text = file.replace(/^\uFEFF/, '');
  if (text.trim() === '')
    return refused(t('The clipboard holds no text. {{advice}}', { advice: t(ADVICE) }));
  const { fault, duplicates } = readJsonText(text);
  if (fault !== null)
    return refused(
      t('The clipboard holds no nodes: its text is no JSON. {{advice}}', { advice: t(ADVICE) }),
    );
  const input: unknown = JSON.parse(text);
  const format = formatOf(input);
  if (format === FORMAT) return wholeSchedule(text);
  if (format !== FRAGMENT_FORMAT) {
    return refused(
      t('The clipboard holds JSON, but no nodes and no schedule. {{advice}}', {
        advice: t(ADVICE),
      }),
    );
  }
  const hostile = hostileShape(input);
  if (hostile !== null) return broken(hostile);
  const version = versionOf(input);
  if (typeof version === 'number' && version > FRAGMENT_VERSION) {
    return refused(
      t(
        'The clipboard holds nodes of version {{version}}, but this program reads up to version {{newest}}: paste them into a newer one.',
        { version, newest: FRAGMENT_VERSION },
      ),
    );
  }
  const [twice] = duplicates;
  if (twice !== undefined) {
    return refused(
      t('The copied nodes are broken: {{path}} stands twice. Remove one.', {
        path: formatPath(twice.path),
      }),
    );
  }
  const result = fragmentSchema.safeParse(input);
  if (result.success) {
    const problem = nameFault(result.data);
    return problem === null ? { ok: true, fragment: result.data } : broken(problem);
  }
  const [problem] = result.error.issues.flatMap((issue) => issueProblems(issue));
  return problem === undefined
    ? refused(t('The copied nodes are broken. {{advice}}', { advice: t(ADVICE) }))
    : broken(problem);
}

const ADVICE = msg('Copy nodes of a graph, or the text of a schedule file.');

function refused(why: string): ParsedFragment {
  return { ok: false, why };
}

function broken({ path, message }: Problem): ParsedFragment {
  return refused(
    t('The copied nodes are broken: {{path}} {{message}}.', { path: formatPath(path), message }),
  );
}

function wholeSchedule(text: string): ParsedFragment {
  const parsed = parseScheduleText(text);
  if (parsed.ok) return { ok: true, fragment: copySchedule(parsed.schedule) };
  const [problem] = parsed.problems;
  return problem === undefined
    ? refused(t('The copied schedule is broken.'))
    : refused(
        t('The copied schedule is broken: {{problem}}.', { problem: formatPlacedProblem(problem) }),
      );
}

function formatOf(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'format' in input ? input.format : null;
}

function versionOf(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'version' in input ? input.version : null;
}

/** Names that stand twice, and resources that are none: what would be pasted is not clear then. */
function nameFault({ nodes, resources, functions }: Fragment): Problem | null {
  const names = new Set(Object.keys(functions));
  const error = (path: Problem['path'], message: string): Problem => ({
    path,
    message,
  });
  for (const [key, list] of [
    ['nodes', nodes],
    ['resources', resources],
  ] as const) {
    for (const [index, { id, kind }] of list.entries()) {
      if (names.has(id)) {
        return error(
          [key, index, 'id'],
          t('must be unique, but {{id}} is there twice: rename one', { id }),
        );
      }
      names.add(id);
      if (key === 'resources' && !isResource(kind)) {
        return error([key, index, 'kind'], t('must be semaphore or queue, got {{kind}}', { kind }));
      }
    }
  }
  return null;
}
