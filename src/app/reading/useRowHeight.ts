import { useIsTouched } from '#ui/useMedia.ts';
import type { CssPixels } from '#base/units.ts';

/** The height of a row that a finger hits, as `theme.css` has it for other controls. */
const TOUCH_HEIGHT: CssPixels = 40;

/** The height of the rows of a list: `fine` for a pointer, more for fingers. */
export function useRowHeight(fine: CssPixels): CssPixels {
  return useIsTouched() ? TOUCH_HEIGHT : fine;
}
