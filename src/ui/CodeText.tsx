import type { ReactNode } from 'react';

/** A sentence in which names and values stand between backticks. */
export function CodeText({ text }: { readonly text: string }): ReactNode {
  return text.split('`').map((part, index) =>
    // oxlint-disable-next-line react/no-array-index-key -- the parts of a sentence are where they are
    index % 2 === 0 ? part : <code key={index}>{part}</code>,
  );
}
