import { lazy, Suspense, type ReactNode } from 'react';

const ChainPanel = lazy(async () => ({
  default: (await import('#chain/ChainPanel.tsx')).ChainPanel,
}));

/** The view of a callback chain, loaded when it is first wanted. */
export function LazyChain(): ReactNode {
  return (
    <Suspense fallback={null}>
      <ChainPanel />
    </Suspense>
  );
}
