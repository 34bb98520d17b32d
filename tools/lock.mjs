import { rmSync, statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Runs `work` while no other process does so on this clone; waits for its turn. The lock is a
 * listening socket: unlike a file, a killed process does not keep it.
 * @template T
 * @param {string} root the clone
 * @param {() => Promise<T>} work
 * @param {() => void} onWait called once when somebody else is at it
 * @returns {Promise<T>}
 */
export async function alone(root, work, onWait) {
  const { dev, ino } = statSync(root);
  const address = addressOf(`cho40-tools-${dev}-${ino}`);
  let server = await listen(address);
  if (!server) onWait();
  while (!server) {
    await pause(200);
    server = await listen(address);
  }
  try {
    return await work();
  } finally {
    server.close();
  }
}

// As in libs/platform/src/embedded/folder-lock.ts, which is not built yet when this runs.
function addressOf(name) {
  if (process.platform === 'linux') return `\0${name}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return join(tmpdir(), `${name}.sock`);
}

async function listen(address) {
  const server = await tryToListen(address);
  if (server || !address.startsWith('/') || (await answers(address))) return server;
  rmSync(address, { force: true });
  return tryToListen(address);
}

function tryToListen(address) {
  return new Promise((done, failed) => {
    const server = createServer((socket) => socket.destroy());
    server.on('error', (fault) => (fault.code === 'EADDRINUSE' ? done(undefined) : failed(fault)));
    server.listen(address, () => done(server.unref()));
  });
}

function answers(address) {
  return new Promise((answer) => {
    const socket = connect(address, () => {
      socket.destroy();
      answer(true);
    });
    socket.on('error', () => answer(false));
  });
}
