import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

/** Bundles the benchmark for Node, as a build bundles the app: minified, so that names may be lost. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: '.test-output/bench',
    emptyOutDir: true,
    minify: true,
    rollupOptions: {
      input: ['test/bench/main.ts', 'test/bench/contenderProcess.ts'],
      external: builtinModules.flatMap((name) => [name, `node:${name}`]),
    },
  },
  ssr: { noExternal: true, external: ['@playwright/test'] },
});
