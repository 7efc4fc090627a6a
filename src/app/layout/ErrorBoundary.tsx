import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';

import { Button } from '#ui/Button.tsx';
import { t } from '#words/words.ts';

import styles from './ErrorBoundary.module.css';

interface ErrorBoundaryProps {
  /** The name of the landmark that the error takes the place of. */
  readonly label: string;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error: string | null;
}

/**
 * Keeps an error of one part of the screen from taking the others along. A class: React has no
 * other way to catch one.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override readonly state: ErrorBoundaryState = { error: null };

  static getDerivedStateFromError(this: void, error: unknown): ErrorBoundaryState {
    return { error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }

  override render(): ReactNode {
    const { label, children } = this.props;
    const { error } = this.state;
    if (error === null) return children;
    return (
      <section aria-label={label} className={styles.panel}>
        <div role="alert" className={styles.message}>
          <p className={styles.title}>
            <TriangleAlert size={16} aria-hidden="true" />
            {t('{{label}} stopped with an error', { label })}
          </p>
          <p className={styles.error}>{error}</p>
          <p>
            {t(
              'The schedule itself is safe. If it stops again, undo the last edit or reload the page.',
            )}
          </p>
          <Button
            onClick={() => {
              this.setState({ error: null });
            }}
          >
            {t('Show again')}
          </Button>
        </div>
      </section>
    );
  }
}
