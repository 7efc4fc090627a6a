/** The id of the landmark that menus stand in which leave the page usable. */
export const MENU_PLACE_ID = 'menus';

/** Where such a menu is put: out of all panels, which would cut it off, but in a landmark. */
export function menuPlace(): HTMLElement | null {
  return document.getElementById(MENU_PLACE_ID);
}
