import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const KEPT_WORDS = 4_000;
const PAUSE_MS = 30;

type Name = 'api' | 'worker';

export interface KeptProgramPlan {
  readonly name: Name;
  readonly environment: Readonly<Record<string, string>>;
  /** Files that are loaded into its process first: a planted bug, another program. */
  readonly before?: readonly string[];
}

/** What `node` is to run. */
export const mainOf = (name: Name) => join(ROOT, 'dist/apps', name, 'src/main.js');

/** A program of `dist` that is started again whenever it ends, as a service manager would. */
export class KeptProgram {
  private child: ChildProcess | null = null;
  private isWanted = true;
  private words = '';

  constructor(private readonly plan: KeptProgramPlan) {
    this.start();
  }

  /** Of the process that runs now. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** The last of what it printed, all its lives. */
  get said(): string {
    return this.words;
  }

  /** Asks it to end, as Ctrl-C does, and waits for it. */
  async stop(): Promise<void> {
    this.isWanted = false;
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    await ended;
  }

  private start(): void {
    const { name, environment, before = [] } = this.plan;
    const first = before.flatMap((file) => ['--require', file]);
    const child = spawn(process.execPath, [...first, mainOf(name)], {
      cwd: ROOT,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const listen = (chunk: Buffer) => {
      this.words = (this.words + chunk.toString()).slice(-KEPT_WORDS);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', () => setTimeout(() => this.isWanted && this.start(), PAUSE_MS));
    this.child = child;
  }
}
