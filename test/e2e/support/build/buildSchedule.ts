import type { Locator, Page } from '@playwright/test';

import { meaningText } from '#graph/words/meanings.ts';
import { ownFunction, ownFunctionField } from '#schedule/language.ts';
import { linkSides } from '#schedule/places.ts';
import type { ChainLink, Schedule, ScheduleNode, Step } from '#schedule/schema.ts';

import type { Hands } from './hands.ts';
import { region } from './places.ts';

/** Draws a schedule from nothing, as a person does who knows it by heart. */
export async function buildSchedule(page: Page, hands: Hands, schedule: Schedule): Promise<void> {
  await new Builder(page, hands, schedule).build();
}

class Builder {
  readonly #hands: Hands;
  readonly #schedule: Schedule;
  readonly #inspector: Locator;
  /** Functions that have been named and given their steps. */
  readonly #made = new Set<string>();

  constructor(page: Page, hands: Hands, schedule: Schedule) {
    this.#hands = hands;
    this.#schedule = schedule;
    this.#inspector = region(page, 'Inspector');
  }

  async build(): Promise<void> {
    const { name, notes, horizon, nodes } = this.#schedule;
    await this.#write(this.#inspector, 'Name', name);
    await this.#write(this.#inspector, 'Notes', notes ?? '');
    await this.#write(this.#inspector, 'Horizon', String(horizon));
    for (const node of nodes) await this.#addNode(node);
    await this.#hands.arrange();
    for (const node of nodes) {
      await this.#fillNode(node);
      // It has grown, perhaps over its neighbours.
      await this.#hands.arrange();
    }
  }

