import type { ReactNode } from 'react';

import { CodeText } from '#ui/CodeText.tsx';
import { language } from '#words/words.ts';

import type { LessonText } from './lessonSchema.ts';

/** Some paragraphs of a lesson, with names and values as code. */
export function Paragraphs({ texts }: { readonly texts: readonly LessonText[] }): ReactNode {
  return texts.map((text) => (
    <p key={text.en}>
      <CodeText text={text[language()]} />
    </p>
  ));
}
