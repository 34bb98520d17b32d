import { createServer } from 'node:net';
import type { Config } from '../config';
import { runningServer } from '../embedded/join';
import { refusalOf, StartRefusal } from '../start-refusal';

/**
 * Makes sure that the api can listen, before anything else is started for it.
 * @throws StartRefusal one line that names the address and what to do
 */
export async function requireFreePort(config: Config): Promise<void> {
  const fault = await faultToListen(config);
  if (fault) throw await refusalToListen(fault, config);
}

function faultToListen({ host, port }: Config): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', done);
    server.listen(port, host, () => server.close(() => done(undefined)));
  });
}

async function refusalToListen(fault: NodeJS.ErrnoException, config: Config) {
  const where = `port ${config.port} on ${config.host}`;
  if (fault.code === 'EADDRNOTAVAIL' || fault.code === 'ENOTFOUND')
    return new StartRefusal(`HOST: ${config.host} is not an address of this machine`);
  if (fault.code === 'EACCES')
    return new StartRefusal(`${where} may not be used by this account: choose one above 1023`);
  if (fault.code !== 'EADDRINUSE') return refusalOf(fault, `listen on ${where}`);
  const running = await runningServer(config.dataDir);
  return new StartRefusal(
    running?.apiUrl?.endsWith(`:${config.port}`)
      ? `${where} is in use: Chợ 4.0 already runs on ${config.dataDir} (process ${running.pid})`
      : `${where} is in use by another program: end it, or choose another one with PORT=…`,
  );
}
