import { Refusal } from './steps.mjs';

/**
 * Runs a tool to its end: a refusal is one line on stderr and exit code 1, a bug keeps its stack.
 * @param {() => Promise<number | void>} tool gives the exit code, by default 0
 */
export async function finish(tool) {
  try {
    process.exitCode = (await tool()) ?? 0;
  } catch (fault) {
    const words = fault instanceof Refusal ? fault.message : fault.stack;
    process.stderr.write(`cho40: ${words}\n`);
    process.exitCode = 1;
  }
}
