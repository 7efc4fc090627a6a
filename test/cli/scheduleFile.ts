/** The text of a schedule in which a loop ticks each second; parts of it may be others. */
export function scheduleFile(parts: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    format: 'reactor-studio/schedule',
    version: 1,
    name: 'Ticks',
    horizon: 2.5,
    functions: { tick: { steps: [{ do: 'log', text: 'tick {call} at {now}' }] } },
    nodes: [
      {
        kind: 'loopingCall',
        id: 'poll',
        position: { x: 0, y: 0 },
        starts: 'program',
        interval: 1,
        now: true,
        withCount: false,
        call: 'tick',
        chain: [],
      },
    ],
    ...parts,
  });
}
