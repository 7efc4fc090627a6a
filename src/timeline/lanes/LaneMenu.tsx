import { ContextMenu } from 'radix-ui';
import { Fragment, type ReactNode } from 'react';

import menu from '#ui/Menu.module.css';

import styles from './LaneMenu.module.css';
import type { LaneAction, LaneMenuItem } from './laneMenuItems.ts';

interface LaneMenuProps {
  /** Whose it is. */
  readonly label: string;
  readonly groups: readonly (readonly LaneMenuItem[])[];
  readonly onChoose: (action: LaneAction) => void;
}

/** The menu of a lane, in a `ContextMenu.Root`. */
export function LaneMenu({ label, groups, onChoose }: LaneMenuProps): ReactNode {
  return (
    <ContextMenu.Portal>
      <ContextMenu.Content
        className={[menu.menu, styles.menu].join(' ')}
        collisionPadding={8}
        aria-label={label}
      >
        {groups.map((group, index) => (
          <Fragment key={group[0]?.action}>
            {index === 0 ? null : <ContextMenu.Separator className={styles.separator} />}
            {group.map(({ action, text, key, disabled = false, checked }) => {
              const face = (
                <>
                  <span>{text}</span>
                  {key === undefined ? null : (
                    <kbd className={styles.key} aria-hidden="true">
                      {key}
                    </kbd>
                  )}
                </>
              );
              const common = {
                className: [menu.item, styles.item].join(' '),
                disabled,
                textValue: text,
                onSelect: () => onChoose(action),
              };
              return checked === undefined ? (
                <ContextMenu.Item key={action} {...common}>
                  {face}
                </ContextMenu.Item>
              ) : (
                <ContextMenu.CheckboxItem key={action} {...common} checked={checked}>
                  {face}
                </ContextMenu.CheckboxItem>
              );
            })}
          </Fragment>
        ))}
      </ContextMenu.Content>
    </ContextMenu.Portal>
  );
}
