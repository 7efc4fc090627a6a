import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';

import { MENU_PLACE_ID } from '#ui/menuPlace.ts';

import type { CssPixels } from '#base/units.ts';
import type { Point } from '#graph/layout/freePlace.ts';

import styles from './Popup.module.css';

/** Where a popup stands, in CSS pixels. */
export interface PopupPlace extends Point {
  /** Where its right edge may be instead, where there is no room right of `x`. */
  readonly orEndAt?: CssPixels;
}

interface PopupProps {
  /** Where, from the corner of the element that it stands in. */
  readonly at: PopupPlace;
  /** Called when Esc is pressed, or something else is pressed with the pointer. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What opens from a popup, and is not inside it. */
const MENUS = `#${MENU_PLACE_ID}, [role="menu"]`;

/** How near to an edge a popup comes, in CSS pixels. */
const EDGE = 8;

/** Something small above the canvas that goes as soon as one turns to something else. */
export function Popup({ at, onClose, children }: PopupProps): ReactNode {
  const popup = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = popup.current;
    const frame = element?.offsetParent;
    if (element === null || !(frame instanceof HTMLElement)) return;
    const fit = (wanted: number, size: number, room: number): number =>
      Math.max(EDGE, Math.min(wanted, room - size - EDGE));
    const { offsetWidth: width } = element;
    const other = (at.orEndAt ?? 0) - width;
    const hasRoom = at.x + width + EDGE <= frame.clientWidth || other < EDGE;
    element.style.left = `${fit(hasRoom ? at.x : other, width, frame.clientWidth)}px`;
    element.style.top = `${fit(at.y, element.offsetHeight, frame.clientHeight)}px`;
  });

  // The focus goes back to where it was. Here it is still inside; after an effect it would be lost.
  useLayoutEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement || before instanceof SVGElement) {
        before.focus({ preventScroll: true });
      }
    };
  }, []);

  useEffect(() => {
    const onPress = ({ target }: PointerEvent): void => {
      if (target instanceof Node && popup.current?.contains(target) === true) return;
      // A menu of the popup stands elsewhere on the page.
      if (target instanceof Element && target.closest(MENUS) !== null) return;
      onClose();
    };
    const onKey = ({ key, defaultPrevented }: KeyboardEvent): void => {
      if (key === 'Escape' && !defaultPrevented) onClose();
    };
    document.addEventListener('pointerdown', onPress, true);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPress, true);
      document.removeEventListener('keydown', onKey);
    };
  }, [onClose]);

  return (
    <div
      ref={popup}
      className={styles.popup}
      data-commands="none"
      // Its fields have the browser's own menu.
      onContextMenu={(event) => event.stopPropagation()}
    >
      {children}
    </div>
  );
}
