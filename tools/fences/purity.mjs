// The kernel and every domain/ compile without Node's types and without a DOM: no clock, no console,
// no Buffer. And none of them awaits.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { isTest, lineOf, visit } from './tree.mjs';

const isPure = (path) =>
  /^libs\/(kernel\/src\/|[^/]+\/src\/domain\/).*\.ts$/.test(path) && !isTest(path);

function compile(root) {
  const project = join(root, 'tsconfig.pure.json');
  const tsc = join(root, 'node_modules/typescript7/bin/tsc');
  if (!existsSync(project))
    return [{ file: 'tsconfig.pure.json', rule: 'pure-compile', reason: 'is missing' }];
  const ran = spawnSync(process.execPath, [tsc, '-p', project, '--pretty', 'false'], {
    cwd: root,
    encoding: 'utf8',
  });
  const lines = (ran.stdout ?? '').split('\n').filter((line) => /error TS/.test(line));
  if (ran.status !== 0 && lines.length === 0)
    return [
      { file: 'tsconfig.pure.json', rule: 'pure-compile', reason: ran.stderr || 'tsc failed' },
    ];
  return lines.map((line) => {
    const [, file = line, at, why] = /^(.+?)\((\d+),\d+\): error (.+)$/.exec(line) ?? [];
    return { file, line: Number(at), rule: 'pure-compile', reason: why ?? line };
  });
}

export function purityFence(tree) {
  const files = tree.files.filter(isPure);
  const offences = compile(tree.root);
  for (const path of files) {
    const source = tree.source(path);
    visit(source, (node) => {
      const awaits = ts.isAwaitExpression(node) || node.kind === ts.SyntaxKind.AsyncKeyword;
      if (awaits)
        offences.push({
          file: path,
          line: lineOf(source, node),
          rule: 'pure-no-await',
          reason: 'a domain function computes; it waits for nothing',
        });
    });
  }
  return { looked: files.length, offences };
}
