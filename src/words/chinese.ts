import chain from './zh/chain.json' with { type: 'json' };
import commands from './zh/commands.json' with { type: 'json' };
import explain from './zh/explain.json' with { type: 'json' };
import lessons from './zh/lessons.json' with { type: 'json' };
import tour from './zh/tour.json' with { type: 'json' };

const FILES: readonly Readonly<Record<string, string>>[] = [
  chain,
  commands,
  explain,
  lessons,
  tour,
];

/** The texts of the interface in Simplified Chinese, by their English. */
export const CHINESE: Readonly<Record<string, string>> = Object.fromEntries(
  FILES.flatMap((texts) => Object.entries(texts)),
);
