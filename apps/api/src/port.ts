import { createServer } from 'node:net';
import { StartRefusal, type Config } from '@cho40/platform';

const CAUSES: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program uses it; choose another with PORT=…',
  EACCES: 'this account may not use it; choose one above 1023 with PORT=…',
  EADDRNOTAVAIL: 'this machine has no such address; see HOST',
  ENOTFOUND: 'no such host; see HOST',
};

/** Asked before the long steps, so that a taken port is said at once. */
export function refuseTakenPort({ host, port }: Pick<Config, 'host' | 'port'>): Promise<void> {
  return new Promise((free, taken) => {
    const probe = createServer();
    probe.once('error', (fault: NodeJS.ErrnoException) => {
      const cause = CAUSES[fault.code ?? ''] ?? fault.message;
      taken(new StartRefusal(`cannot listen on ${host}, port ${port}: ${cause}`));
    });
    probe.listen(port, host, () => probe.close(() => free()));
  });
}
