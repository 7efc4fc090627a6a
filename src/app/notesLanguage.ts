import type { NotesLanguage } from '#schedule/exampleNotes.ts';

/** The language of the notes that a reader with these languages gets, the best first. */
export function notesLanguage(languages: readonly string[]): NotesLanguage {
  const first = languages.find((language) => /^(en|zh)\b/i.test(language));
  return first !== undefined && /^zh\b/i.test(first) ? 'zh' : 'en';
}
