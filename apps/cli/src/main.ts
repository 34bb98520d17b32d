import { COMMANDS } from './commands';
import { exitOf } from './exit';
import { OutputClosed, print } from './output';
import { UsageError } from './refusal';

const HELP = ['help', '--help', '-h'];

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined) throw new UsageError('which command? cho40 --help lists them');
  if (HELP.includes(name)) return help();
  const entry = COMMANDS.get(name);
  if (!entry) throw new UsageError(`no command ${JSON.stringify(name)}; cho40 --help lists them`);
  const command = await entry.load();
  if (!HELP.includes(args[0] ?? '')) return command.run(args);
  await print(command.usage.map((line) => `cho40 ${line}\n`).join(''));
  return 0;
}

async function help(): Promise<number> {
  const lines = [...COMMANDS].map(([name, { does }]) => `  ${name.padEnd(18)}${does}\n`);
  await print(`cho40 COMMAND …   (cho40 COMMAND --help says more)\n${lines.join('')}`);
  return 0;
}

// A write that fails is told to whoever awaits it; without a listener it would end the program too.
process.stdout.on('error', () => undefined);

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof OutputClosed) return;
    const { code, line } = exitOf(error);
    process.exitCode = code;
    const called = ['cho40', ...process.argv.slice(2, 3)].join(' ');
    process.stderr.write(`${called}: ${line}\n`);
  },
);
