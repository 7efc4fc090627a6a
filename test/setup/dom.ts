/** What happy-dom lacks and React Flow, Radix and the canvas views need. Loaded before every DOM test. */
import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import { drawingContextStub } from './drawingContextStub.ts';

afterEach(cleanup);

// What is looked for comes later on a busy machine, and no test may fail for that.
configure({ asyncUtilTimeout: 10_000 });

const WIDTH = 800;
const HEIGHT = 600;

/** Says once, soon, that the element has its size: React Flow shows nothing before that. */
class ResizeObserverStub implements ResizeObserver {
  readonly #callback: ResizeObserverCallback;
  readonly #watched = new Set<Element>();

  constructor(callback: ResizeObserverCallback) {
    this.#callback = callback;
  }

  observe(target: Element): void {
    this.#watched.add(target);
    queueMicrotask(() => {
      if (!this.#watched.has(target)) return;
      const size = [{ inlineSize: WIDTH, blockSize: HEIGHT }];
      const entry: ResizeObserverEntry = {
        target,
        contentRect: new DOMRect(0, 0, WIDTH, HEIGHT),
        borderBoxSize: size,
        contentBoxSize: size,
        devicePixelContentBoxSize: size,
      };
      this.#callback([entry], this);
    });
  }

  unobserve(target: Element): void {
    this.#watched.delete(target);
  }

  disconnect(): void {
    this.#watched.clear();
  }
}

/** React Flow asks only for the zoom of a CSS transform. */
class DOMMatrixReadOnlyStub {
  readonly m22: number;

  constructor(transform?: string) {
    const scale = /scale\(([\d.]+)\)/.exec(transform ?? '')?.[1];
    this.m22 = scale === undefined ? 1 : Number(scale);
  }
}

function matchMediaStub(media: string): MediaQueryList {
  const query = new EventTarget();
  return Object.assign(query, {
    matches: false,
    media,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });
}

function define(owner: object, name: string, descriptor: PropertyDescriptor): void {
  Object.defineProperty(owner, name, { configurable: true, ...descriptor });
}

define(globalThis, 'ResizeObserver', { writable: true, value: ResizeObserverStub });
define(globalThis, 'DOMMatrixReadOnly', { writable: true, value: DOMMatrixReadOnlyStub });
define(window, 'matchMedia', { writable: true, value: matchMediaStub });
define(HTMLElement.prototype, 'offsetWidth', { get: () => WIDTH });
define(HTMLElement.prototype, 'offsetHeight', { get: () => HEIGHT });
define(SVGElement.prototype, 'getBBox', { value: () => new DOMRect(0, 0, 0, 0) });
define(Element.prototype, 'scrollIntoView', { value: () => undefined });
define(Element.prototype, 'hasPointerCapture', { value: () => false });
define(Element.prototype, 'setPointerCapture', { value: () => undefined });
define(Element.prototype, 'releasePointerCapture', { value: () => undefined });
define(HTMLCanvasElement.prototype, 'getContext', {
  value(this: HTMLCanvasElement, kind: string) {
    return kind === '2d' ? drawingContextStub(this) : null;
  },
});