  async #addNode(node: ScheduleNode): Promise<void> {
    const scope = this.#inspector;
    await this.#hands.add(node.kind, node.service ?? null);
    await this.#write(scope, 'Name', node.id);
    switch (node.kind) {
      case 'callLater':
      case 'deferLater':
        await this.#write(scope, 'Delay', JSON.stringify(node.delay));
        break;
      case 'loopingCall':
        await this.#write(scope, 'Interval', String(node.interval));
        break;
      case 'queue':
        if (node.size !== undefined) await this.#write(scope, 'Size', String(node.size));
        break;
      case 'queueGet':
        await this.#choose(scope, 'Queue', node.queue);
        break;
      case 'outsideEvent':
        await this.#write(scope, 'At', node.at.join(', '));
        break;
      default:
        break;
    }
    const starts = field(scope, 'Starts');
    if ((await starts.count()) > 0) await this.#choose(scope, 'Starts', node.starts);
  }

  /** Gives a node its functions with their steps, and its links. */
  async #fillNode(node: ScheduleNode): Promise<void> {
    const called = ownFunction(node);
    const chain = 'chain' in node ? node.chain : [];
    if (ownFunctionField(node.kind) === null && chain.length === 0) return;
    await this.#hands.select(node.id);
    if (node.kind !== 'deferred' && ownFunctionField(node.kind) !== null) {
      const own = this.#inspector;
      if (called === null || this.#made.has(called)) {
        await this.#hands.pick(own.getByRole('button', { name: /^Calls: / }), called ?? 'None');
      } else {
        await this.#fillFunction(own, called, node.id);
      }
    }
    for (const [index, link] of chain.entries()) await this.#addLink(node, index, link);
  }

  async #addLink(node: ScheduleNode, index: number, link: ChainLink): Promise<void> {
    const adders = this.#inspector.getByRole('group', { name: 'Add a link' });
    const rows = this.#inspector.locator(':has(> fieldset[aria-label="Add a link"])');
    const row = rows.locator(`> ol > li[data-row="${index}"]`);
    for (const [at, [side, name]] of linkSides(link).entries()) {
      await this.#hands.press(
        at === 0
          ? adders.getByRole('button', { name: `Add ${side}`, exact: true })
          : row.getByRole('button', { name: `Add ${side} to link ${index + 1}` }),
      );
      if (this.#made.has(name)) {
        await this.#hands.pick(row.getByRole('button', { name: /^Calls: / }), name);
      } else {
        await this.#fillFunction(row, name, node.id);
      }
    }
  }

  /** Names the function that is open in a scope, and gives it its steps. */
  async #fillFunction(scope: Locator, name: string, owner: string): Promise<void> {
    this.#made.add(name);
    await this.#write(scope.getByRole('group', { name: /^Function / }).first(), 'Its name', name);
    const body = scope.getByRole('group', { name: `Function ${name}`, exact: true });
    const steps = this.#schedule.functions[name]?.steps ?? [];
    for (const [index, step] of steps.entries()) {
      await this.#addStep(body, index, step, owner, ownsAlone(this.#schedule, owner, name));
    }
  }

  async #addStep(
    body: Locator,
    index: number,
    step: Step,
    owner: string,
    byArrow: boolean,
  ): Promise<void> {
    const row = body.locator(`li[data-row="${index}"]`);
    const arrow = byArrow ? meaningOf(step) : null;
    if (arrow !== null) {
      await this.#hands.connect(owner, arrow.target, arrow.meaning);
      await this.#hands.select(owner);
    } else {
      await this.#hands.pick(body.getByRole('button', { name: 'Add step' }), `${step.do}\\b`);
      if ('node' in step) await this.#choose(row, 'Node', step.node);
    }
    await this.#fillStep(row, step);
    if (step.when?.call !== undefined) {
      await this.#hands.pick(row.getByRole('button', { name: 'Only when …' }), 'On call');
      await this.#write(row, 'On call', String(step.when.call));
    }
  }

  async #fillStep(row: Locator, step: Step): Promise<void> {
    switch (step.do) {
      case 'log':
        return this.#write(row, 'Text', step.text);
      case 'fire':
      case 'put':
        return this.#write(row, 'Value', JSON.stringify(step.value));
      case 'return':
        await this.#choose(row, 'Returns', step.input === true ? 'input' : 'value');
        if (step.input !== true) await this.#write(row, 'Value', JSON.stringify(step.value));
        return undefined;
      case 'raise':
        await this.#write(row, 'Error type', step.error.type);
        return this.#write(row, 'Message', step.error.message);
      case 'await':
      case 'returnDeferred': {
        const box = field(row, 'Start it first');
        if ((await box.isChecked()) !== (step.start === true)) await this.#hands.tick(box);
        if (step.do === 'await') await this.#choose(row, 'On a failure', step.onError ?? 'raise');
        return undefined;
      }
      default:
        return undefined;
    }
  }

  async #write(scope: Locator, label: string, text: string): Promise<void> {
    const control = field(scope, label);
    await control.waitFor();
    if ((await control.inputValue()) !== text) await this.#hands.write(control, text);
  }

  async #choose(scope: Locator, label: string, value: string): Promise<void> {
    const control = field(scope, label);
    await control.waitFor();
    if ((await control.inputValue()) !== value) await this.#hands.choose(control, value);
  }
}

/** What an arrow means that stands for a step; null where the step is rather added to the list. */
function meaningOf(step: Step): { readonly target: string; readonly meaning: string } | null {
  if (!('node' in step)) return null;
  const { node } = step;
  switch (step.do) {
    case 'fire':
    case 'put':
    case 'stop':
    case 'await':
      return { target: node, meaning: meaningText(step.do, node) };
    default:
      return null;
  }
}

function field(scope: Locator, label: string): Locator {
  return scope.getByLabel(label, { exact: true }).first();
}

/** Whether a function is what the node itself calls: an arrow can begin there. */
function ownsAlone({ nodes }: Schedule, owner: string, name: string): boolean {
  const node = nodes.find(({ id }) => id === owner);
  return node !== undefined && node.kind !== 'deferred' && ownFunction(node) === name;
}
