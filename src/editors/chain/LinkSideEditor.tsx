import type { ReactNode } from 'react';

import { choicesOf } from '#editors/fields/choices.ts';
import { ChoiceField } from '#editors/fields/ChoiceField.tsx';
import { FunctionEditor } from '#editors/functions/FunctionEditor.tsx';
import { FunctionMenu } from '#editors/functions/FunctionMenu.tsx';
import { useEdit } from '#editors/useEdit.ts';
import { moveLinkSide, setLinkSide } from '#schedule/chainEdits.ts';
import { linkSides, type LinkSide } from '#schedule/places.ts';
import type { ChainLink } from '#schedule/schema.ts';
import { Button } from '#ui/Button.tsx';
import { msg, t, type Text } from '#words/words.ts';

import styles from './LinkSideEditor.module.css';

interface LinkSideEditorProps {
  /** The node's id. */
  readonly id: string;
  readonly index: number;
  readonly link: ChainLink;
  readonly side: LinkSide;
  /** The function on that side. */
  readonly name: string;
  /** Opens another side, after the function has moved there. */
  readonly show: (side: LinkSide) => void;
  /** Takes the function off this side, where the other one has one too. */
  readonly clear: () => void;
}

const RAILS: readonly { value: LinkSide; text: Text }[] = [
  { value: 'callback', text: msg('callback: results') },
  { value: 'errback', text: msg('errback: failures') },
  { value: 'both', text: msg('both') },
];

/** One side of a link: which function it calls, on which rail, and that function itself. */
export function LinkSideEditor(props: LinkSideEditorProps): ReactNode {
  const { id, index, link, side, name, show, clear } = props;
  const edit = useEdit();
  const isAlone = linkSides(link).length === 1;
  return (
    <>
      <FunctionMenu
        label={t('Calls')}
        name={name}
        optional={false}
        choose={(choice) => {
          edit(setLinkSide(id, index, side, choice.is === 'existing' ? choice.name : null));
        }}
      />
      {isAlone ? (
        <ChoiceField
          label={t('Rail')}
          value={side}
          choices={choicesOf(RAILS)}
          choose={(to) => {
            if (edit(moveLinkSide(id, index, side, to))) show(to);
          }}
        />
      ) : null}
      <FunctionEditor name={name} owner={id} place={{ at: 'link', link: index, side }} />
      {isAlone ? null : (
        <Button look="plain" className={styles.clear} onClick={clear}>
          {t('Delete {{side}}', { side })}
        </Button>
      )}
    </>
  );
}
