import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone. (Not import.meta.dirname: a Node too old for it must still get to its refusal.) */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Why a tool gives up: one line for whoever typed the command. A bug is never one of these. */
export class Refusal extends Error {}

/**
 * Says on one line what is being done and, when it is done, how long it took.
 * @template T
 * @param {NodeJS.WritableStream} out
 * @param {string} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(out, what, work) {
  const startedAt = performance.now();
  const seconds = () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
  // On a terminal the line grows; in a log it is written once, whole.
  if (out.isTTY) out.write(`${what} … `);
  try {
    const result = await work();
    out.write(out.isTTY ? `${seconds()}\n` : `${what}: ${seconds()}\n`);
    return result;
  } catch (fault) {
    out.write(out.isTTY ? `failed after ${seconds()}\n` : `${what}: failed after ${seconds()}\n`);
    throw fault;
  }
}

/**
 * @typedef {object} Outcome
 * @property {number} code exit code; 1 when a signal or the time limit ended it
 * @property {string} output what it printed, both streams, in order
 */

/**
 * Runs a program to its end and keeps what it prints.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, limitS?: number, onOutput?: (text: string) => void }} [options]
 * @returns {Promise<Outcome>}
 */
export function run(file, args, { env = process.env, limitS = 900, onOutput } = {}) {
  return new Promise((done) => {
    const child = spawn(file, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const add = (text) => {
      output += text;
      onOutput?.(text);
    };
    child.stdout.setEncoding('utf8').on('data', add);
    child.stderr.setEncoding('utf8').on('data', add);
    const timer = setTimeout(() => {
      add(`\nended: took longer than ${limitS} s\n`);
      child.kill('SIGKILL');
    }, limitS * 1000);
    child.on('error', (fault) => add(`${fault.message}\n`));
    child.on('close', (code) => {
      clearTimeout(timer);
      done({ code: code ?? 1, output });
    });
  });
}

/** Runs a script of this clone, or of a package, with the Node that runs us. */
export function runNode(script, args, options) {
  return run(process.execPath, [script, ...args], options);
}
