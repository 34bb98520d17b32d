import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, step } from './steps.mjs';

/** Programs the tests want that npm does not bring. */
export const WANTED = [
  {
    variable: 'CHROMIUM_BIN',
    names: ['chromium', 'chromium-browser', 'google-chrome'],
    aptPackage: 'chromium',
    tier: 'browser',
  },
  {
    variable: 'REDIS_BIN',
    names: ['redis-server', 'valkey-server'],
    aptPackage: 'redis-server',
    tier: 'Bull',
  },
  {
    variable: 'PDFTOPPM_BIN',
    names: ['pdftoppm'],
    aptPackage: 'poppler-utils',
    tier: 'printed papers',
  },
];

/**
 * Finds the wanted programs, installing the missing ones where the package manager may.
 * @returns {Promise<{ env: Record<string, string>, missing: string[] }>} where they are, by the
 *   variable the tests read; and a sentence for each that is not to be had
 */
export async function findTools(out = process.stdout) {
  const env = {};
  const missing = [];
  for (const wanted of WANTED) {
    const path = find(wanted) ?? (await installWithApt(wanted, out));
    if (path) env[wanted.variable] = path;
    else missing.push(sentenceFor(wanted));
  }
  return { env, missing };
}

function find({ variable, names }) {
  if (process.env[variable]) return process.env[variable];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

async function installWithApt(wanted, out) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  await step(out, `installing ${wanted.aptPackage} (apt-get)`, async () => {
    // The package lists are fetched only when the ones at hand do not do.
    if ((await aptInstall(wanted.aptPackage)).code === 0) return;
    await run('/usr/bin/apt-get', ['update', '-q'], { limitS: 180 });
    const { code, output } = await aptInstall(wanted.aptPackage);
    if (code !== 0) out.write(`\n${output.slice(-2000)}\n`);
  });
  return find(wanted);
}

function aptInstall(name) {
  // A machine's service manager must not start a Redis of its own.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const args = ['install', '-y', '-q', '--no-install-recommends', name];
  return run('/usr/bin/apt-get', args, { env, limitS: 300 });
}

function sentenceFor({ names, aptPackage, variable, tier }) {
  return (
    `the ${tier} tier is left out: there is no ${names[0]}, and it may not be installed here; ` +
    `install the package ${aptPackage}, or name the program in ${variable}`
  );
}
