import { t } from '#words/words.ts';

import { checkSchedule } from './checkSchedule.ts';
import { hostileShape } from './hostileShape.ts';
import { issueProblems } from './issueProblems.ts';
import type { DocumentPath, Problem } from './problem.ts';
import { salvage } from './salvage.ts';
import { FORMAT, scheduleSchema, VERSION, type Schedule } from './schema.ts';
import { got } from './schemaParts.ts';
import { upgradeDocument } from './upgrade.ts';

/** What became of an input: the schedule, or every reason why it is none. */
export type ParsedSchedule =
  | { readonly ok: true; readonly schedule: Schedule }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Validates a document of this version or an older one and fills in what it leaves out. All or
 * nothing: an input with an error is refused with all its errors. Never throws.
 */
export function parseSchedule(input: unknown): ParsedSchedule {
  const fault = hostileShape(input) ?? formatFault(input) ?? versionFault(input);
  if (fault !== null) return { ok: false, problems: [fault] };
  const upgraded = upgradeDocument(input);
  if (!upgraded.ok) return { ok: false, problems: [upgraded.problem] };
  const result = scheduleSchema.safeParse(upgraded.document);
  if (!result.success) {
    const problems = result.error.issues.flatMap((issue) => issueProblems(issue));
    return { ok: false, problems: [...problems, ...otherErrors(upgraded.document, problems)] };
  }
  const problems = checkSchedule(result.data);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, schedule: result.data };
}

function error(path: DocumentPath, message: string): Problem {
  return { path, message };
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
  return checkSchedule(salvaged.schedule).filter((problem) => !follows(problem));
}

/** A file of another program is refused as such, before all that it lacks is complained of. */
function formatFault(input: unknown): Problem | null {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return null;
  const { format } = input as { format?: unknown };
  if (format === FORMAT || 'nodes' in input || 'functions' in input) return null;
  return error(
    ['format'],
    t(
      'must be "{{wanted}}", got {{format}}: this is no schedule. Open a file that the studio has saved',
      { wanted: FORMAT, format: got(format) },
    ),
  );
}

/** A newer document is refused with both versions, before its unknown parts are complained of. */
function versionFault(input: unknown): Problem | null {
  if (typeof input !== 'object' || input === null) return null;
  const { format, version } = input as { format?: unknown; version?: unknown };
  if (format !== FORMAT || typeof version !== 'number' || version <= VERSION) return null;
  return error(
    ['version'],
    t('is {{version}}, but this program reads up to version {{newest}}: open it with a newer one', {
      version,
      newest: VERSION,
    }),
  );
}
