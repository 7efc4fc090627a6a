import { Monitor, Moon, Sun, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

import { useStudio, useView } from '#store/useStudio.ts';
import type { Theme } from '#store/viewState.ts';
import { msg, t, type Text } from '#words/words.ts';

import { ChoiceMenu } from './ChoiceMenu.tsx';

const THEMES: Readonly<Record<Theme, { readonly name: Text; readonly Icon: LucideIcon }>> = {
  system: { name: msg('As the system'), Icon: Monitor },
  light: { name: msg('Light'), Icon: Sun },
  dark: { name: msg('Dark'), Icon: Moon },
};

const ALL: readonly Theme[] = ['system', 'light', 'dark'];

/** The colours of the studio. */
export function ThemeMenu(): ReactNode {
  const studio = useStudio();
  const theme = useView((view) => view.theme);
  return (
    <ChoiceMenu
      label={t('Theme')}
      Icon={THEMES[theme].Icon}
      value={theme}
      choices={ALL.map((value) => ({
        value,
        label: t(THEMES[value].name),
        Icon: THEMES[value].Icon,
      }))}
      choose={(chosen) => {
        studio.setTheme(chosen);
      }}
    />
  );
}
