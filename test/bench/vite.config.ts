import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

/** Bundles the benchmark for Node, as a build bundles the app: minified, so that names may be lost. */
export default defineConfig({
  build: {
    ssr: 'test/bench/main.ts',
    outDir: '.test-output/bench',
    emptyOutDir: true,
    minify: true,
    rollupOptions: { external: builtinModules.flatMap((name) => [name, `node:${name}`]) },
  },
  ssr: { noExternal: true },
});
