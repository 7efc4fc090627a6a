/** A drawing context that draws nothing, with what it was told to draw. */
export interface ContextLog {
  readonly context: CanvasRenderingContext2D;
  /** The calls in their order, such as `fillRect 0 0 10 10`, each with the styles that it used. */
  readonly log: readonly string[];
}

const USED: Readonly<Record<string, readonly string[]>> = {
  fill: ['fillStyle', 'globalAlpha'],
  fillRect: ['fillStyle', 'globalAlpha'],
  fillText: ['fillStyle'],
  stroke: ['strokeStyle', 'lineWidth', 'globalAlpha'],
};

/** A context for a test. Coordinates are rounded to a tenth of a pixel. */
export function contextLog(): ContextLog {
  const log: string[] = [];
  const state = new Map<PropertyKey, unknown>([['globalAlpha', 1]]);
  const target: object = new Proxy(
    {},
    {
      get(_, name) {
        if (state.has(name)) return state.get(name);
        return (...values: readonly unknown[]) => {
          const used = (USED[String(name)] ?? []).map((style) => String(state.get(style)));
          log.push([String(name), ...values.map(short), ...used].join(' '));
        };
      },
      set(_, name, value) {
        state.set(name, value);
        return true;
      },
    },
  );
  return { context: target as CanvasRenderingContext2D, log };
}

function short(value: unknown): string {
  return typeof value === 'number' ? String(Math.round(value * 10) / 10) : JSON.stringify(value);
}
