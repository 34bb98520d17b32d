// Sees to it that what is about to run is installed and built. Uses nothing but Node itself, since
// it runs before `npm ci`. When all is current it costs a few milliseconds.
import { buildServer, buildWeb, isServerCurrent, isWebCurrent } from './builds.mjs';
import { install, isInstalled } from './install.mjs';
import { alone } from './lock.mjs';
import { Refusal, root, step } from './steps.mjs';

const OLDEST_NODE = [20, 19];

/** @throws {Refusal} on a Node that cannot run the program */
export function ensureNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  const [oldMajor, oldMinor] = OLDEST_NODE;
  if (major > oldMajor || (major === oldMajor && minor >= oldMinor)) return;
  throw new Refusal(
    `needs Node ${OLDEST_NODE.join('.')} or newer, and this is ${version} (${process.execPath})`,
  );
}

/** Runs `npm ci` where node_modules is missing or another lock file's. */
export async function ensureInstalled(out = process.stdout) {
  if (isInstalled()) return;
  await inTurn(out, async () => {
    if (!isInstalled()) await step(out, 'installing dependencies (npm ci)', install);
  });
}

/** Builds the server, and the web app unless only the server is asked for, where sources changed. */
export async function ensureBuilt(out = process.stdout, { web = true } = {}) {
  const isCurrent = () => isServerCurrent() && (!web || isWebCurrent());
  if (isCurrent()) return;
  await inTurn(out, async () => {
    if (!isServerCurrent()) await step(out, 'building the server', buildServer);
    if (web && !isWebCurrent()) await step(out, 'building the office web app', buildWeb);
  });
}

/**
 * Everything before a program of dist/ may be loaded.
 * @param {{ quiet?: boolean }} [options] quiet: for commands, whose stdout belongs to their answer
 *   and which serve no web pages
 */
export async function ensureReady({ quiet = false } = {}) {
  const out = quiet ? process.stderr : process.stdout;
  ensureNode();
  await ensureInstalled(out);
  await ensureBuilt(out, { web: !quiet });
}

function inTurn(out, work) {
  return alone(root, work, () => out.write('waiting for another install or build to end\n'));
}
