import { rmSync, statSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Held while a program runs on a data folder; the system lets go of it when the program dies. */
export interface FolderLock {
  /** Waits until no guest is left; from then on none is let in. */
  empty(): Promise<void>;
  release(): Promise<void>;
}

/** A command that uses the server of the program which holds the folder. */
export interface Guest {
  leave(): void;
}

/**
 * Takes the data folder for this process: a listening socket named after the folder, which two
 * processes cannot hold and a killed one does not keep, unlike a file with a process number in it.
 * @returns undefined when another program holds it
 */
export async function lockFolder(folder: string): Promise<FolderLock | undefined> {
  const address = addressOf(folder);
  const guests = new Set<Socket>();
  let isOpen = true;
  const receive = (socket: Socket) => (isOpen ? welcome(socket, guests) : socket.destroy());
  const server = await listen(address, receive);
  if (!server) return undefined;
  return {
    empty: async () => {
      while (guests.size > 0) await pause(LOOK_AGAIN_MS);
      isOpen = false;
    },
    release: () => {
      isOpen = false;
      for (const guest of guests) guest.destroy();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

/**
 * Asks the program that holds the data folder to stay while a command uses its server.
 * @returns `leaving` when it is about to end, `nobody` when there is none
 */
export function visitFolder(folder: string): Promise<Guest | 'leaving' | 'nobody'> {
  return visit(addressOf(folder));
}

const LOOK_AGAIN_MS = 20;
const WELCOME = 'w';

// Device and inode name the folder whatever path led to it. Linux has names that are no files
// (they begin with a NUL), Windows has pipes; elsewhere it is a socket file, which outlives its
// process.
function addressOf(folder: string): string {
  const { dev, ino } = statSync(folder);
  const name = `cho40-${dev}-${ino}`;
  if (process.platform === 'linux') return `\0${name}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return join(tmpdir(), `${name}.sock`);
}

function welcome(socket: Socket, guests: Set<Socket>): void {
  guests.add(socket);
  socket.on('error', () => undefined).on('close', () => guests.delete(socket));
  socket.unref().resume().write(WELCOME);
}

async function listen(
  address: string,
  receive: (socket: Socket) => void,
): Promise<Server | undefined> {
  const server = await tryToListen(address, receive);
  const isLeftFile = !server && address.startsWith('/') && (await visit(address)) === 'nobody';
  if (!isLeftFile) return server;
  rmSync(address, { force: true });
  return tryToListen(address, receive);
}

function tryToListen(
  address: string,
  receive: (socket: Socket) => void,
): Promise<Server | undefined> {
  return new Promise((done, failed) => {
    const server = createServer(receive);
    server.on('error', (fault: NodeJS.ErrnoException) =>
      fault.code === 'EADDRINUSE' ? done(undefined) : failed(fault),
    );
    server.listen(address, () => done(server.unref()));
  });
}

function visit(address: string): Promise<Guest | 'leaving' | 'nobody'> {
  return new Promise((answer) => {
    const socket = connect(address);
    socket.once('data', () => {
      socket.unref();
      answer({ leave: () => socket.destroy() });
    });
    socket.once('close', () => answer('leaving'));
    socket.on('error', ({ code }: NodeJS.ErrnoException) =>
      answer(code === 'ECONNREFUSED' || code === 'ENOENT' ? 'nobody' : 'leaving'),
    );
  });
}
