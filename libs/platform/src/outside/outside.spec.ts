import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { gateway } from '../../../../test/support/gateway';
import { scratchFolder } from '../../../../test/support/scratch';
import type { PlatformOptions } from '../options';
import { Outside, type Door } from './outside';

const message = { id: '0190', to: '0912345678', body: 'Con no 450.000 d' };
const through = (texts?: Door) => {
  const options: Pick<PlatformOptions, 'doors'> = { doors: { texts } };
  return new Outside(options as PlatformOptions);
};

describe('a message through a gateway', () => {
  it.each([
    [200, 'accepted'],
    [202, 'accepted'],
    [400, 'refused'],
    [401, 'refused'],
    [429, 'later'],
    [503, 'later'],
    [500, 'unknown'],
    [502, 'unknown'],
    [0, 'unknown'],
  ] as const)('answered with %s is %s', async (status, outcome) => {
    const { url, stop } = await gateway(status, 'nói gì');
    const sent = await through({ kind: 'http', url }).send('texts', message);
    expect(sent.outcome).toBe(outcome);
    if (status > 0) expect(sent.answer).toBe('nói gì');
    await stop();
  });

  it('carries its id as the key against taking it twice, and the board’s token', async () => {
    const { url, told, stop } = await gateway(200);
    await through({ kind: 'http', url, token: 'secret' }).send('texts', message);
    expect(told).toEqual([{ body: message, key: '0190', token: 'Bearer secret' }]);
    await stop();
  });

  it('that nobody listens to is tried later', async () => {
    const { url, stop } = await gateway(200);
    await stop();
    const sent = await through({ kind: 'http', url }).send('texts', message);
    expect(sent).toEqual({ outcome: 'later', answer: 'ECONNREFUSED' });
  });
});

describe('a message through a folder', () => {
  it('is one file, however often it is laid there', async () => {
    const path = scratchFolder();
    const outside = through({ kind: 'folder', path });
    expect(outside.nameOf('texts')).toBe('file');
    await outside.send('texts', message);
    expect((await outside.send('texts', message)).outcome).toBe('accepted');
    expect(readdirSync(path)).toEqual(['0190.json']);
    expect(JSON.parse(readFileSync(`${path}/0190.json`, 'utf8'))).toEqual(message);
    rmSync(path, { recursive: true });
  });
});

it('without a door nothing is sent', async () => {
  expect(through().nameOf('texts')).toBeNull();
  expect((await through().send('texts', message)).outcome).toBe('later');
});
