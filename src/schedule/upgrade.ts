import { t } from '#words/words.ts';

import type { DocumentPath, Problem } from './problem.ts';
import { VERSION } from './schema.ts';

/** A document of any version: an object of which nothing is known yet. */
export type AnyDocument = Readonly<Record<string, unknown>>;

/** Brings a document from one version to the next. */
export interface Upgrader {
  /** The version that it reads; what it gives is of the version after that. */
  readonly from: number;
  /**
   * Gives the document as the next version would have written it, without its `version`, and leaves
   * the given one as it is.
   *
   * @throws Error where the document is none of its version: with what is wrong
   */
  upgrade(document: AnyDocument): AnyDocument;
}

/** One upgrader for each step, the oldest first. Version 1 is the first one, so there is none yet. */
export const UPGRADERS: readonly Upgrader[] = [];

/** What came of it: a document of the newest version, or why there is none. */
export type Upgraded =
  | { readonly ok: true; readonly document: unknown }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Brings a document of an older version to the newest one, a step at a time, before anything else
 * is checked. Whatever has no older version passes as it is.
 */
export function upgradeDocument(
  input: unknown,
  upgraders: readonly Upgrader[] = UPGRADERS,
  newest: number = VERSION,
): Upgraded {
  if (typeof input !== 'object' || input === null || !('version' in input)) {
    return { ok: true, document: input };
  }
  let document: AnyDocument = { ...input };
  let version = input.version;
  for (const upgrader of upgraders) {
    const { from } = upgrader;
    if (version !== from || from >= newest) continue;
    try {
      document = { ...upgrader.upgrade(document), version: from + 1 };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { ok: false, problem: stuck(input.version, from, reason) };
    }
    version = from + 1;
  }
  return { ok: true, document: version === input.version ? input : document };
}

const AT: DocumentPath = ['version'];

function stuck(written: unknown, from: number, reason: string): Problem {
  return {
    path: AT,
    message: t(
      'is {{written}}, and the step from version {{from}} to {{to}} failed: {{reason}}. Mend that in the file, or save it again with the program that wrote it',
      { written: String(written), from, to: from + 1, reason },
    ),
  };
}
