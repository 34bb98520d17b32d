import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { FrameReader, type Frame } from './frame-reader';

const COMMIT = Buffer.from('Q\0\0\0\u000bCOMMIT\0', 'latin1');
const WRITES = /^(INSERT|UPDATE|DELETE|COPY) .*[1-9]\d*$/;
// Asked in place of the client whose line was cut: what does the connection still carry?
const QUESTION = simpleQuery(`select current_setting('app.boards', true)`);
// How a worker asks for its next job.
const CLAIM = `update platform.job set state = 'running'`;
// A scope of boards, as the setting has it: {uuid,…}; an empty one sees nothing.
const SCOPE = /\{[0-9a-f-]{36}/;

/** A COMMIT that is on its way for as long as one likes. */
export interface HeldCommit {
  /** It has left the program and has not arrived. */
  readonly begun: Promise<void>;
  letGo(): void;
}

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
  /** How often a worker has looked for work. */
  looks = 0;
  private toCut = 0;
  private held: Held | null = null;
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

  /**
   * Lets the next COMMIT of what was written arrive only when it is let go.
   * @param statement of whose transaction; any that wrote without
   */
  holdNext(statement = ''): HeldCommit {
    let hasBegun = () => {};
    const begun = new Promise<void>((done) => {
      hasBegun = done;
    });
    const held: Held = { statement, hasBegun, arrive: undefined };
    this.held = held;
    return {
      begun,
      letGo: () => {
        if (this.held === held) this.held = null;
        held.arrive?.();
        held.arrive = undefined;
      },
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
    client.on('data', (chunk) => this.towardsServer(server, chunk, transaction));
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

  private towardsServer(server: Socket, chunk: Buffer, transaction: WatchedTransaction): void {
    const { held } = this;
    if (chunk.includes(CLAIM)) this.looks += 1;
    if (held && chunk.includes(held.statement)) transaction.hasSaid = held.statement;
    const isMeant = transaction.hasWritten && transaction.hasSaid === held?.statement;
    if (!held || held.arrive || !isMeant || !chunk.equals(COMMIT)) {
      server.write(chunk);
      return;
    }
    held.arrive = () => void (server.destroyed || server.write(chunk));
    held.hasBegun();
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

interface Held {
  readonly statement: string;
  readonly hasBegun: () => void;
  /** undefined until the COMMIT has come, and after it was let go. */
  arrive: (() => void) | undefined;
}

/** Knows from the server's answers whether a COMMIT ended a transaction that wrote. */
class WatchedTransaction {
  hasWritten = false;
  /** The statement that somebody waits for, once it was in it. */
  hasSaid: string | undefined;

  isCommitOfWrites({ kind, bytes }: Frame): boolean {
    if (kind !== 'C') return false;
    const tag = bytes.toString('latin1', 5, bytes.length - 1);
    if (WRITES.test(tag)) this.hasWritten = true;
    if (tag !== 'COMMIT' && tag !== 'ROLLBACK') return false;
    const ends = tag === 'COMMIT' && this.hasWritten;
    this.hasWritten = false;
    this.hasSaid = undefined;
    return ends;
  }
}

function simpleQuery(text: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(text.length + 5);
  return Buffer.concat([Buffer.from('Q'), length, Buffer.from(`${text}\0`)]);
}
