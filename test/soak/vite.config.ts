import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

/** Bundles the soak for Node. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: '.test-output/soak',
    emptyOutDir: true,
    rollupOptions: {
      input: ['test/soak/main.ts'],
      external: builtinModules.flatMap((name) => [name, `node:${name}`]),
    },
  },
  ssr: { noExternal: true },
});
