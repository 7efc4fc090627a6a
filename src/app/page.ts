/** How the page is shown, as its address says. */
export interface PageKind {
  /** Inside of another page (`?embed`): nothing is edited, stored or taken from there. */
  readonly isEmbedded: boolean;
  /** As a presentation (`?present`). */
  readonly isPresenting: boolean;
}

/** How the page is shown by an address. `search`: its part behind the question mark. */
export function pageKind(search: string): PageKind {
  const parameters = new URLSearchParams(search);
  const isEmbedded = parameters.has('embed');
  return { isEmbedded, isPresenting: isEmbedded || parameters.has('present') };
}
