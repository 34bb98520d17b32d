import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

// Of a thousand packets most come at once, some late, a few so late that others overtake them.
const OFTEN = [0.04, 20] as const;
const SELDOM = [0.005, 300] as const;

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
    const delay = lateness(...OFTEN) + lateness(...SELDOM);
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

/** Milliseconds to wait: none mostly, up to `most` with a `chance`. */
export function lateness(chance: number, most: number): number {
  return Math.random() < chance ? Math.random() * most : 0;
}
