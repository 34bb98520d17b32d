/** Whoever reads our output has gone (`cho40 … | head`): nothing is left to do, and nothing is wrong. */
export class OutputClosed extends Error {}

/** Writes text as it is and resolves once the system has taken it. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (!error) resolve();
      else reject(isClosed(error) ? new OutputClosed() : error);
    });
  });
}

export function printLine(line: string): Promise<void> {
  return print(`${line}\n`);
}

function isClosed(error: Error & { code?: string }): boolean {
  return error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED';
}
