import type { ReactNode } from 'react';

import { OwnFunctionFields } from '#editors/functions/OwnFunctionFields.tsx';
import { ownFunctionWord } from '#editors/functions/placeWords.ts';
import { Section } from '#inspector/Section.tsx';
import type { ScheduleNode } from '#schedule/schema.ts';

interface OwnFunctionProps {
  readonly node: ScheduleNode;
}

/** The function that a node calls itself, under its heading. */
export function OwnFunction({ node }: OwnFunctionProps): ReactNode {
  return (
    <Section title={ownFunctionWord(node)}>
      <OwnFunctionFields node={node} />
    </Section>
  );
}
