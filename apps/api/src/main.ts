import { CodedError } from '@cho40/kernel';
import { readConfig, StartRefusal } from '@cho40/platform';
import { Closing } from './closing';
import { startProgram } from './program';

// Ctrl-C stops everything within 5 seconds; what is not finished by then is redone by whoever asked.
const CLOSE_MS = 4_500;

const closing = new Closing(fail);
let isEnding = false;

function end(code: number): void {
  isEnding = true;
  setTimeout(() => process.exit(code), CLOSE_MS).unref();
  void closing.close().finally(() => process.exit(code));
}

function fail(error: unknown): void {
  // Asked to stop while starting: what then fails is no failure.
  if (isEnding) return;
  process.stderr.write(`cho40: ${lineOf(error)}\n`);
  end(1);
}

/** One line where an operator can do something about it; a bug keeps its stack. */
function lineOf(error: unknown): string {
  if (error instanceof StartRefusal) return error.message;
  if (error instanceof CodedError) return `${error.code} ${JSON.stringify(error.facts)}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (isEnding) return;
      say('stopping …');
      end(0);
    });
  await startProgram(readConfig(), closing, say);
}

main().catch(fail);
