import { existsSync } from 'node:fs';
import { installWithApt } from './installWithApt.mjs';
import { run, succeeds } from './run.mjs';

const WINDOWS = process.platform === 'win32';
const VENV_PYTHON = WINDOWS ? '.venv/Scripts/python.exe' : '.venv/bin/python';

/**
 * The environment that tells the conformance tests which Python has Twisted; empty if none can be had,
 * and then they compare with the recorded runs alone.
 * @returns {Record<string, string>}
 */
export function findTwisted() {
  const python = firstWithTwisted() ?? installTwisted();
  if (python !== null) return { TWISTED_PYTHON: python };
  console.warn(
    '\n*** No Python with Twisted: the conformance tests against the real Twisted are SKIPPED. ***\n' +
      '*** Install Twisted and name its Python in TWISTED_PYTHON to run them.                 ***\n',
  );
  return {};
}

function firstWithTwisted() {
  const candidates = [process.env['TWISTED_PYTHON'], VENV_PYTHON, '/usr/bin/python3', 'python3'];
  return candidates.find((python) => python !== undefined && hasTwisted(python)) ?? null;
}

function installTwisted() {
  console.log('Installing Twisted …');
  if (installWithApt(['python3-twisted']) && hasTwisted('/usr/bin/python3')) {
    return '/usr/bin/python3';
  }
  if (!existsSync(VENV_PYTHON) && !makeVenv()) return null;
  const installed =
    run('uv', ['pip', 'install', '--python', VENV_PYTHON, 'twisted']) ||
    run(VENV_PYTHON, ['-m', 'pip', 'install', '--quiet', 'twisted']);
  return installed && hasTwisted(VENV_PYTHON) ? VENV_PYTHON : null;
}

function makeVenv() {
  const python = WINDOWS ? 'python' : 'python3';
  return run('uv', ['venv', '.venv']) || run(python, ['-m', 'venv', '.venv']);
}

/** @param {string} python */
function hasTwisted(python) {
  return succeeds(python, ['-c', 'import twisted.internet.task']);
}
