/** The element of a card or a frame on a canvas; null where it is not drawn. */
export function nodeElement(pane: HTMLElement | null, id: string): HTMLElement | null {
  return pane?.querySelector<HTMLElement>(`.react-flow__node[data-id="${id}"]`) ?? null;
}

/** The element of an arrow on a canvas; null where it is not drawn. */
export function arrowElement(pane: HTMLElement | null, id: string): SVGElement | null {
  return pane?.querySelector<SVGElement>(`.react-flow__edge[data-id="${id}"]`) ?? null;
}

/** The id of the card or the frame that has the focus, or has it in it; null: none has. */
export function focusedCard(pane: HTMLElement | null): string | null {
  const { activeElement } = document;
  return pane?.contains(activeElement) === true ? nodeIdAt(activeElement) : null;
}

/** The id of the card or the frame that an element belongs to; null: none. */
export function nodeIdAt(element: Element | null): string | null {
  return element?.closest('.react-flow__node')?.getAttribute('data-id') ?? null;
}

/** The id of the arrow that an element belongs to; null: none. */
export function arrowIdAt(element: Element | null): string | null {
  return element?.closest('.react-flow__edge')?.getAttribute('data-id') ?? null;
}

/** How many frames React Flow has for drawing what is new to it. */
const PATIENCE = 10;

/** Gives the focus to a card or an arrow as soon as it is drawn and takes it. */
export function focusSoon(find: () => HTMLElement | SVGElement | null, frames = PATIENCE): void {
  requestAnimationFrame(() => {
    const element = find();
    element?.focus({ preventScroll: true });
    const isThere = element !== null && element === document.activeElement;
    if (!isThere && frames > 0) focusSoon(find, frames - 1);
  });
}
