import { useLayoutEffect, useRef, type ReactNode } from 'react';

import type { CssPixels } from '#base/units.ts';

import { copyOf } from './copyOf.ts';

interface CopiedProps {
  readonly className: string | undefined;
  /** What is copied, as a selector. */
  readonly part: string;
  /** The place that the copy is moved to, and its size, in its own pixels; as it is where none is given. */
  readonly area?: Area | null;
}

/** A rectangle of a part of the page. */
export interface Area {
  readonly x: CssPixels;
  readonly y: CssPixels;
  readonly width: CssPixels;
  readonly height: CssPixels;
}

/** The width of a printed page between its margins. */
const PAGE: CssPixels = 680;

/** A copy of a part of the page, as wide as paper. */
export function Copied({ className, part, area = null }: CopiedProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const source = document.querySelector<HTMLElement>(part);
    const holder = place.current;
    if (source === null || holder === null) return;
    const copy = copyOf(source);
    const { width, height } = area ?? source.getBoundingClientRect();
    const scale = Math.min(1, PAGE / Math.max(1, width));
    const { x, y } = area ?? { x: 0, y: 0 };
    copy.style.position = 'relative';
    copy.style.transformOrigin = '0 0';
    copy.style.transform = `scale(${scale}) translate(${-x}px, ${-y}px)`;
    if (area === null) {
      copy.style.width = `${width}px`;
      copy.style.height = `${height}px`;
    }
    holder.style.height = `${height * scale}px`;
    holder.replaceChildren(copy);
  }, [part, area]);
  return <div ref={place} className={className} aria-hidden="true" />;
}
