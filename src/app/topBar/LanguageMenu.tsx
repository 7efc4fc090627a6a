import { Languages } from 'lucide-react';
import type { ReactNode } from 'react';

import { chooseLanguage, LANGUAGE_NAMES } from '#app/pageLanguage.ts';
import { language, t, type Language } from '#words/words.ts';

import { ChoiceMenu } from './ChoiceMenu.tsx';

/** The language of the studio. */
export function LanguageMenu(): ReactNode {
  return (
    <ChoiceMenu
      label={t('Language')}
      Icon={Languages}
      value={language()}
      choices={(Object.entries(LANGUAGE_NAMES) as [Language, string][]).map(([value, label]) => ({
        value,
        label,
        lang: value,
      }))}
      choose={chooseLanguage}
    />
  );
}
