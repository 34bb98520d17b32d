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

// A line at a time is a system call at a time; a hundred thousand lines would take seconds.
const CHUNK_CHARACTERS = 65_536;

/** Prints lines as they come, some at a time. */
export async function printAll(lines: AsyncIterable<string>): Promise<void> {
  let chunk = '';
  for await (const line of lines) {
    chunk += `${line}\n`;
    if (chunk.length < CHUNK_CHARACTERS) continue;
    await print(chunk);
    chunk = '';
  }
  if (chunk !== '') await print(chunk);
}

export async function* mapped<From, To>(
  items: AsyncIterable<From> | Iterable<From>,
  change: (item: From) => To,
): AsyncGenerator<To> {
  for await (const item of items) yield change(item);
}

function isClosed(error: Error & { code?: string }): boolean {
  return error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED';
}
