import { lazy, Suspense, useState, type ComponentProps, type ReactNode } from 'react';

const CommandPalette = lazy(async () => ({
  default: (await import('./CommandPalette.tsx')).CommandPalette,
}));

/** The command palette, loaded when it is first opened. */
export function LazyCommandPalette(props: ComponentProps<typeof CommandPalette>): ReactNode {
  const [wanted, setWanted] = useState(false);
  if (props.open && !wanted) setWanted(true);
  if (!wanted) return null;
  return (
    <Suspense fallback={null}>
      <CommandPalette {...props} />
    </Suspense>
  );
}
