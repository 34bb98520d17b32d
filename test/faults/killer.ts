import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The process that pulls the plugs (killer.mjs), and how often it did. */
export class Killer {
  private readonly child = spawn(process.execPath, [join(__dirname, 'killer.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  private readonly told = createInterface({ input: this.child.stdout });
  kills = 0;

  /** Has a process killed after some milliseconds; gives whether it still lived. */
  async kill(pid: number, patienceMs: number): Promise<boolean> {
    const told = once(this.told, 'line') as Promise<[string]>;
    this.child.stdin.write(`${pid} ${patienceMs}\n`);
    const [killed] = await told;
    const hasKilled = Number(killed) === pid;
    if (hasKilled) this.kills += 1;
    return hasKilled;
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.stdin.end();
    await ended;
  }
}
