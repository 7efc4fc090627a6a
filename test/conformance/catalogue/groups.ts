import { CASES as blocking } from './blockingCases.ts';
import type { Case } from './case.ts';
import { CASES as cooperator } from './cooperatorCases.ts';
import { CASES as coroutine } from './coroutineCases.ts';
import { CASES as deferred } from './deferredCases.ts';
import { CASES as defer_later } from './deferLaterCases.ts';
import { CASES as equal_times } from './equalTimesCases.ts';
import { CASES as list } from './listCases.ts';
import { CASES as looping } from './loopingCases.ts';
import { CASES as primitive } from './primitiveCases.ts';
import { CASES as react } from './reactCases.ts';
import { CASES as reactor } from './reactorCases.ts';
import { CASES as service } from './serviceCases.ts';
import { CASES as thread } from './threadCases.ts';
import { CASES as time } from './timeCases.ts';

/** All cases of the catalogue by group; `GROUP_cases.py` and `recorded/GROUP.jsonl` belong to each. */
export const GROUPS: Readonly<Record<string, readonly Case[]>> = {
  time,
  reactor,
  equal_times,
  blocking,
  deferred,
  list,
  primitive,
  coroutine,
  looping,
  defer_later,
  cooperator,
  react,
  thread,
  service,
};
