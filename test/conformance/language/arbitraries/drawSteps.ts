import { assertNever } from '#base/assertNever.ts';
import {
  endsFunction,
  mayRunInThread,
  stepsThatMayName,
  type NodeStepKind,
} from '#schedule/language.ts';
import type { ScheduleNode, Step, When } from '#schedule/schema.ts';

import { chosen } from './drawNodes.ts';
import type { FunctionSketch, Role, StepSketch } from './sketch.ts';

const AWAITS: readonly NodeStepKind[] = ['await', 'await', 'await'];

/** The steps of a function: those that its role allows, up to the one that always ends it. */
export function drawSteps(
  { role, steps }: FunctionSketch,
  nodes: readonly ScheduleNode[],
): readonly Step[] {
  const drawn: Step[] = [];
  for (const sketch of steps) {
    const step = drawStep(sketch, role, nodes);
    if (step === null || (role === 'thread' && !mayRunInThread(step.do))) continue;
    drawn.push(step);
    if (endsFunction(step.do) && step.when === undefined) break;
  }
  return drawn;
}

/** Null where there is no node to act on. */
function drawStep(sketch: StepSketch, role: Role, nodes: readonly ScheduleNode[]): Step | null {
  if (sketch.act === 'plain') return sketch.step;
  const verbsOf = (node: ScheduleNode): readonly NodeStepKind[] => {
    if (role !== 'coroutine') return stepsThatMayName(node.kind).filter((verb) => verb !== 'await');
    // What a coroutine is for comes more often.
    return stepsThatMayName(node.kind)
      .flatMap((verb) => (verb === 'await' ? AWAITS : verb))
      .filter((verb) => verb !== 'returnDeferred');
  };
  const node = chosen(
    nodes.filter((candidate) => verbsOf(candidate).length > 0),
    sketch.node,
  );
  if (node === undefined) return null;
  const verb = chosen(verbsOf(node), sketch.verb);
  return verb === undefined ? null : actOn(node, verb, sketch);
}

function actOn(
  node: ScheduleNode,
  verb: NodeStepKind,
  sketch: Extract<StepSketch, { act: 'node' }>,
): Step {
  const { seconds, value, error } = sketch;
  const on = { node: node.id, ...condition(sketch.when) };
  // What starts something has its number of calls, so that most circles end.
  const limit = sketch.starts === null ? {} : { untilCall: sketch.starts };
  const starting = { node: node.id, ...condition({ ...limit, ...sketch.when }) };
  switch (verb) {
    case 'start':
      return { do: verb, ...starting };
    case 'returnDeferred':
      return sketch.start ? { do: verb, ...starting, start: true } : { do: verb, ...on };
    case 'await': {
      const catches = sketch.goesOn ? { onError: 'continue' as const } : {};
      return sketch.start
        ? { do: verb, ...starting, ...catches, start: true }
        : { do: verb, ...on, ...catches };
    }
    case 'reset':
      return node.kind === 'loopingCall' ? { do: verb, ...on } : { do: verb, ...on, seconds };
    case 'delay':
      return { do: verb, ...on, seconds };
    case 'fire':
    case 'put':
      return { do: verb, ...on, value };
    case 'fail':
      return { do: verb, ...on, error };
    case 'stop':
    case 'cancel':
    case 'pause':
    case 'resume':
      return { do: verb, ...on };
    default:
      return assertNever(verb);
  }
}

function condition(when: When | undefined): { readonly when?: When } {
  return when === undefined || Object.keys(when).length === 0 ? {} : { when };
}
