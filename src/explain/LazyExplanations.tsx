import { lazy, Suspense, type ComponentProps, type ReactNode } from 'react';

const Event = lazy(async () => ({
  default: (await import('./EventExplanation.tsx')).EventExplanation,
}));
const State = lazy(async () => ({
  default: (await import('./StateExplanation.tsx')).StateExplanation,
}));

const Finding = lazy(async () => ({
  default: (await import('./FindingExplanation.tsx')).FindingExplanation,
}));

/** {@link Event}, loaded with the exporter when the first event is selected. */
export function LazyEventExplanation(props: ComponentProps<typeof Event>): ReactNode {
  return (
    <Suspense fallback={null}>
      <Event {...props} />
    </Suspense>
  );
}

/** {@link State}, loaded when the first state is looked at. */
export function LazyStateExplanation(props: ComponentProps<typeof State>): ReactNode {
  return (
    <Suspense fallback={null}>
      <State {...props} />
    </Suspense>
  );
}

/** {@link Finding}, loaded when the first problem is to be explained. */
export function LazyFindingExplanation(props: ComponentProps<typeof Finding>): ReactNode {
  return (
    <Suspense fallback={null}>
      <Finding {...props} />
    </Suspense>
  );
}
