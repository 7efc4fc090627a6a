/** Lets the field that is being typed in keep what it has, as it does when it is left. */
export function keepDrafts(): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  field.blur();
  field.focus({ preventScroll: true });
}
