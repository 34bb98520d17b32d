import { rmSync, statSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Held while a program runs on a data folder; the system lets go of it when the program dies. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes the data folder for this process: a listening socket named after the folder, which two
 * processes cannot hold and a killed one does not keep, unlike a file with a process number in it.
 * @returns undefined when another program holds it
 */
export async function lockFolder(folder: string): Promise<FolderLock | undefined> {
  const address = addressOf(folder);
  let server = await listen(address);
  if (!server && isFile(address) && !(await answers(address))) {
    rmSync(address, { force: true });
    server = await listen(address);
  }
  return server && { release: () => new Promise((done) => server.close(() => done())) };
}

/** Whether a living program holds the data folder. */
export function isFolderLocked(folder: string): Promise<boolean> {
  return answers(addressOf(folder));
}

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

const isFile = (address: string) => address.startsWith('/');

function listen(address: string): Promise<Server | undefined> {
  return new Promise((done, failed) => {
    const server = createServer((socket) => socket.destroy());
    server.on('error', (fault: NodeJS.ErrnoException) =>
      fault.code === 'EADDRINUSE' ? done(undefined) : failed(fault),
    );
    server.listen(address, () => done(server.unref()));
  });
}

function answers(address: string): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect(address, () => {
      socket.destroy();
      answer(true);
    });
    socket.on('error', () => answer(false));
  });
}
