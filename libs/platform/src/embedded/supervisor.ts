import { refusalOf, StartRefusal } from '../start-refusal';
import { startPostmaster, type PostmasterPlan } from './postmaster';
import { systemFaultIn } from './postgres-log';

/** A server that is kept running. */
export interface Supervised {
  readonly port: number;
  stop(): Promise<void>;
}

const SHORT_LIFE_MS = 2_000;
const SHORT_LIVES = 10;

/**
 * Starts PostgreSQL and, when it dies without being asked (the system ran out of memory, somebody
 * killed it), starts it again on the same port, so that the program's connections find it.
 * @param onLost called once, when it dies again and again or does not come back
 */
export async function supervise(
  plan: PostmasterPlan,
  onLost?: (refusal: StartRefusal) => void,
): Promise<Supervised> {
  let server = await startPostmaster(plan);
  const { port } = server;
  let isStopping = false;

  async function keepAlive(): Promise<void> {
    for (let shortLives = 0; ; ) {
      const bornAtMs = performance.now();
      const log = await server.ended;
      if (isStopping) return;
      shortLives = performance.now() - bornAtMs < SHORT_LIFE_MS ? shortLives + 1 : 0;
      if (shortLives === SHORT_LIVES) throw diesAtOnce(plan.folder, log);
      server = await startPostmaster({ ...plan, port });
      // Asked to stop while it was coming back.
      if (isStopping) return server.stop();
    }
  }

  const watch = keepAlive().catch((fault: unknown) => {
    if (!isStopping) onLost?.(refusalOf(fault, `keep PostgreSQL running on ${plan.folder}`));
  });
  return {
    port,
    stop: async () => {
      isStopping = true;
      await server.stop();
      await watch;
    },
  };
}

function diesAtOnce(folder: string, log: string): StartRefusal {
  return new StartRefusal(
    `PostgreSQL on ${folder} ends each time it is started: ${systemFaultIn(log)}`,
  );
}
