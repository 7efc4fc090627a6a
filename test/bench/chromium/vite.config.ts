import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the benchmark's pages and their workers, as the app is built. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [react({ compiler: true })],
  worker: { format: 'es' },
  build: {
    outDir: '../../../.test-output/bench/page',
    emptyOutDir: true,
    target: 'es2023',
    rollupOptions: {
      input: ['index.html', 'tasks.html'].map((name) => `${import.meta.dirname}/${name}`),
    },
  },
});
