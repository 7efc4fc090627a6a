import { spawnSync } from 'node:child_process';

/**
 * Runs a program, its output on ours. Says whether it ended well.
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} [env] added to our own environment
 */
export function run(program, args, env = {}) {
  const { status } = spawnSync(program, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return status === 0;
}

/**
 * Whether a program is there and ends well, in silence.
 * @param {string} program
 * @param {string[]} args
 */
export function succeeds(program, args) {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

/**
 * Runs a file of Node's.
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
export function runNode(args, env) {
  return run(process.execPath, args, env);
}

/**
 * Runs npm: the one that started us if there is one.
 * @param {string[]} args
 * @param {'stdout' | 'stderr'} output where what it prints goes
 */
export function runNpm(args, output) {
  const npm = process.env['npm_execpath'];
  const windows = process.platform === 'win32';
  /** @type {[string, string[], boolean]} */
  const [program, all, shell] =
    npm !== undefined && /\.[cm]?js$/.test(npm)
      ? [process.execPath, [npm, ...args], false]
      : [windows ? `npm ${args.join(' ')}` : 'npm', windows ? [] : args, windows];
  const { status } = spawnSync(program, all, {
    stdio: ['ignore', output === 'stdout' ? 'inherit' : 2, 'inherit'],
    shell,
  });
  return status === 0;
}
