import app from './zh/app.json' with { type: 'json' };
import base from './zh/base.json' with { type: 'json' };
import chain from './zh/chain.json' with { type: 'json' };
import commands from './zh/commands.json' with { type: 'json' };
import editors from './zh/editors.json' with { type: 'json' };
import explain from './zh/explain.json' with { type: 'json' };
import findings from './zh/findings.json' with { type: 'json' };
import graph from './zh/graph.json' with { type: 'json' };
import inspector from './zh/inspector.json' with { type: 'json' };
import lessons from './zh/lessons.json' with { type: 'json' };
import lint from './zh/lint.json' with { type: 'json' };
import schedule from './zh/schedule.json' with { type: 'json' };
import store from './zh/store.json' with { type: 'json' };
import timeline from './zh/timeline.json' with { type: 'json' };
import tour from './zh/tour.json' with { type: 'json' };
import trace from './zh/trace.json' with { type: 'json' };
import traceFile from './zh/traceFile.json' with { type: 'json' };

const FILES: readonly Readonly<Record<string, string>>[] = [
  app,
  base,
  chain,
  commands,
  editors,
  explain,
  findings,
  graph,
  inspector,
  lessons,
  lint,
  schedule,
  store,
  timeline,
  tour,
  trace,
  traceFile,
];

/** The texts of the interface in Simplified Chinese, by their English. */
export const CHINESE: Readonly<Record<string, string>> = Object.fromEntries(
  FILES.flatMap((texts) => Object.entries(texts)),
);
