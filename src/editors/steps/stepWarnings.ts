import { findingWords, type Finding } from '#lint/finding.ts';

/** What is questionable about the steps of a function: sentences by the index of the step. */
export function stepWarnings(
  findings: readonly Finding[],
  name: string,
): ReadonlyMap<number, readonly string[]> {
  const warnings = new Map<number, readonly string[]>();
  for (const finding of findings) {
    const { target } = finding;
    if (target.to !== 'document') continue;
    const { place } = target;
    if (place.at !== 'function' || place.function !== name || place.step === null) continue;
    const sentence = findingWords({ ...finding, subject: '' });
    warnings.set(place.step, [...(warnings.get(place.step) ?? []), sentence]);
  }
  return warnings;
}
