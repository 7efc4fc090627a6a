import type { ComponentProps, ReactNode } from 'react';

import styles from './Button.module.css';

interface ButtonProps extends ComponentProps<'button'> {
  /** `plain` has no border until it is pointed at; `primary` is the one that matters. */
  readonly look?: 'bordered' | 'plain' | 'primary';
}

/** A button with a text. */
export function Button({ look = 'bordered', className, ...rest }: ButtonProps): ReactNode {
  return (
    <button
      type="button"
      {...rest}
      className={[styles.button, styles[look], className].filter(Boolean).join(' ')}
    />
  );
}

interface IconButtonProps extends ButtonProps {
  /** What it does: its accessible name, and its tooltip unless `title` says more. */
  readonly label: string;
}

/** A button that shows only an icon. */
export function IconButton({ label, title, className, ...rest }: IconButtonProps): ReactNode {
  return (
    <Button
      {...rest}
      aria-label={label}
      title={title ?? label}
      className={[styles.icon, className].filter(Boolean).join(' ')}
    />
  );
}
