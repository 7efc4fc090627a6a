import { lstatSync, readFileSync, unlinkSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { runNpm } from './run.mjs';

/** Ends the process with clear words if this Node is too old. */
export function checkNodeVersion() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `Reactor Studio needs Node 20.19 or newer; this is Node ${process.versions.node}.\n` +
      'Get a newer one from https://nodejs.org, then run the command again.',
  );
  process.exit(1);
}

/**
 * Installs what package-lock.json names, unless node_modules holds just that already.
 * @param {{ output?: 'stdout' | 'stderr' }} [options] where it says so
 */
export function installPackages({ output = 'stdout' } = {}) {
  if (isInstalled()) return;
  process[output].write('Installing packages …\n');
  // npm would empty the folder that a link leads to.
  const folder = lstatSync('node_modules', { throwIfNoEntry: false });
  if (folder?.isSymbolicLink() === true) unlinkSync('node_modules');
  // Also where NODE_ENV says production: building needs the development packages.
  if (runNpm(['ci', '--include=dev', '--no-audit', '--no-fund'], output)) return;
  console.error(
    'The packages could not be installed: see above. Is the package registry within reach?',
  );
  process.exit(1);
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages
 */

/** npm writes down in node_modules what it installed, without what this platform has no need of. */
function isInstalled() {
  const wanted = readLock('package-lock.json');
  const present = readLock('node_modules/.package-lock.json');
  if (wanted === null || present === null) return false;
  const stale = Object.keys(present).some((path) => wanted[path] === undefined);
  const complete = Object.entries(wanted).every(([path, locked]) => {
    const installed = present[path];
    if (path === '') return true;
    if (installed === undefined) return locked.optional === true;
    return isDeepStrictEqual(
      [installed.version, installed.integrity],
      [locked.version, locked.integrity],
    );
  });
  return complete && !stale;
}

/**
 * @param {string} path
 * @returns {LockedPackages | null}
 */
function readLock(path) {
  try {
    /** @type {{ packages: LockedPackages }} */
    const lock = JSON.parse(readFileSync(path, 'utf8'));
    return lock.packages;
  } catch {
    return null;
  }
}
