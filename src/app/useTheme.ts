import { useLayoutEffect } from 'react';

import { useView } from '#store/useStudio.ts';

/** Keeps the document in the theme of the view. */
export function useTheme(): void {
  const theme = useView((view) => view.theme);
  useLayoutEffect(() => {
    const root = document.documentElement;
    if (theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
  }, [theme]);
}
