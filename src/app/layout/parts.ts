// not shown in this file: selectors of CSS

/** A part of the screen that F6 goes to: the bar above, and the landmarks below it that lie in no other. */
const PART = '[data-shell] :is(header, section[aria-label]):not(section *, header *)';

/** What takes the focus by Tab. */
const STOPS =
  'input:not([disabled]), select:not([disabled]), textarea:not([disabled]), button:not([disabled]), a[href], [tabindex="0"]';

const SELECTED = '[aria-selected="true"], [aria-current="true"], .selected';

type Focusable = HTMLElement | SVGElement;

/** Where the focus was last in each part. */
const places = new WeakMap<Element, Focusable>();

/** Keeps in mind where the focus is in its part. */
export function rememberPlace(element: Focusable): void {
  const part = partOf(element);
  if (part !== null) places.set(part, element);
}

/**
 * Gives the focus to the next part of the screen, or with `by` -1 to the one before: to where it was
 * in it last, else to what is selected there, else to the first thing that takes it. From the last
 * part it goes to the first.
 */
export function goToPart(by: 1 | -1): void {
  const parts = [...document.querySelectorAll(PART)].filter((part) => placeIn(part) !== null);
  const part = partOf(document.activeElement);
  const at = part === null ? -1 : parts.indexOf(part);
  const from = at === -1 && by === -1 ? 0 : at;
  const next = parts[(from + by + parts.length) % parts.length];
  if (next !== undefined) placeIn(next)?.focus();
}

/** The part that an element stands in; null for what floats above them. */
export function partOf(element: Element | null): Element | null {
  return element?.closest(PART) ?? null;
}

/** Where the focus goes in a part; null where nothing takes it. */
export function placeIn(part: Element): Focusable | null {
  const last = places.get(part);
  if (last !== undefined && part.contains(last) && isInSight(last)) return last;
  const stops = [...part.querySelectorAll<Focusable>(STOPS)].filter(isInSight);
  return stops.find((stop) => stop.matches(SELECTED)) ?? stops[0] ?? null;
}

function isInSight(element: Element): boolean {
  return (
    element.checkVisibility({ visibilityProperty: true }) && element.closest('[inert]') === null
  );
}
