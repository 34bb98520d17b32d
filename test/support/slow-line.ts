import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

// Of a hundred packets most come at once, some late, a few so late that others overtake them.
const LATE = 0.04;
const VERY_LATE = 0.005;
const LATE_MS = 20;
const VERY_LATE_MS = 300;

/**
 * Stands between the suites and PostgreSQL and lets answers come late by chance, each line's in
 * their order. What passes only because a machine is quick fails here.
 * @returns the port in place of PostgreSQL's
 */
export async function slowLine(postgresPort: number): Promise<number> {
  const server = createServer((client) => {
    const postgres = connect(postgresPort, '127.0.0.1');
    slowly(client, postgres);
    slowly(postgres, client);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  server.unref();
  return (server.address() as AddressInfo).port;
}

function slowly(from: Socket, to: Socket): void {
  let last = Promise.resolve();
  const then = (act: () => void) => {
    const delay = lateness();
    last = last.then(async () => {
      if (delay > 0) await new Promise((later) => setTimeout(later, delay));
      act();
    });
  };
  from.setNoDelay(true);
  from.on('data', (chunk) => then(() => void (to.destroyed || to.write(chunk))));
  from.on('end', () => then(() => to.end()));
  from.on('error', () => to.destroy());
  from.on('close', () => then(() => to.end()));
}

function lateness(): number {
  const chance = Math.random();
  if (chance < VERY_LATE) return Math.random() * VERY_LATE_MS;
  return chance < VERY_LATE + LATE ? Math.random() * LATE_MS : 0;
}
