import type { Area } from './Copied.tsx';

/** Room around the outermost cards, for arrows that go round them. */
const MARGIN = 32;

/** Where the cards of the graph lie, in the graph's own pixels; null where there are none. */
export function graphArea(): Area | null {
  const viewport = document.querySelector<HTMLElement>('.react-flow__viewport');
  const cards = viewport?.querySelectorAll('.react-flow__node') ?? [];
  if (viewport === null || cards.length === 0) return null;
  const origin = viewport.getBoundingClientRect();
  const { a: zoom } = new DOMMatrix(getComputedStyle(viewport).transform);
  const rectangles = Array.from(cards, (card) => card.getBoundingClientRect());
  const left = Math.min(...rectangles.map((one) => one.left));
  const top = Math.min(...rectangles.map((one) => one.top));
  const right = Math.max(...rectangles.map((one) => one.right));
  const bottom = Math.max(...rectangles.map((one) => one.bottom));
  return {
    x: (left - origin.left) / zoom - MARGIN,
    y: (top - origin.top) / zoom - MARGIN,
    width: (right - left) / zoom + 2 * MARGIN,
    height: (bottom - top) / zoom + 2 * MARGIN,
  };
}
