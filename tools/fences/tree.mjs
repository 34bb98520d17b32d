// The files a fence looks at, read and parsed once.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';

const SKIPPED = new Set(['node_modules', 'dist', 'data', 'test-output', '.git']);

function walk(folder, root, files) {
  if (!existsSync(folder)) return files;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (SKIPPED.has(entry.name)) continue;
    const at = join(folder, entry.name);
    if (entry.isDirectory()) walk(at, root, files);
    else files.push(relative(root, at).split(sep).join('/'));
  }
  return files;
}

/** All files below libs, apps, test, migrations, bench and tools, as paths from the root. */
export function readTree(root) {
  const folders = ['libs', 'apps', 'test', 'migrations', 'bench', 'tools'];
  const files = folders.flatMap((folder) => walk(join(root, folder), root, []));
  const texts = new Map();
  const parsed = new Map();
  const text = (path) => {
    if (!texts.has(path)) texts.set(path, readFileSync(join(root, path), 'utf8'));
    return texts.get(path);
  };
  const source = (path) => {
    if (!parsed.has(path)) {
      const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
      parsed.set(path, ts.createSourceFile(path, text(path), ts.ScriptTarget.ES2022, true, kind));
    }
    return parsed.get(path);
  };
  return { root, files, text, source };
}

export const isTest = (path) =>
  /\.(db-|e2e-)?spec\.tsx?$/.test(path) || path.startsWith('test/') || path.startsWith('bench/');
export const isTypeScript = (path) => /\.tsx?$/.test(path) && !/\.(gen|d)\.ts$/.test(path);
export const isServer = (path) => /^(libs|apps\/(api|worker|cli))\//.test(path);

/** Calls `see` for every node below `node`, parents first. */
export function visit(node, see) {
  see(node);
  node.forEachChild((child) => visit(child, see));
}

export function lineOf(source, node) {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}
