import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { FrameReader, type Frame } from './frame-reader';

const COMMIT = Buffer.from('Q\0\0\0\u000bCOMMIT\0', 'latin1');
const WRITES = /^(INSERT|UPDATE|DELETE|COPY) .*[1-9]\d*$/;
// Asked in place of the client whose line was cut: what does the connection still carry?
const QUESTION = simpleQuery(`select current_setting('app.boards', true)`);
// A scope of boards, as the setting has it: {uuid,…}; an empty one sees nothing.
const SCOPE = /\{[0-9a-f-]{36}/;

/**
 * Stands between the programs and PostgreSQL. It cuts the line where it hurts most: the COMMIT has
 * reached the server and is done, its answer never comes back. It also holds a COMMIT back for a
 * while, as a slow line would. What a connection carries after its transaction is asked of each
 * that it cuts.
 */
export class CuttingProxy {
  /** COMMITs whose answer never came. */
  cuts = 0;
  /** Connections that kept a transaction's scope. */
  leaks = 0;
  private toCut = 0;
  private isHolding = false;
  private letGo = () => {};
  private readonly lines = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async before(postgresPort: number): Promise<CuttingProxy> {
    const server = createServer();
    const proxy = new CuttingProxy(server);
    server.on('connection', (client) => proxy.join(client, connect(postgresPort, '127.0.0.1')));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Lets the answers of the next so many COMMITs of what was written be lost. */
  cutNext(count: number): void {
    this.toCut += count;
  }

  /** Lets the next COMMIT of what was written arrive only when the given function is called. */
  holdNext(): () => void {
    this.isHolding = true;
    return () => {
      this.isHolding = false;
      this.letGo();
      this.letGo = () => {};
    };
  }

  async stop(): Promise<void> {
    const closed = new Promise((done) => this.server.close(done));
    for (const line of this.lines) line.destroy();
    await closed;
  }

  private join(client: Socket, server: Socket): void {
    const end = () => {
      client.destroy();
      server.destroy();
    };
    for (const line of [client, server]) {
      this.lines.add(line);
      line.setNoDelay(true);
      line.on('error', end).on('close', () => {
        this.lines.delete(line);
        end();
      });
    }
    const transaction = new WatchedTransaction();
    client.on('data', (chunk) => this.towardsServer(server, chunk, transaction.hasWritten));
    const forward = (frame: Frame) => {
      if (!transaction.isCommitOfWrites(frame) || this.toCut === 0) {
        client.write(frame.bytes);
        return;
      }
      this.toCut -= 1;
      this.cuts += 1;
      take = (answer) => this.hear(answer, end);
      this.askInPlaceOf(client, server);
    };
    let take = forward;
    const frames = new FrameReader((frame) => take(frame));
    server.on('data', (chunk) => frames.read(chunk));
  }

  private towardsServer(server: Socket, chunk: Buffer, hasWritten: boolean): void {
    if (!this.isHolding || !hasWritten || !chunk.equals(COMMIT)) {
      server.write(chunk);
      return;
    }
    this.isHolding = false;
    this.letGo = () => void (server.destroyed || server.write(chunk));
  }

  /** The client is gone; the connection to the server stands a moment longer. */
  private askInPlaceOf(client: Socket, server: Socket): void {
    client.removeAllListeners('close').destroy();
    this.lines.delete(client);
    server.write(QUESTION);
  }

  private hear({ kind, bytes }: Frame, end: () => void): void {
    if (kind === 'D' && SCOPE.test(bytes.toString('latin1'))) this.leaks += 1;
    if (kind === 'C') end();
  }
}

/** Knows from the server's answers whether a COMMIT ended a transaction that wrote. */
class WatchedTransaction {
  hasWritten = false;

  isCommitOfWrites({ kind, bytes }: Frame): boolean {
    if (kind !== 'C') return false;
    const tag = bytes.toString('latin1', 5, bytes.length - 1);
    if (WRITES.test(tag)) this.hasWritten = true;
    if (tag !== 'COMMIT' && tag !== 'ROLLBACK') return false;
    const ends = tag === 'COMMIT' && this.hasWritten;
    this.hasWritten = false;
    return ends;
  }
}

function simpleQuery(text: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(text.length + 5);
  return Buffer.concat([Buffer.from('Q'), length, Buffer.from(`${text}\0`)]);
}
