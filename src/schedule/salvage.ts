import { breakpointSchema, type Breakpoint } from './breakpointSchema.ts';
import { namesNode, referencesOf } from './language.ts';
import { linkSchema, nodeSchema } from './nodeSchema.ts';
import type { DocumentPath } from './problem.ts';
import { name } from './schemaParts.ts';
import {
  FORMAT,
  scheduleSchema,
  VERSION,
  type Schedule,
  type ScheduleNode,
  type Step,
} from './schema.ts';
import { stepSchema } from './stepSchema.ts';
import { timelineSchema, type TimelineLanes } from './timelineSchema.ts';

/** What can still be checked of a document that the schema refuses. */
export interface Salvage {
  /**
   * The document with something harmless in the place of each broken part, so that every index and
   * every name that is there stays where it is.
   */
  readonly schedule: Schedule;
  /** References to nodes of which nothing is known: nothing can be said of them. */
  readonly doubtful: readonly DocumentPath[];
}

type Loose = Readonly<Record<string, unknown>>;

/** A step that names nothing, ends nothing and may stand anywhere. */
const NO_STEP: Step = { do: 'log', text: '' };

/** A breakpoint that names nothing. */
const NO_BREAKPOINT: Breakpoint = { on: 'failure', enabled: true };

/** Makes what can be checked of a document with problems; null where it has no nodes or no functions. */
export function salvage(input: unknown): Salvage | null {
  if (!isObject(input)) return null;
  const rawNodes: unknown = input['nodes'];
  const rawFunctions: unknown = input['functions'];
  if (!Array.isArray(rawNodes) || !isObject(rawFunctions)) return null;

  const { clock, advances } = scheduleSchema.shape;
  const nodes = rawNodes.map(salvageNode);
  const known = new Set(nodes.flatMap(({ node, sure }) => (sure ? [node.id] : [])));
  const named = new Set(nodes.map(({ node }) => node.id));
  // A node without an id may be the one that is missed elsewhere.
  const mayBeAny = named.has('');
  const isDoubtful = (id: string): boolean => !known.has(id) && (named.has(id) || mayBeAny);

  const functions = Object.fromEntries(
    Object.entries(rawFunctions).map(([name, body]) => [
      name,
      {
        steps: stepsOf(body).map((raw) => {
          const step = salvageStep(raw);
          return namesNode(step) && isDoubtful(step.node) ? NO_STEP : step;
        }),
      },
    ]),
  );
  const doubtful = nodes.flatMap(({ node }, index) =>
    referencesOf(node)
      .filter((reference) => isDoubtful(reference.node))
      .map(({ path }) => ['nodes', index, ...path]),
  );
  return {
    schedule: {
      format: FORMAT,
      version: VERSION,
      name: '',
      notes: '',
      horizon: 0,
      seed: 1,
      clock: validOr(clock, input['clock'], 'reactor'),
      advances: validOr(advances, input['advances'], 'deadlines'),
      epoch: null,
      threadPool: { min: 0, max: 10 },
      functions,
      nodes: nodes.map(({ node }) => node),
      breakpoints: listOf(input['breakpoints'], breakpointSchema, NO_BREAKPOINT).map((breakpoint) =>
        breakpoint.node !== undefined && isDoubtful(breakpoint.node) ? NO_BREAKPOINT : breakpoint,
      ),
      timeline: salvageTimeline(input['timeline'], isDoubtful),
    },
    doubtful,
  };
}

/** The layout of the lanes as far as it can be checked: nothing of it where it is broken itself. */
function salvageTimeline(raw: unknown, isDoubtful: (id: string) => boolean): TimelineLanes {
  const { order = [], folded = [], heights = {} } = validOr(timelineSchema, raw, {});
  const isSure = (id: string): boolean => !isDoubtful(id);
  return {
    // A list keeps its indexes or is not checked: a problem is found by them.
    order: order.every(isSure) ? order : [],
    folded: folded.every(isSure) ? folded : [],
    heights: Object.fromEntries(Object.entries(heights).filter(([id]) => isSure(id))),
  };
}

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface Validates<T = unknown> {
  safeParse(input: unknown): { readonly success: boolean; readonly data?: T | undefined };
}

