import { Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

import type { CssPixels } from '#base/units.ts';
import type { Severity } from '#lint/finding.ts';
import { ToneMark } from '#ui/ToneMark.tsx';

import styles from './SeverityMark.module.css';

interface SeverityMarkProps {
  readonly severity: Severity;
  readonly size?: CssPixels;
}

/** The shape and the colour of a severity; the word is for those who do not see them. */
export function SeverityMark({ severity, size = 12 }: SeverityMarkProps): ReactNode {
  return (
    <span className={styles.mark} data-severity={severity} style={{ width: size }}>
      {severity === 'error' ? (
        <ToneMark tone="failure" />
      ) : severity === 'warning' ? (
        <TriangleAlert size={size} aria-hidden="true" />
      ) : (
        <Info size={size} aria-hidden="true" />
      )}
    </span>
  );
}
