import { readJsonText, type JsonPath } from '#base/jsonText.ts';
import { textPlaces } from '#base/textPlace.ts';
import { t } from '#words/words.ts';

import { parseSchedule, type ParsedSchedule } from './parseSchedule.ts';
import type { DocumentPath, Problem } from './problem.ts';

/**
 * Reads a document from its text: JSON, with or without a byte order mark, with any ends of lines.
 * Every problem has its place in the text. Never throws.
 */
export function parseScheduleText(file: string): ParsedSchedule {
  const text = file.startsWith('\uFEFF') ? file.slice(1) : file;
  const { fault, duplicates } = readJsonText(text);
  const placeOf = textPlaces(text);
  if (fault !== null) {
    const place = placeOf(fault.offset);
    return {
      ok: false,
      problems: [problem([], t('must be JSON: {{message}}', { message: fault.message }), place)],
    };
  }
  const parsed = parseSchedule(JSON.parse(text));
  const twice = duplicates.map(({ path, offset }) =>
    problem(
      path,
      t('stands twice in this object, and only the last one would count: remove one'),
      placeOf(offset),
    ),
  );
  if (parsed.ok && twice.length === 0) return parsed;
  const problems = parsed.ok ? twice : [...twice, ...placedProblems(parsed.problems, text)];
  return { ok: false, problems: problems.toSorted(byPlace) };
}

type PlaceOf = ReturnType<typeof textPlaces>;

function problem(path: DocumentPath, message: string, place: ReturnType<PlaceOf>): Problem {
  return { path, message, place };
}

function byPlace(a: Problem, b: Problem): number {
  const line = (a.place?.line ?? 0) - (b.place?.line ?? 0);
  return line === 0 ? (a.place?.column ?? 0) - (b.place?.column ?? 0) : line;
}

/** A level of the paths that are looked for. */
interface Branch {
  readonly below: Map<string | number, Branch>;
  /** Where the text has it. */
  offset: number | null;
}

/** Problems with their places in the text of a document: of what is not there, the place of what it should be in. */
export function placedProblems(problems: readonly Problem[], text: string): readonly Problem[] {
  if (problems.length === 0) return problems;
  const placeOf = textPlaces(text);
  const root: Branch = { below: new Map(), offset: null };
  for (const { path } of problems) {
    let branch = root;
    for (const part of path) {
      const next = branch.below.get(part) ?? { below: new Map(), offset: null };
      branch.below.set(part, next);
      branch = next;
    }
  }
  readJsonText(text, (path, valueOffset, keyOffset) => {
    const branch = branchAt(root, path);
    if (branch !== null) branch.offset = path.length === 0 ? valueOffset : keyOffset;
  });
  return problems.map((found) => ({ ...found, place: placeOf(nearestOffset(root, found.path)) }));
}

function branchAt(root: Branch, path: JsonPath): Branch | null {
  let branch: Branch | undefined = root;
  for (const part of path) {
    branch = branch.below.get(part);
    if (branch === undefined) return null;
  }
  return branch;
}

function nearestOffset(root: Branch, path: DocumentPath): number {
  let branch: Branch | undefined = root;
  let offset = root.offset ?? 0;
  for (const part of path) {
    branch = branch.below.get(part);
    if (branch === undefined) break;
    offset = branch.offset ?? offset;
  }
  return offset;
}
