import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a gateway was told, and with which key and token. */
export interface Told {
  readonly body: unknown;
  readonly key?: string | string[];
  readonly token?: string;
}

/** A gateway outside: it keeps what it was told and answers as it is set to; 0 cuts the line. */
export async function gateway(status: number, answer = '') {
  const told: Told[] = [];
  const says = { status, answer };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      const { 'idempotency-key': key, authorization: token } = request.headers;
      told.push({ body: JSON.parse(body), key, token });
      if (says.status === 0) response.destroy();
      else response.writeHead(says.status).end(says.answer);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const stop = () => new Promise((stopped) => server.close(stopped));
  return { url: `http://127.0.0.1:${port}/send`, told, says, stop };
}
