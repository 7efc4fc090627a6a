import { ExternalLink, X } from 'lucide-react';
import { useEffect, useEffectEvent, type ReactNode } from 'react';

import { ErrorBoundary } from '#app/layout/ErrorBoundary.tsx';
import { TimelinePanel } from '#app/layout/TimelinePanel.tsx';
import { Transport } from '#app/transport/Transport.tsx';
import { CommandButton } from '#commands/CommandButton.tsx';
import { useProvideCommands } from '#commands/useCommands.ts';
import { Graph } from '#graph/Graph.tsx';
import { useSchedule } from '#store/useStudio.ts';
import { Button } from '#ui/Button.tsx';
import { listWords, t } from '#words/words.ts';

import { LazyMarkdown } from './LazyMarkdown.tsx';
import styles from './Presentation.module.css';
import { useSlides, type Slides } from './useSlides.ts';

interface PresentationProps {
  /** Ends it; null inside of another page, where it never ends. */
  readonly onLeave: (() => void) | null;
}

/** The schedule for an audience: graph, transport and timeline in large type, with its notes as slides. */
export function Presentation({ onLeave }: PresentationProps): ReactNode {
  const { name } = useSchedule();
  const slides = useSlides();
  const { all, index, show } = slides;
  useProvideCommands({
    nextSlide: { enabled: index < all.length - 1, run: () => show(index + 1) },
    previousSlide: { enabled: index > 0, run: () => show(index - 1) },
  });
  useLeaveByEscape(onLeave);
  return (
    <div className={styles.presentation} data-slides={all.length > 0}>
      <header className={styles.head}>
        <h1 className={styles.name}>{name}</h1>
        {all.length < 2 ? null : (
          <div className={styles.steps}>
            <CommandButton command="previousSlide" />
            <output className={styles.count}>
              {t('slide {{number}} of {{all}}', { number: index + 1, all: all.length })}
            </output>
            <CommandButton command="nextSlide" />
          </div>
        )}
        {onLeave === null ? (
          <OpenInStudio />
        ) : (
          <Button onClick={onLeave}>
            <X size={14} aria-hidden="true" />
            {t('End the presentation')}
          </Button>
        )}
      </header>
      <main className={styles.main}>
        <div className={styles.graph}>
          <ErrorBoundary label={t('Graph')}>
            <Graph presented />
          </ErrorBoundary>
        </div>
        <SlideText slides={slides} />
        <div className={styles.transport}>
          <ErrorBoundary label={t('Transport')}>
            <Transport />
          </ErrorBoundary>
        </div>
        <div className={styles.timeline}>
          <ErrorBoundary label={t('Timeline')}>
            <TimelinePanel />
          </ErrorBoundary>
        </div>
      </main>
    </div>
  );
}

function SlideText({ slides: { slide, unknown } }: { readonly slides: Slides }): ReactNode {
  if (slide === null) return null;
  return (
    <section aria-label={t('Slide')} className={styles.slide} aria-live="polite">
      <LazyMarkdown text={slide.text} />
      {unknown.length === 0 ? null : (
        <p className={styles.unknown} role="alert">
          {t('The slide names {{names}}, which no node is called: change its first line.', {
            names: listWords(unknown),
          })}
        </p>
      )}
    </section>
  );
}

/** The whole studio with the same schedule, in a page of its own. */
function OpenInStudio(): ReactNode {
  const { hash, pathname } = window.location;
  return (
    <a
      className={styles.open}
      href={`${pathname}${hash}`}
      target="_blank"
      rel="noopener noreferrer"
    >
      {t('Open in Reactor Studio')}
      <ExternalLink size={14} aria-hidden="true" />
    </a>
  );
}

/** Esc ends it, where nothing else takes that key. */
function useLeaveByEscape(onLeave: (() => void) | null): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    const { target } = event;
    if (target instanceof Element && target.closest('input, [role="dialog"], [role="menu"]'))
      return;
    onLeave?.();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => pressed(event);
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, []);
}
