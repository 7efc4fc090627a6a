import { run, succeeds } from './run.mjs';

/**
 * Installs Debian packages where we may: as root, with apt-get. Never asks for more rights.
 * @param {string[]} packages
 */
export function installWithApt(packages) {
  if (process.getuid?.() !== 0 || !succeeds('apt-get', ['--version'])) return false;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], env);
  return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], env);
}
