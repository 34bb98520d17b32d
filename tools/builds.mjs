import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { Refusal, root, runNode } from './steps.mjs';

const dist = join(root, 'dist');
const office = join(root, 'apps/office');

// A build goes into a folder of its own and is renamed whole; its stamp is written last. A kill at
// any moment leaves the old build or one without a stamp, which the next start builds again.
const server = {
  sources: ['apps/api', 'apps/worker', 'apps/cli', 'libs', 'nest-cli.json', 'tsconfig.json'],
  parts: ['apps', 'libs'],
  stamp: join(dist, '.server-stamp'),
};
const web = { sources: ['apps/office'], parts: ['office'], stamp: join(dist, '.office-stamp') };

export const isServerCurrent = () => isCurrent(server);
/** Where there is no web app there is nothing to build. */
export const isWebCurrent = () => !existsSync(join(office, 'index.html')) || isCurrent(web);

/** Compiles api, worker, cli and the libs into dist. */
export function buildServer() {
  return buildInto(server, async (draft) => {
    const config = join(draft, 'tsconfig.json');
    writeFileSync(
      config,
      JSON.stringify({
        extends: join(root, 'tsconfig.build.json'),
        compilerOptions: { outDir: draft },
      }),
    );
    const nest = join(root, 'node_modules/@nestjs/cli/bin/nest.js');
    const outcome = await runNode(nest, ['build', 'api', '--path', relative(root, config)]);
    copyAssets(draft);
    return outcome;
  });
}

/** Builds the office web app into dist/office. */
export function buildWeb() {
  return buildInto(web, (draft) => {
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const outDir = join(draft, 'office');
    return runNode(vite, ['build', office, '--outDir', outDir, '--emptyOutDir', '--logLevel=warn']);
  });
}

async function buildInto({ sources, parts, stamp }, compile) {
  removeForgottenDrafts();
  const fingerprint = fingerprintOf(sources);
  const draft = join(root, 'node_modules/.cache/build', String(process.pid), parts[0]);
  mkdirSync(draft, { recursive: true });
  const { code, output } = await compile(draft);
  if (code !== 0) {
    process.stderr.write(`\n${output}\n`);
    throw new Refusal('the build failed (its own words stand above)');
  }
  mkdirSync(dist, { recursive: true });
  rmSync(stamp, { force: true });
  for (const part of parts) {
    rmSync(join(dist, part), { recursive: true, force: true });
    renameSync(join(draft, part), join(dist, part));
  }
  writeFileSync(stamp, fingerprint);
  rmSync(dirname(draft), { recursive: true, force: true });
}

// Only one build runs at a time (ensure.mjs), so that any other draft is a killed one's.
function removeForgottenDrafts() {
  rmSync(join(root, 'node_modules/.cache/build'), { recursive: true, force: true });
}

function isCurrent({ sources, stamp }) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprintOf(sources);
}

// What the compiler leaves lying: files that the code reads from beside itself.
function copyAssets(draft) {
  for (const file of server.sources.flatMap((source) => filesUnder(join(root, source)))) {
    const path = relative(root, file);
    if (!path.includes('/src/') || ['.ts', '.js', '.map'].includes(extname(path))) continue;
    cpSync(file, join(draft, path));
  }
}

/** Names, sizes and times of change of the sources: any edit, checkout or removal changes it. */
function fingerprintOf(sources) {
  const hash = createHash('sha256').update(process.versions.node);
  const roots = [...sources, 'package-lock.json', 'tsconfig.build.json'];
  for (const file of roots.flatMap((source) => filesUnder(join(root, source)))) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

const IS_TEST = /\.(db-|e2e-)?spec\.tsx?$/;

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !IS_TEST.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
