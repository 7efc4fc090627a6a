import { lazy, Suspense, type ReactNode } from 'react';

import type { ScheduleNode } from '#schedule/schema.ts';

const PythonTab = lazy(async () => ({ default: (await import('./PythonTab.tsx')).PythonTab }));

interface LazyPythonTabProps {
  readonly node: ScheduleNode;
}

/** The Python of a node, loaded with the exporter when it is first wanted. */
export function LazyPythonTab({ node }: LazyPythonTabProps): ReactNode {
  return (
    <Suspense fallback={null}>
      <PythonTab node={node} />
    </Suspense>
  );
}
