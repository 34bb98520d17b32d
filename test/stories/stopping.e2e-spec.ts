import { rmSync } from 'node:fs';
import { RunningProgram } from '../support/program';
import { scratchFolder } from '../support/scratch';

describe('a program that is asked to stop', () => {
  const dataDir = scratchFolder();
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('answers whoever has already asked, then ends well', async () => {
    const program = await RunningProgram.on(dataDir);
    await program.start();
    // Checking a password takes tens of milliseconds, and these stand in a queue.
    const asked = Array.from({ length: 12 }, (_, at) =>
      fetch(`${program.url}/sign-in`, {
        method: 'POST',
        body: new URLSearchParams({ username: `nobody-${at}`, password: 'a guess' }),
      }),
    );
    const first = await Promise.race(asked);
    const code = await program.stop();
    expect(code).toBe(0);
    const answers = await Promise.all(asked);
    expect([first, ...answers].map(({ status }) => status)).toEqual(Array(13).fill(401));
  });
});
