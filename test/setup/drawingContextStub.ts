/** A canvas context that draws nothing: every method does nothing, every property keeps what it is given. */
export function drawingContextStub(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const kept = new Map<PropertyKey, unknown>([
    ['canvas', canvas],
    ['font', '10px sans-serif'],
    ['measureText', (text: string) => ({ width: text.length * 6 })],
    ['createLinearGradient', () => ({ addColorStop: () => undefined })],
    ['createPattern', () => null],
    ['getLineDash', () => []],
  ]);
  const context: object = new Proxy(
    {},
    {
      get: (_, name) => (kept.has(name) ? kept.get(name) : () => undefined),
      set: (_, name, value) => {
        kept.set(name, value);
        return true;
      },
    },
  );
  return context as CanvasRenderingContext2D;
}
