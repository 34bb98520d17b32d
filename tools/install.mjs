import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal, root, run } from './steps.mjs';

const modules = join(root, 'node_modules');
// Written last, into the folder that `npm ci` begins by deleting: a broken install has none.
const stamp = join(modules, '.cho40-installed');
const lockFile = join(root, 'package-lock.json');

/** Whether node_modules is what package-lock.json asks for on this machine. */
export function isInstalled() {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true;
  if (!isInstalledByHand()) return false;
  writeFileSync(stamp, wanted);
  return true;
}

/** @throws {Refusal} when npm fails, with what it said printed before */
export async function install() {
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const isScript = npm !== undefined && /\.c?js$/.test(npm);
  const { code, output } = isScript
    ? await run(process.execPath, [npm, ...args])
    : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
  if (code === 0) return writeFileSync(stamp, fingerprint());
  process.stderr.write(`\n${output}\n`);
  throw new Refusal('npm ci failed (its own words stand above); is the npm registry reachable?');
}

function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(lockFile));
  return hash.update(`${process.platform} ${process.arch}`).digest('hex');
}

// npm keeps a list of what it installed; somebody who ran `npm ci` need not wait for it again.
function isInstalledByHand() {
  const hiddenLock = join(modules, '.package-lock.json');
  if (!existsSync(hiddenLock)) return false;
  const installed = packagesOf(hiddenLock);
  return Object.entries(packagesOf(lockFile)).every(([path, wanted]) => {
    const isAway = path === '' || (wanted.optional && !installed[path]);
    return isAway || installed[path]?.version === wanted.version;
  });
}

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
