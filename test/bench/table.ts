import type { Measured } from './measure.ts';

/** What came of a workload as lines of text: rates in millions a second, ratios with their goals. */
export function table({ workload, unit, rates, ratios }: Measured): string {
  const lines = [`${workload} (million ${unit} a second: median, least, most)`];
  for (const { name, median, least, most } of rates) {
    const figures = [median, least, most].map((rate) => millions(rate).padStart(9));
    lines.push(`  ${name.padEnd(18)}${figures.join('')}`);
  }
  for (const { of, to, atLeast, median, least, most } of ratios) {
    const figures = `${median.toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)})`;
    const verdict = median >= atLeast ? 'reached' : 'NOT reached';
    lines.push(`  ${of} / ${to}: ${figures}, goal ${atLeast}: ${verdict}`);
  }
  return `${lines.join('\n')}\n`;
}

function millions(rate: number): string {
  const value = rate / 1e6;
  return value.toFixed(value >= 10 ? 1 : value >= 0.1 ? 2 : 4);
}
