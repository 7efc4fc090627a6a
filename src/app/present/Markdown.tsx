import type { ReactNode } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';

/** Pictures would be asked for from anywhere as soon as a document is opened. */
const LEFT_OUT = ['img'];

const PARTS: Components = {
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  ),
};

/** A text of Markdown. HTML in it is shown as text, and pictures are left out. */
export function Markdown({ text }: { readonly text: string }): ReactNode {
  return (
    <ReactMarkdown disallowedElements={LEFT_OUT} components={PARTS}>
      {text}
    </ReactMarkdown>
  );
}
