import { CodedError } from '@cho40/kernel';
import { readConfig, type Config } from '../config';
import { StartRefusal } from '../start-refusal';
import { Closing } from './closing';
import { operatorLine } from './operator-line';

/** What a long-running program starts with. */
export interface Program {
  readonly config: Config;
  /** What it opens, to be closed when it ends. */
  readonly closing: Closing;
  /** One line for whoever started it. */
  say(line: string): void;
}

// Ctrl-C stops everything within 5 seconds; what is not finished by then is redone by whoever asked.
const CLOSE_MS = 4_500;

/**
 * Runs a program until a signal ends it (exit 0) or it cannot start or go on: one line on stderr
 * that an operator understands, exit 1.
 */
export function runProgram(start: (program: Program) => Promise<void>): void {
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

  const say = (line: string) => void process.stdout.write(`${line}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (isEnding) return;
      say('stopping …');
      end(0);
    });
  // A promise that nobody awaited is a bug; the database is closed properly all the same.
  process.on('unhandledRejection', fail);
  const started = async () => start({ config: readConfig(), closing, say });
  started().catch(fail);
}

/** One line where an operator can do something about it; a bug keeps its stack. */
function lineOf(error: unknown): string {
  if (error instanceof StartRefusal) return error.message;
  const line = operatorLine(error);
  if (line) return line;
  if (error instanceof CodedError) return `${error.code} ${JSON.stringify(error.facts)}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
