import { installWithApt } from './installWithApt.mjs';
import { run, succeeds } from './run.mjs';

/**
 * Sees to it that a Python has pyflakes, which exported programs are checked with; without it those
 * checks are left out.
 * @param {string | undefined} python the one that has Twisted
 */
export function findPyflakes(python) {
  if (python === undefined || hasPyflakes(python)) return;
  console.log('Installing pyflakes …');
  if (python === '/usr/bin/python3') installWithApt(['python3-pyflakes']);
  else if (!run('uv', ['pip', 'install', '--python', python, 'pyflakes'])) {
    run(python, ['-m', 'pip', 'install', '--quiet', 'pyflakes']);
  }
  if (hasPyflakes(python)) return;
  console.warn(
    '\n*** No pyflakes: exported programs are compiled, but not checked for loose ends. ***\n' +
      '*** Install pyflakes for the Python that has Twisted to check them.             ***\n',
  );
}

/** @param {string} python */
function hasPyflakes(python) {
  return succeeds(python, ['-c', 'import pyflakes.api']);
}
