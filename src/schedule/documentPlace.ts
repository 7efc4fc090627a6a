import { t } from '#words/words.ts';

import { chainOf } from './language.ts';
import { functionNamed, usersOf, type Place } from './places.ts';
import type { DocumentPath } from './problem.ts';
import type { Schedule } from './schema.ts';

/** What a path of a document leads to, as far as it is there. */
export type DocumentPlace =
  /** The document itself: one of its fields, or null for all of it. */
  | { readonly at: 'document'; readonly field: string | null }
  /** A node, or a link of its chain. */
  | { readonly at: 'node'; readonly node: string; readonly link: number | null }
  /** A function or a step of it, with the first node that calls it; null: none does. */
  | {
      readonly at: 'function';
      readonly function: string;
      readonly step: number | null;
      readonly user: { readonly node: string; readonly place: Place } | null;
    };

/** Finds what a path leads to: a field leads to the node, the link or the step that has it. */
export function documentPlace(schedule: Schedule, path: DocumentPath): DocumentPlace {
  const [table, owner, list, index] = path;
  if (table === 'nodes' && typeof owner === 'number') {
    const node = schedule.nodes[owner];
    if (node !== undefined) {
      const isLink =
        list === 'chain' && typeof index === 'number' && chainOf(node)[index] !== undefined;
      return { at: 'node', node: node.id, link: isLink ? index : null };
    }
  }
  if (table === 'functions' && typeof owner === 'string') {
    const steps = functionNamed(schedule, owner)?.steps;
    if (steps !== undefined) {
      const isStep = list === 'steps' && typeof index === 'number' && index < steps.length;
      const [user = null] = usersOf(schedule, owner);
      return {
        at: 'function',
        function: owner,
        step: isStep ? index : null,
        user: user === null ? null : { node: user.node.id, place: user.place },
      };
    }
  }
  return { at: 'document', field: typeof table === 'string' ? table : null };
}

/** The path to a place: the way back from {@link documentPlace}. */
export function pathOfPlace(schedule: Schedule, place: DocumentPlace): DocumentPath {
  switch (place.at) {
    case 'document':
      return place.field === null ? [] : [place.field];
    case 'node': {
      const index = schedule.nodes.findIndex(({ id }) => id === place.node);
      return ['nodes', index, ...(place.link === null ? [] : ['chain', place.link])];
    }
    case 'function':
      return ['functions', place.function, ...(place.step === null ? [] : ['steps', place.step])];
  }
}

/** A place in words: `poll`, `poll, link 2`, `parse, step 3`. */
export function placeWords(place: DocumentPlace): string {
  switch (place.at) {
    case 'document':
      return place.field ?? t('the schedule');
    case 'node':
      return place.link === null
        ? place.node
        : t('{{node}}, link {{number}}', { node: place.node, number: place.link + 1 });
    case 'function':
      return place.step === null
        ? place.function
        : t('{{name}}, step {{number}}', { name: place.function, number: place.step + 1 });
  }
}
