import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { freePort } from './free-port';

const ROOT = resolve(__dirname, '../..');
const API = join(ROOT, 'dist/apps/api/src/main.js');
const CLI = join(ROOT, 'dist/apps/cli/src/main.js');
const READY_MS = 100_000;

/** The real program on a data folder of its own, to be signed in to, killed and started again. */
export class RunningProgram {
  private child: ChildProcess | null = null;
  private said = '';

  private constructor(
    readonly dataDir: string,
    readonly port: number,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  /** Prepares a program; the built one of `dist` is run, as `npm start` does. */
  static async on(
    dataDir: string,
    environment: Readonly<Record<string, string>> = {},
  ): Promise<RunningProgram> {
    return new RunningProgram(dataDir, await freePort(), environment);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What it printed since its last start. */
  get output(): string {
    return this.said;
  }

  /** Starts it and waits until /health/ready answers. */
  async start(): Promise<void> {
    this.said = '';
    const child = spawn(process.execPath, [API], { cwd: ROOT, env: this.env() });
    this.child = child;
    const listen = (chunk: Buffer) => {
      this.said += chunk.toString();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    const deadline = performance.now() + READY_MS;
    while (!(await this.isReady())) {
      if (child.exitCode !== null || child.signalCode !== null || performance.now() > deadline)
        throw new Error(`the program did not get ready:\n${this.said}`);
      await new Promise((again) => setTimeout(again, 50));
    }
  }

  async isReady(): Promise<boolean> {
    return fetch(`${this.url}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
  }

  /** Asks it to stop, as Ctrl-C does; gives its exit code. */
  async stop(): Promise<number | null> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return null;
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    const [code] = (await ended) as [number | null];
    return code;
  }

  /** kill -9 of the api's process. */
  async killApi(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  /** kill -9 of its PostgreSQL; the api notices by itself. */
  killPostgres(): void {
    const file = join(this.dataDir, 'pg', 'postmaster.pid');
    if (!existsSync(file)) return;
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It was dead already.
    }
  }

  /** Waits until the api has ended by itself, as it must when its PostgreSQL is gone. */
  async ended(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    await once(child, 'exit');
  }

  /** Runs `./cho40 …` beside it. */
  cho40(...args: string[]): { status: number | null; stdout: string; stderr: string } {
    return spawnSync(process.execPath, [CLI, ...args], {
      cwd: ROOT,
      env: this.env(),
      encoding: 'utf8',
    });
  }

  private env(): Record<string, string> {
    return {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '/tmp',
      DATA_DIR: this.dataDir,
      PORT: String(this.port),
      PROVINCE: 'none',
      ...this.environment,
    };
  }
}
