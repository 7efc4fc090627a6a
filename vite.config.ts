import react from '@vitejs/plugin-react';
import { configDefaults, defineConfig } from 'vitest/config';

import packageJson from './package.json' with { type: 'json' };

// Workers obey the policy of their own response, so every response carries it.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

export default defineConfig({
  // Relative addresses: the built files work below any path.
  base: './',
  // There is one page: any other address that names no file is a 404.
  appType: 'mpa',
  plugins: [react({ compiler: true })],
  worker: { format: 'es' },
  build: { target: 'es2023', chunkSizeWarningLimit: 1000 },
  environments: {
    // The command line, for Node: one file that needs no packages.
    cli: {
      consumer: 'server',
      define: { PACKAGE_VERSION: JSON.stringify(packageJson.version) },
      resolve: { noExternal: true },
      build: {
        outDir: 'dist-cli',
        emptyOutDir: true,
        copyPublicDir: false,
        minify: false,
        rollupOptions: {
          input: { 'reactor-studio': 'src/cli/main.ts' },
          output: { entryFileNames: '[name].js', codeSplitting: false },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) {
        if (environment.name !== 'ssr') await builder.build(environment);
      }
    },
  },
  server: { host: '127.0.0.1' },
  preview: {
    host: '127.0.0.1',
    port: 4173,
    strictPort: true,
    headers: {
      'Content-Security-Policy': contentSecurityPolicy,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, 'test/**/*.dom.test.ts'],
          // A busy machine is slow, and no test may fail for that.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['test/**/*.test.tsx', 'test/**/*.dom.test.ts'],
          setupFiles: ['test/setup/dom.ts'],
          testTimeout: 30_000,
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.{ts,tsx}'],
      exclude: ['src/main.tsx'],
      reportsDirectory: '.test-output/coverage',
    },
  },
});
