import { pythonNumber } from '#base/python.ts';
import type { When } from '#schedule/schema.ts';

import { stepStream } from './attributes.ts';
import type { ExportContext } from './context.ts';
import { exceptionName } from './errors.ts';
import { flatOf, joinedPieces, layOut, prefixed, type Layout } from './layout.ts';
import { literal } from './literals.ts';

/** The condition of a step: its parts in the order in which they are tried; null: it always holds. */
export function conditionExpression(
  when: When,
  functionName: string,
  step: number,
  context: ExportContext,
): Layout | null {
  const parts: Layout[] = callParts(when);
  if (when.error !== undefined) parts.push(errorPart(when.error, functionName, context));
  if (when.input !== undefined) {
    const name = context.inputs.get(functionName)?.name ?? 'None';
    parts.push(
      when.input === null ? `${name} is None` : prefixed(`${name} == `, literal(when.input)),
    );
  }
  if (when.chance !== undefined) {
    const { attribute } = stepStream(functionName, step, 'chance');
    parts.push(`${attribute}.random() < ${pythonNumber(when.chance)}`);
  }
  return allOf(parts);
}

function allOf(parts: readonly Layout[]): Layout | null {
  const [first] = parts;
  if (first === undefined) return null;
  if (parts.length === 1) return first;
  return joinedPieces(parts.map(flatOf).join(' and '), (width) =>
    parts.flatMap((part, index) => layOut(index === 0 ? part : prefixed('and ', part), width)),
  );
}

function callParts({ call, fromCall, untilCall, everyCall }: When): Layout[] {
  const parts: Layout[] = [];
  if (call !== undefined) parts.push(`call == ${call}`);
  if (fromCall !== undefined && untilCall !== undefined) {
    parts.push(`${fromCall} <= call <= ${untilCall}`);
  } else if (fromCall !== undefined) {
    parts.push(`call >= ${fromCall}`);
  } else if (untilCall !== undefined) {
    parts.push(`call <= ${untilCall}`);
  }
  if (everyCall !== undefined) parts.push(`call % ${everyCall} == 0`);
  return parts;
}

function errorPart(type: string, functionName: string, context: ExportContext): string {
  const input = context.inputs.get(functionName);
  const check = `${input?.name ?? 'None'}.check(${exceptionName(type, context.imports)})`;
  if (input?.failure === 'always') return check;
  return `isinstance(${input?.name ?? 'None'}, ${context.imports.use('Failure')}) and ${check}`;
}
