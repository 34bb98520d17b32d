// npm run dev: the api, built and started again at each change of the server's sources, and the
// office web app from Vite (http://127.0.0.1:5173/app/), which reloads itself and passes /api on.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, ensureNode } from './ensure.mjs';
import { finish } from './finish.mjs';
import { Refusal, root } from './steps.mjs';

const WATCHED = ['apps/api', 'apps/worker', 'apps/cli', 'libs'];
const SETTLE_MS = 200;

const start = (script, ...args) =>
  spawn(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit' });

await finish(async () => {
  ensureNode();
  await ensureInstalled();
  await ensureBuilt(process.stdout, { web: false });
  const vite = start('node_modules/vite/bin/vite.js', 'apps/office', '--clearScreen=false');
  let api = start('dist/apps/api/src/main.js');
  const stop = async (child) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  for await (const _ of changes()) {
    await stop(api);
    if (await isBuilt()) api = start('dist/apps/api/src/main.js');
  }
  await Promise.all([stop(api), stop(vite)]);
});

// A mistake in the sources is shown and waits for the next change.
async function isBuilt() {
  try {
    await ensureBuilt(process.stdout, { web: false });
    return true;
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    console.error(fault.message);
    return false;
  }
}

/** Yields after each burst of changes, until Ctrl-C. */
async function* changes() {
  let wake = () => undefined;
  let isOver = false;
  let timer;
  const touched = () => {
    clearTimeout(timer);
    timer = setTimeout(() => wake(), SETTLE_MS);
  };
  const watchers = WATCHED.map((at) => watch(join(root, at), { recursive: true }, touched));
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => {
      isOver = true;
      wake();
    });
  while (!isOver) {
    await new Promise((done) => {
      wake = done;
    });
    if (!isOver) yield;
  }
  for (const watcher of watchers) watcher.close();
}
