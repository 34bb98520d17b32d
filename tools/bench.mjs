// `npm run bench -- [name …] [--json] [--size small|full]`: every figure side by side with another
// way of doing the same, in one run. Benches are bench/<name>.bench.mjs.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureReady } from './ensure.mjs';
import { Refusal, root } from './steps.mjs';

const folder = join(root, 'bench');
const SUFFIX = '.bench.mjs';

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, size: { type: 'string', default: 'full' } },
  });
  if (!['small', 'full'].includes(values.size)) throw new Refusal('--size is small or full');
  const names = chosen(positionals);
  await ensureReady({ quiet: values.json });
  let holds = true;
  for (const name of names) {
    const bench = await import(pathToFileURL(join(folder, name + SUFFIX)).href);
    if (!values.json) process.stdout.write(`\n${name}: ${bench.work}\n`);
    for (const figure of await bench.run({ size: values.size })) {
      const line = { bench: name, ...withRatio(figure) };
      process.stdout.write(`${values.json ? JSON.stringify(line) : asRow(line)}\n`);
      holds &&= line.holds;
    }
  }
  return holds ? 0 : 1;
}

function chosen(names) {
  const all = readdirSync(folder)
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length));
  const unknown = names.find((name) => !all.includes(name));
  if (unknown) throw new Refusal(`no bench ${unknown}; there are ${all.join(', ')}`);
  return names.length > 0 ? names : all;
}

function withRatio({ figure, ours, other, goal, holds }) {
  const ratio = other ? Math.round((ours / other) * 100) / 100 : null;
  return { figure, ours: rounded(ours), other: rounded(other), ratio, goal, holds };
}

function rounded(value) {
  return value === null || Math.abs(value) < 100 ? value : Math.round(value);
}

function asRow({ figure, ours, other, ratio, goal, holds }) {
  const cells = [
    figure.padEnd(24),
    `ours ${ours}`,
    `other ${other}`,
    `ratio ${ratio}`,
    `goal ${goal}`,
  ];
  return `  ${cells.join('   ')}   ${holds ? 'holds' : 'MISSED'}`;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    process.stderr.write(`bench: ${error instanceof Refusal ? error.message : error.stack}\n`);
    process.exitCode = 2;
  },
);
