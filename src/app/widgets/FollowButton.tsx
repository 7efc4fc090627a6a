import { LocateFixed } from 'lucide-react';
import type { ReactNode } from 'react';

import { Button } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import styles from './FollowButton.module.css';

interface FollowButtonProps {
  readonly following: boolean;
  readonly onChange: (following: boolean) => void;
}

/** Whether a list keeps the playhead in sight. */
export function FollowButton({ following, onChange }: FollowButtonProps): ReactNode {
  return (
    <Button
      look="plain"
      className={styles.follow}
      aria-label={t('Follow')}
      aria-pressed={following}
      title={following ? t('The list follows the playhead') : t('Follow the playhead')}
      onClick={() => {
        onChange(!following);
      }}
    >
      <LocateFixed size={16} strokeWidth={1.75} aria-hidden="true" />
    </Button>
  );
}
