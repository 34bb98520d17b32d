import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** A program of the clone, run as an operator runs it. */
export interface Program {
  readonly pid: number;
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  stdout(): string;
  stderr(): string;
  signal(name: NodeJS.Signals): void;
}

export type Settings = Readonly<Record<string, string>>;

/** Builds what is not current, so that no program tells of it; for `beforeAll`. */
export function build(): void {
  execFileSync(process.execPath, [join(root, 'tools/build.mjs')], { cwd: root, stdio: 'pipe' });
}

/** `npm start` without npm; HOST=0.0.0.0 leaves the believable province out. */
export function startProgram(settings: Settings): Program {
  return run(join(root, 'tools/start.mjs'), [], settings);
}

/** `./cho40 ARGS`. */
export function cho40(args: readonly string[], settings: Settings): Program {
  return run(join(root, 'cho40'), args, settings);
}

/** Waits until the program answers that it is ready; fails when it ends before. */
export async function untilReady(program: Program, port: string): Promise<void> {
  let hasEnded = false;
  void program.ended.then(() => {
    hasEnded = true;
  });
  for (let tries = 0; tries < 1000; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    if (hasEnded) break;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error(`the program is not ready:\n${program.stdout()}${program.stderr()}`);
}

function run(script: string, args: readonly string[], settings: Settings): Program {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { PATH, HOME, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  return {
    pid: child.pid ?? 0,
    ended: new Promise((done) => child.once('close', (code) => done(code))),
    stdout,
    stderr,
    signal: (name) => void child.kill(name),
  };
}

function collect(stream: ChildProcess['stdout']): () => string {
  let text = '';
  stream?.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  return () => text;
}
