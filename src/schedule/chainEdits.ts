import { t } from '#words/words.ts';

import { removeUnused } from './nodeEdits.ts';
import { linkSides, type LinkSide } from './places.ts';
import { moveItem, newFunction, requireChain, type ScheduleEdit } from './scheduleEdit.ts';
import type { ChainLink } from './schema.ts';

/** Adds a link with a new, empty function on one side (or on both) to the end of a chain. */
export function addLink(id: string, side: LinkSide): ScheduleEdit {
  return {
    label: t('add {{side}} to {{id}}', { side, id }),
    apply(draft) {
      const name = newFunction(draft, `${id}_${LINK_STEMS[side]}`);
      requireChain(draft, id).push({ [side]: name });
    },
  };
}

/** The limit of a new timeout, in virtual seconds. */
const NEW_TIMEOUT = 3;

/** Adds a limit in virtual seconds for all that stands before it to the end of a chain. */
export function addTimeout(id: string, seconds = NEW_TIMEOUT): ScheduleEdit {
  return {
    label: t('add a timeout to {{id}}', { id }),
    apply(draft) {
      requireChain(draft, id).push({ timeout: seconds });
    },
  };
}

const LINK_STEMS: Readonly<Record<LinkSide, string>> = {
  callback: 'done',
  errback: 'failed',
  both: 'ended',
};

/**
 * Puts a function on a side of a link (`null`: a new, empty one). `both` stands alone in a link,
 * so setting it clears the other sides, and setting one of these clears it; so does a timeout,
 * which a function takes the place of.
 */
export function setLinkSide(
  id: string,
  link: number,
  side: LinkSide,
  name: string | null,
): ScheduleEdit {
  return {
    label: t('set {{side}} of {{id}}', { side, id }),
    apply(draft) {
      const chain = requireChain(draft, id);
      const old = requireLink(chain, link, id);
      const called = name ?? newFunction(draft, `${id}_${LINK_STEMS[side]}`);
      const { both: _both, timeout: _timeout, ...sides } = old;
      chain[link] = side === 'both' ? { both: called } : { ...sides, [side]: called };
      removeUnused(draft, calledBy(old));
    },
  };
}

/** Takes the function off a side of a link; a link without any is removed. */
export function clearLinkSide(id: string, link: number, side: LinkSide): ScheduleEdit {
  return {
    label: t('delete {{side}} of {{id}}', { side, id }),
    apply(draft) {
      const chain = requireChain(draft, id);
      const old = requireLink(chain, link, id);
      const called = old[side];
      if (called === undefined) return;
      delete old[side];
      if (linkSides(old).length === 0) chain.splice(link, 1);
      removeUnused(draft, [called]);
    },
  };
}

/** Puts the one function of a link on another rail, or on both. */
export function moveLinkSide(id: string, link: number, from: LinkSide, to: LinkSide): ScheduleEdit {
  return {
    label: t('make {{from}} of {{id}} {{to}}', { from, id, to }),
    apply(draft) {
      const chain = requireChain(draft, id);
      const name = requireLink(chain, link, id)[from];
      if (name === undefined) throw new Error(`Link ${link + 1} of ${id} has no ${from}.`);
      chain[link] = { [to]: name };
    },
  };
}

/** Sets the virtual seconds of a timeout link. */
export function setTimeoutSeconds(id: string, link: number, seconds: number): ScheduleEdit {
  return {
    label: t('set a timeout of {{id}}', { id }),
    mergeKey: `timeout/${id}/${link}`,
    apply(draft) {
      const found = requireLink(requireChain(draft, id), link, id);
      if (found.timeout === undefined) {
        throw new Error(`Link ${link + 1} of ${id} is no timeout.`);
      }
      found.timeout = seconds;
    },
  };
}

/** Moves a link to another place of its chain. */
export function moveLink(id: string, from: number, to: number): ScheduleEdit {
  return {
    label: t('move a link of {{id}}', { id }),
    apply(draft) {
      moveItem(requireChain(draft, id), from, to);
    },
  };
}

/** Removes a link; functions that only it called go with it. */
export function removeLink(id: string, link: number): ScheduleEdit {
  return {
    label: t('delete a link of {{id}}', { id }),
    apply(draft) {
      const chain = requireChain(draft, id);
      const names = calledBy(requireLink(chain, link, id));
      chain.splice(link, 1);
      removeUnused(draft, names);
    },
  };
}

function calledBy(link: ChainLink): readonly string[] {
  return linkSides(link).map(([, name]) => name);
}

function requireLink(chain: readonly ChainLink[], index: number, id: string): ChainLink {
  const link = chain[index];
  if (link === undefined) throw new Error(`${id} has no link ${index + 1}.`);
  return link;
}
