import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { AddressInfo } from 'node:net';

import { chromium, type Browser, type Page } from '@playwright/test';

import type { Engine } from '../engine.ts';
import type { Part } from '../runRound.ts';
import type { Measure } from '../workload.ts';
import type { AskWorker } from './askWorker.ts';
import { pageEngine } from './pageEngine.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Contenders in workers or pages of Chromium, a page of its own for each. */
export class ChromiumEngines {
  #browser: Browser | null = null;
  #server: Server | null = null;

  /** A contender in a worker. Null where no Chromium starts. */
  async start(part: Part): Promise<Engine | null> {
    const page = await this.#open('');
    if (page === null) return null;
    return {
      round: () =>
        page.evaluate(
          (asked) => (globalThis as unknown as { askWorker: AskWorker }).askWorker(asked),
          part,
        ),
      end: () => page.context().close(),
    };
  }

  /** A task on the page itself. Null where no Chromium starts. */
  async startPage(task: string, scale: number, measures: Measure): Promise<Engine | null> {
    const page = await this.#open('tasks.html');
    return page === null ? null : pageEngine(page, { task, scale }, measures);
  }

  async #open(path: string): Promise<Page | null> {
    this.#server ??= await serveBuiltPage();
    this.#browser ??= await launch();
    if (this.#browser === null) return null;
    // A context of its own is a process of its own.
    const context = await this.#browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const { port } = this.#server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/${path}`);
    return page;
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    this.#server?.close();
  }
}

async function launch(): Promise<Browser | null> {
  const executablePath = process.env['CHROMIUM_PATH'];
  try {
    return await chromium.launch({
      args: ['--disable-quic', '--js-flags=--expose-gc'],
      ...(executablePath === undefined ? {} : { executablePath }),
    });
  } catch (error) {
    console.error(`Chromium does not start, so it is left out: ${String(error)}`);
    return null;
  }
}

/** A page from a file may start no module workers. */
async function serveBuiltPage(): Promise<Server> {
  const root = new URL('./page/', import.meta.url);
  const server = createServer((request, response) => {
    const path = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1);
    readFile(new URL(path, root)).then(
      (content) => {
        const type = TYPES[extname(path)] ?? 'application/octet-stream';
        response.writeHead(200, { 'Content-Type': type }).end(content);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}
