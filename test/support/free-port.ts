import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

// Below the numbers that the system gives to connections: what is free stays free while the program
// that has it is killed and started again.
const [FIRST, LAST] = [12_000, 30_000];

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST, LAST);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer().once('error', () => done(false));
    server.listen(port, () => server.close(() => done(true)));
  });
}
