import type { Duration } from '#schedule/schema.ts';

import type { Sketch } from './sketch.ts';

/**
 * The sketch without durations that are drawn by way of a logarithm: the last bit of one is the
 * machine's, and a test clock keeps it.
 */
export function exactDurations(sketch: Sketch): Sketch {
  return {
    ...sketch,
    nodes: sketch.nodes.map((node) => ({ ...node, delay: exact(node.delay) })),
    functions: sketch.functions.map(({ role, steps }) => ({
      role,
      steps: steps.map((made) =>
        made.act === 'plain' && made.step.do === 'block'
          ? { ...made, step: { ...made.step, for: exact(made.step.for) } }
          : made,
      ),
    })),
  };
}

function exact(duration: Duration): Duration {
  if (typeof duration === 'number' || 'uniform' in duration || 'choice' in duration) {
    return duration;
  }
  if ('exponential' in duration) return { uniform: [0, duration.exponential] };
  const [middle] = 'normal' in duration ? duration.normal : duration.lognormal;
  return { uniform: [middle / 2, middle] };
}
