// Senders that cost little themselves: each holds one connection, writes a prepared request, and
// waits for the answer before it writes the next.
import { connect } from 'node:net';
import { once } from 'node:events';

const HEAD_END = '\r\n\r\n';

/** A POST as it goes over the wire. */
export function requestOf({ path, headers, body }) {
  const lines = Object.entries({ ...headers, 'content-length': body.length }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  const head = [`POST ${path} HTTP/1.1`, 'host: bench', ...lines].join('\r\n');
  return Buffer.concat([Buffer.from(head + HEAD_END), body]);
}

/**
 * Sends all requests by so many senders at once, `perSecond` of them in a second where it is given.
 * Gives the seconds it took and each answer's milliseconds, in ascending order.
 */
export async function sendAll(port, requests, { senders, perSecond }) {
  const milliseconds = [];
  const startedAt = performance.now();
  let next = 0;
  const sender = async () => {
    const socket = connect(port, '127.0.0.1').setNoDelay();
    await once(socket, 'connect');
    for (let at = next++; at < requests.length; at = next++) {
      const due = perSecond ? startedAt + (at * 1000) / perSecond : 0;
      if (due > performance.now())
        await new Promise((go) => setTimeout(go, due - performance.now()));
      const sentAt = performance.now();
      const answered = answerOf(socket);
      socket.write(requests[at]);
      const status = await answered;
      if (status !== 200) throw new Error(`answered ${status}`);
      milliseconds.push(performance.now() - sentAt);
    }
    socket.end();
  };
  await Promise.all(Array.from({ length: senders }, sender));
  const seconds = (performance.now() - startedAt) / 1000;
  return { seconds, milliseconds: milliseconds.toSorted((one, other) => one - other) };
}

/** The status of the one answer that is awaited on the connection. */
function answerOf(socket) {
  return new Promise((answered, failed) => {
    let text = '';
    const read = (part) => {
      text += part.toString('latin1');
      const head = text.indexOf(HEAD_END);
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
      if (text.length < head + HEAD_END.length + length) return;
      socket.off('data', read).off('error', failed).off('close', cut);
      answered(Number(text.slice(9, 12)));
    };
    const cut = () => failed(new Error('the line was cut'));
    socket.on('data', read).on('error', failed).on('close', cut);
  });
}
