import type { Measured, Spread } from './measure.ts';

/** What came of a workload as lines of text: its figures, and its goals with how near they are. */
export function table({ workload, unit, measures, figures, ratios, limits }: Measured): string {
  const digits = measures === 'bytes' ? 0 : 3;
  const what = {
    rate: `million ${unit} a second`,
    bytes: `bytes a ${unit}`,
    milliseconds: `milliseconds of 99 % of the ${unit} at most`,
  }[measures];
  const lines = [`${workload} (${what}: median, least, most)`];
  for (const { name, median, least, most } of figures) {
    const columns = [median, least, most].map((figure) =>
      (measures === 'rate' ? millions(figure) : figure.toFixed(digits)).padStart(9),
    );
    lines.push(`  ${name.padEnd(18)}${columns.join('')}`);
  }
  for (const { of, to, atLeast, reached, ...ratio } of ratios) {
    lines.push(`  ${of} / ${to}: ${inWords(ratio, 2)}, goal ${atLeast}: ${verdict(reached)}`);
  }
  for (const { of, atMost, reached, ...values } of limits) {
    lines.push(`  ${of}: ${inWords(values, digits)}, goal at most ${atMost}: ${verdict(reached)}`);
  }
  return `${lines.join('\n')}\n`;
}

function inWords({ median, least, most }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${least.toFixed(digits)} to ${most.toFixed(digits)})`;
}

function verdict(reached: boolean): string {
  return reached ? 'reached' : 'NOT reached';
}

function millions(rate: number): string {
  const value = rate / 1e6;
  return value.toFixed(value >= 10 ? 1 : value >= 0.1 ? 2 : 4);
}
