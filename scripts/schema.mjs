/** `npm run schema`: writes the JSON Schema of the document format, which the site publishes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

import { installPackages } from './lib/installPackages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
installPackages();

/** @typedef {{ SCHEMA_FILE: string, scheduleJsonSchema: () => object }} SchemaModule */

/** @type {{ module: SchemaModule }} */
const { module } = await runnerImport('/src/schedule/jsonSchema.ts', { root, configFile: false });
const folder = 'public/schema';
mkdirSync(folder, { recursive: true });
writeFileSync(
  `${folder}/${module.SCHEMA_FILE}`,
  `${JSON.stringify(module.scheduleJsonSchema(), null, 2)}\n`,
);
console.log(`${folder}/${module.SCHEMA_FILE} is written.`);
