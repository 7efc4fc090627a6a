import { Copy } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { toast } from 'sonner';

import { Button, IconButton } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import styles from './CopyButton.module.css';
import { Dialog } from './Dialog.tsx';

interface CopyButtonProps {
  /** What is copied: `output`, for "Copy output". */
  readonly what: string;
  /** Gives the text when it is wanted. */
  readonly text: () => string;
  /** Whether there is nothing to copy. */
  readonly empty?: boolean;
  /** `icon` has its words only as a name; `short` stands beside what it copies. */
  readonly look?: 'icon' | 'bordered' | 'short';
}

/** Copies a text; where the browser forbids the clipboard, shows it to be copied by hand. */
export function CopyButton({
  what,
  text,
  empty = false,
  look = 'icon',
}: CopyButtonProps): ReactNode {
  const [toCopy, setToCopy] = useState<string | null>(null);
  const copy = async (): Promise<void> => {
    const wanted = text();
    try {
      await navigator.clipboard.writeText(wanted);
      toast(t('{{what}} copied', { what: capital(what) }));
    } catch {
      setToCopy(wanted);
    }
  };
  const onClick = (): void => {
    if (!empty) void copy();
  };
  return (
    <>
      {look === 'icon' ? (
        <IconButton
          label={t('Copy {{what}}', { what })}
          look="plain"
          aria-disabled={empty || undefined}
          onClick={onClick}
        >
          <Copy size={15} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
      ) : (
        <Button
          aria-label={t('Copy {{what}}', { what })}
          aria-disabled={empty || undefined}
          onClick={onClick}
        >
          <Copy size={15} strokeWidth={1.75} aria-hidden="true" />
          {look === 'short' ? t('Copy') : t('Copy {{what}}', { what })}
        </Button>
      )}
      <Dialog
        title={capital(what)}
        description={t(
          'The browser did not let this page use the clipboard. The text is selected: copy it by hand.',
        )}
        open={toCopy !== null}
        onOpenChange={() => {
          setToCopy(null);
        }}
      >
        <textarea
          className={styles.text}
          aria-label={t('Text of the {{what}}', { what })}
          readOnly
          rows={12}
          value={toCopy ?? ''}
          onFocus={(event) => {
            event.target.select();
          }}
        />
      </Dialog>
    </>
  );
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
