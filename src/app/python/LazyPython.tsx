import { lazy, Suspense, type ReactNode } from 'react';

const Python = lazy(async () => ({ default: (await import('./Python.tsx')).Python }));

/** The Python view, loaded with the exporter when it is first wanted. */
export function LazyPython(): ReactNode {
  return (
    <Suspense fallback={null}>
      <Python />
    </Suspense>
  );
}
