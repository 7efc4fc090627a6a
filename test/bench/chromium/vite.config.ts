import { defineConfig } from 'vite';

/** Builds the benchmark's page and its worker, as the app is built. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  worker: { format: 'es' },
  build: { outDir: '../../../.test-output/bench/page', emptyOutDir: true, target: 'es2023' },
});
