import type { Measured, Spread } from './measure.ts';
import type { Measure } from './workload.ts';

/** What came of a workload as lines of text: its figures, and its goals with how near they are. */
export function table({ workload, unit, measures, figures, ratios, limits }: Measured): string {
  const lines = [`${workload} (${WORDS[measures](unit)}: median, least, most)`];
  for (const { name, median, least, most } of figures) {
    const columns = [median, least, most].map((figure) => shown(measures, figure).padStart(9));
    lines.push(`  ${name.padEnd(22)}${columns.join('')}`);
  }
  for (const { of, to, atLeast, reached, ...ratio } of ratios) {
    lines.push(`  ${of} / ${to}: ${inWords(ratio, 2)}, goal ${atLeast}: ${verdict(reached)}`);
  }
  for (const { limit, median, reached } of limits) {
    const [word, bound] = 'atMost' in limit ? ['most', limit.atMost] : ['least', limit.atLeast];
    const figure = shown(measures, median);
    const goal = `goal at ${word} ${shown(measures, bound)}`;
    lines.push(`  ${limit.of}: ${figure}, ${goal}: ${verdict(reached)}`);
  }
  return `${lines.join('\n')}\n`;
}

const WORDS: Readonly<Record<Measure, (unit: string) => string>> = {
  rate: (unit) => `million ${unit} a second`,
  bytes: (unit) => `bytes a ${unit}`,
  milliseconds: (unit) => `milliseconds of 99 % of the ${unit} at most`,
  work: (unit) => `ms of the page's thread a ${unit}`,
  wait: () => 'longest wait for the page, ms',
};

function shown(measures: Measure, figure: number): string {
  if (measures === 'rate') return millions(figure);
  return figure.toFixed({ bytes: 0, wait: 0, work: 2, milliseconds: 3 }[measures]);
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