function isValid(schema: Validates, input: unknown): boolean {
  return schema.safeParse(input).success;
}

function validOr<T>(schema: Validates<T>, input: unknown, otherwise: T): T {
  const result = schema.safeParse(input);
  return result.success && result.data !== undefined ? result.data : otherwise;
}

/** The input without the keys that do not belong there: they are complained of by themselves. */
function knownKeys(raw: Loose, shape: Readonly<Record<string, unknown>>): Loose {
  return Object.fromEntries(Object.entries(raw).filter(([key]) => Object.hasOwn(shape, key)));
}

function stepsOf(body: unknown): readonly unknown[] {
  const steps: unknown = isObject(body) ? body['steps'] : [];
  return Array.isArray(steps) ? steps : [];
}

type Shape = Readonly<Record<string, Validates>>;

const STEP_SHAPES: ReadonlyMap<unknown, Shape> = new Map(
  stepSchema.def.options.map(({ shape }) => [shape.do.def.values[0], shape]),
);

const NODE_SHAPES: ReadonlyMap<unknown, Shape> = new Map(
  nodeSchema.def.options.map(({ shape }) => [shape.kind.def.values[0], shape]),
);

function salvageStep(raw: unknown): Step {
  const whole = stepSchema.safeParse(raw);
  if (whole.success) return whole.data;
  if (!isObject(raw)) return NO_STEP;
  const shape = STEP_SHAPES.get(raw['do']);
  if (shape === undefined) return NO_STEP;
  return validOr(stepSchema, knownKeys(raw, shape), NO_STEP);
}

/** A node, and whether its kind is sure: of another one only the name is known, '' where not even that. */
interface SalvagedNode {
  readonly node: ScheduleNode;
  readonly sure: boolean;
}

function salvageNode(raw: unknown): SalvagedNode {
  const whole = nodeSchema.safeParse(raw);
  if (whole.success) return { node: whole.data, sure: true };
  const given: Loose = isObject(raw) ? raw : {};
  const id = typeof given['id'] === 'string' ? given['id'] : '';
  const shape = NODE_SHAPES.get(given['kind']);
  if (shape !== undefined) {
    const fields = Object.entries(shape).map(([field, schema]) => {
      const value = field === 'id' ? SOME_NAME : given[field];
      return [field, isValid(schema, value) ? value : harmless(field, value)];
    });
    // By way of the schema, which fills in what is left out.
    const result = nodeSchema.safeParse(Object.fromEntries(fields));
    if (result.success) return { node: { ...result.data, id }, sure: id !== '' };
  }
  // A semaphore calls nothing and names nothing.
  const common = { id, position: { x: 0, y: 0 }, starts: 'never' } as const;
  return { node: { ...common, kind: 'semaphore', tokens: 1 }, sure: false };
}

/** Stands for a broken name. Whether it leads somewhere is not said: the name itself is complained of. */
const SOME_NAME = 'a_broken_name';

/** What takes the place of a broken field. */
function harmless(field: string, value: unknown): unknown {
  switch (field) {
    case 'position':
      return { x: 0, y: 0 };
    case 'starts':
      return 'never';
    case 'delay':
    case 'interval':
      return 0;
    case 'tokens':
      return 1;
    case 'at':
      return [];
    case 'members':
      return listOf(value, name, SOME_NAME);
    case 'chain':
      return listOf(value, linkSchema, { timeout: 0 });
    case 'call':
    case 'canceller':
    case 'semaphore':
    case 'queue':
    case 'service':
      return SOME_NAME;
    default:
      return undefined;
  }
}

function listOf<T>(value: unknown, schema: Validates<T>, otherwise: T): readonly T[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.map((item) => validOr(schema, item, otherwise));
}
