import { lazy, Suspense, type ReactNode } from 'react';

import type { Markdown } from './Markdown.tsx';

const Loaded = lazy(loadMarkdown);

/** Loads what shows Markdown, for what cannot wait for it later: a page that is printed. */
export async function loadMarkdown(): Promise<{ readonly default: typeof Markdown }> {
  return { default: (await import('./Markdown.tsx')).Markdown };
}

/** A text of Markdown; as it is written until what shows it is loaded. */
export function LazyMarkdown({ text }: { readonly text: string }): ReactNode {
  return (
    <Suspense fallback={<p>{text}</p>}>
      <Loaded text={text} />
    </Suspense>
  );
}
