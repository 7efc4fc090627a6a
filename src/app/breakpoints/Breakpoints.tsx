import { Plus } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';

import { addBreakpoint, changeBreakpoint, removeBreakpoints } from '#schedule/breakpointEdits.ts';
import type { Breakpoint } from '#schedule/schema.ts';
import { knownUntil } from '#store/knownUntil.ts';
import {
  useBreakpointHits,
  useBreakpoints,
  useBreakpointStop,
  useRun,
  useStudio,
} from '#store/useStudio.ts';
import { IconButton } from '#ui/Button.tsx';
import { Panel } from '#ui/Panel.tsx';
import { t } from '#words/words.ts';

import { draftOf, newDraft } from './breakpointDraft.ts';
import { BreakpointForm } from './BreakpointForm.tsx';
import { BreakpointRow } from './BreakpointRow.tsx';
import styles from './Breakpoints.module.css';
import { BREAKPOINTS_ID } from './breakpointsId.ts';
import { useBreakpointContext } from './useBreakpointContext.ts';

interface BreakpointsProps {
  /** Whether it stands below a tab, which has its name. */
  readonly tabbed?: boolean;
}

/** Where playing stops: the list of breakpoints, with how often each is hit in the present run. */
export function Breakpoints({ tabbed = false }: BreakpointsProps): ReactNode {
  const studio = useStudio();
  const breakpoints = useBreakpoints();
  const stop = useBreakpointStop();
  const { counts } = useBreakpointHits();
  const reached = knownUntil(useRun());
  const contextNow = useBreakpointContext();
  // A breakpoint has no other name than its number.
  const rows = breakpoints.map((breakpoint, index) => ({ breakpoint, index, key: String(index) }));
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<number | 'new' | null>(null);

  /** Closes the form; the focus goes back to where it was opened. */
  const close = (): void => {
    const opener = open === 'new' ? '[data-edit="new"]' : `[data-edit="${open}"]`;
    setOpen(null);
    requestAnimationFrame(() => {
      const panel = list.current?.closest('section');
      panel?.querySelector<HTMLElement>(opener)?.focus();
    });
  };
  const remove = (index: number): void => {
    studio.edit(removeBreakpoints([index]));
    list.current?.focus();
  };

  const heading = (
    <>
      <span className={styles.title}>{tabbed ? null : t('Breakpoints')}</span>
      <IconButton
        look="plain"
        label={t('Add a breakpoint')}
        data-edit="new"
        onClick={() => {
          setOpen('new');
        }}
      >
        <Plus size={16} aria-hidden="true" />
      </IconButton>
    </>
  );
  return (
    <Panel label={t('Breakpoints')} heading={heading}>
      <div ref={list} id={BREAKPOINTS_ID} className={styles.place} tabIndex={-1}>
        {open === 'new' ? (
          <BreakpointForm
            label={t('New breakpoint')}
            draft={newDraft(contextNow())}
            enabled
            verb={t('Add')}
            onDone={(breakpoint) => {
              const problems = studio.edit(addBreakpoint(breakpoint));
              if (problems.length === 0) close();
              return problems;
            }}
            onCancel={close}
          />
        ) : null}
        {breakpoints.length === 0 && open !== 'new' ? (
          <p className={styles.none}>
            {t(
              'None. Playing stops where a breakpoint is hit: at a failure, an event, a time, a late call, a value or a text.',
            )}
          </p>
        ) : null}
        <ul className={styles.list} aria-label={t('Breakpoints of the schedule')}>
          {rows.map(({ breakpoint, index, key }) =>
            open === index ? (
              <li key={key}>
                <BreakpointForm
                  label={t('Breakpoint {{index}}', { index: index + 1 })}
                  draft={draftOf(breakpoint, contextNow())}
                  enabled={breakpoint.enabled}
                  verb={t('Change')}
                  onDone={(changed) => {
                    const problems = studio.edit(changeBreakpoint(index, changed));
                    if (problems.length === 0) close();
                    return problems;
                  }}
                  onCancel={close}
                />
              </li>
            ) : (
              <BreakpointRow
                key={key}
                index={index}
                breakpoint={breakpoint}
                hits={hitWords(breakpoint, counts[index] ?? 0, reached)}
                stopped={stop?.found === 'hit' && stop.index === index}
                onEdit={() => {
                  setOpen(index);
                }}
                onDelete={() => {
                  remove(index);
                }}
              />
            ),
          )}
        </ul>
      </div>
    </Panel>
  );
}

/** How often a breakpoint is hit in what is simulated. */
function hitWords(breakpoint: Breakpoint, count: number, reached: number): string {
  const isTime = breakpoint.on === 'time' && breakpoint.node === undefined;
  const hits = isTime ? Number(breakpoint.time <= reached) : count;
  if (hits === 0) return t('no hit');
  return t('{{count}} hits', { count: hits });
}
