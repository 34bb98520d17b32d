// npm start: installs and builds what is missing, then becomes the program. It loads it into this
// very process: whatever ends the one ends the other, and a signal arrives where it is handled.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureReady } from './ensure.mjs';
import { finish } from './finish.mjs';
import { root } from './steps.mjs';

await finish(async () => {
  process.chdir(root);
  await ensureReady();
  if (process.env.npm_lifecycle_event === 'start') endWithNpm();
  await import(pathToFileURL(join(root, 'dist/apps/api/src/main.js')).href);
});

// npm passes signals on, but a killed npm can not: the program would live on with nobody's terminal.
function endWithNpm() {
  const npm = grandparent();
  const watch = setInterval(() => {
    if (grandparent() === npm) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}

// npm runs us in a shell. Where there is no /proc the shell itself has to do.
function grandparent() {
  try {
    const status = readFileSync(`/proc/${process.ppid}/status`, 'utf8');
    return /^PPid:\s*(\d+)$/m.exec(status)?.[1];
  } catch {
    return process.ppid;
  }
}
