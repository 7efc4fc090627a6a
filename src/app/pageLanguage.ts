import { pageStorage } from '#ui/pageStorage.ts';
import { language, languageFor, type Language } from '#words/words.ts';

const NAME = 'reactor-studio/language';

/** The languages, each by its own name: who reads no other finds it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', zh: '中文' };

/** The language of the page: the one that was chosen, else what the browser asks for. */
export function pageLanguage(): Language {
  const chosen = pageStorage.getItem(NAME);
  return chosen === 'en' || chosen === 'zh' ? chosen : languageFor(navigator.languages);
}

/** Says in the document in which language it is, for browsers, screen readers and fonts. */
export function markLanguage(): void {
  document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
}

/**
 * Speaks another language from now on. The page is loaded anew: whatever was said before, in lists,
 * problems and names of edits, is said in the other language then.
 */
export function chooseLanguage(next: Language): void {
  if (next === language()) return;
  pageStorage.setItem(NAME, next);
  location.reload();
}
