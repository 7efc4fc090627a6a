import { useEffect, useState, type ReactNode } from 'react';

import { CopyButton } from '#app/widgets/CopyButton.tsx';
import { Dialog } from '#app/widgets/Dialog.tsx';
import { useSchedule } from '#store/useStudio.ts';
import { msg, t } from '#words/words.ts';

import styles from './ShareDialog.module.css';
import { shareLinks, type ShareLinks } from './shareLinks.ts';

interface ShareDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

const WAYS = [
  { way: 'edit', name: msg('link to the schedule') },
  { way: 'present', name: msg('link to the presentation') },
  { way: 'embed', name: msg('HTML that shows it in another page') },
] as const;

/** Links longer than this are cut by some programs that send messages. */
const LONG = 2_000;

/** Gives the schedule away by a link. */
export function ShareDialog({ open, onOpenChange }: ShareDialogProps): ReactNode {
  return (
    <Dialog
      title={t('Share')}
      description={t(
        'The whole schedule is in the link itself: no server keeps it, and later edits are not in it.',
      )}
      width="wide"
      open={open}
      onOpenChange={onOpenChange}
    >
      <Links />
    </Dialog>
  );
}

function Links(): ReactNode {
  const links = useLinks();
  if (links === null) return null;
  return (
    <>
      {WAYS.map(({ way, name }) => (
        <div key={way} className={styles.way}>
          <label className={styles.label} htmlFor={`share-${way}`}>
            {t(name)}
          </label>
          <div className={styles.row}>
            <input
              id={`share-${way}`}
              className={styles.link}
              readOnly
              value={links[way]}
              onFocus={(event) => {
                event.target.select();
              }}
            />
            <CopyButton look="short" what={t(name)} text={() => links[way]} />
          </div>
        </div>
      ))}
      {links.edit.length <= LONG ? null : (
        <p className={styles.long}>
          {t(
            'The link has {{number}} characters, and some programs cut such long ones: where it arrives broken, send the file instead.',
            { number: links.edit.length },
          )}
        </p>
      )}
    </>
  );
}

/** The links to the schedule that is open, once they are made. */
function useLinks(): ShareLinks | null {
  const schedule = useSchedule();
  const [links, setLinks] = useState<ShareLinks | null>(null);
  useEffect(() => {
    let isWanted = true;
    const { origin, pathname } = window.location;
    void shareLinks(schedule, `${origin}${pathname}`).then((made) => {
      if (isWanted) setLinks(made);
    });
    return () => {
      isWanted = false;
    };
  }, [schedule]);
  return links;
}
