import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { AddressInfo } from 'node:net';

import { chromium, type Browser } from '@playwright/test';

import type { Engine } from '../engine.ts';
import type { Part } from '../runRound.ts';
import type { AskWorker } from './askWorker.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
};

/** Contenders in workers of Chromium, a page of its own for each. */
export class ChromiumEngines {
  #browser: Browser | null = null;
  #server: Server | null = null;

  /** Null where no Chromium starts. */
  async start(part: Part): Promise<Engine | null> {
    this.#server ??= await serveBuiltPage();
    this.#browser ??= await launch();
    if (this.#browser === null) return null;
    // A context of its own is a process of its own.
    const context = await this.#browser.newContext();
    const page = await context.newPage();
    const { port } = this.#server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/`);
    return {
      round: () =>
        page.evaluate(
          (asked) => (globalThis as unknown as { askWorker: AskWorker }).askWorker(asked),
          part,
        ),
      end: () => context.close(),
    };
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
