import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run as code } from './code';
import { run as marketDays } from './market-days';
import { run as stallMap } from './stall-map';
import { run as vietqr } from './vietqr';

const PAYLOAD =
  '00020101021138540010A00000072701240006970436011001234567890208QRIBFTTA53037045802VN63046A15';
const READING =
  '{"ok":true,"scheme":"napas","bin":"970436","account":"0123456789","amount":null,' +
  '"currency":"704","purpose":null,"initiation":"static","service":"QRIBFTTA","warnings":[]}';

const folder = mkdtempSync(join(tmpdir(), 'cho40-cli-'));

function fileOf(content: string | Uint8Array): string {
  const file = join(folder, `texts-${Math.random()}`);
  writeFileSync(file, content);
  return file;
}

/** What a command writes to standard output. */
async function said(command: () => Promise<number>): Promise<string> {
  const write = jest.spyOn(process.stdout, 'write');
  let text = '';
  write.mockImplementation((chunk, ...rest) => {
    text += String(chunk);
    for (const done of rest) if (typeof done === 'function') done();
    return true;
  });
  try {
    await command();
  } finally {
    write.mockRestore();
  }
  return text;
}

describe('cho40 vietqr', () => {
  it('encodes a payload, one line, also as JSON', async () => {
    const args = ['encode', '--bin', '970436', '--account', '0123456789'];
    expect(await said(() => vietqr(args))).toBe(`${PAYLOAD}\n`);
    expect(await said(() => vietqr([...args, '--json']))).toBe(
      `{"ok":true,"payload":"${PAYLOAD}"}\n`,
    );
  });

  it('decodes a payload into one line of JSON', async () => {
    expect(await said(() => vietqr(['decode', PAYLOAD, '--json']))).toBe(`${READING}\n`);
  });

  it('answers every line of a file with a line, bad and empty ones too', async () => {
    const wrong = '{"ok":false,"problems":["payload: empty"]}';
    const file = fileOf(`\ufeff${PAYLOAD}\r\n\r\n\n${PAYLOAD}`);
    expect(await said(() => vietqr(['decode', '--file', file, '--json']))).toBe(
      `${READING}\n${wrong}\n${wrong}\n${READING}\n`,
    );
    expect(await said(() => vietqr(['decode', '--file', fileOf(''), '--json']))).toBe('');
    expect(await said(() => vietqr(['decode', '--file', fileOf(`${PAYLOAD}\n`), '--json']))).toBe(
      `${READING}\n`,
    );
  });

  it('answers bytes that are no text, and a line of a million characters', async () => {
    const bytes = Uint8Array.from({ length: 3000 }, (_, at) => (at * 37) % 256).filter(
      (b) => b !== 10,
    );
    const texts = [fileOf(bytes), fileOf('9'.repeat(1_000_000))];
    for (const file of texts) {
      expect(await said(() => vietqr(['decode', '--file', file, '--json']))).toMatch(
        /^\{"ok":false,"problems":\[.+\]\}\n$/,
      );
    }
  });

  it('reads a file that Windows saved as Unicode', async () => {
    const file = fileOf(Buffer.from(`\ufeff${PAYLOAD}\r\n`, 'utf16le'));
    expect(await said(() => vietqr(['decode', '--file', file, '--json']))).toBe(`${READING}\n`);
  });

  it.each([
    [['encode', '--bin', '97043', '--account', '1'], '--bin: "97043" is not six digits'],
    [['encode', '--bin', '970436', '--account', '1-2'], '--account: "1-2" is not 1 to 19 letters'],
    [
      ['encode', '--bin', '970436', '--account', '1', '--amount', '1.5'],
      '--amount: "1.5" is not a',
    ],
    [
      ['encode', '--bin', '970436', '--account', '1', '--amount', '500000000'],
      '--amount: 500000000',
    ],
    [
      ['encode', '--bin', '970436', '--account', '1', '--purpose', 'x'.repeat(26)],
      '--purpose: has 26',
    ],
    [['decode', 'hello'], 'PAYLOAD: payload: no id and length at 0'],
    [['decode', '--file', '/no/such/file'], '/no/such/file: no such file'],
    [['decode', '--file', '/'], '/: is a folder'],
  ])('refuses %j', async (args, line) => {
    await expect(vietqr(args)).rejects.toThrow(line);
  });

  it.each([[['encode']], [['decode']], [['decode', 'a', 'b']], [['decode', 'a', '--file', 'b']]])(
    'says how it is called, for %j',
    async (args) => {
      await expect(vietqr(args)).rejects.toThrow('vietqr ');
    },
  );
});

describe('cho40 code', () => {
  it('mints as many codes as asked for, all different, and finds each again', async () => {
    const minted = await said(() =>
      code(['mint', '--prefix', 'SKX', '--kind', 'stall', '--count', '500']),
    );
    const codes = minted.trimEnd().split('\n');
    expect(new Set(codes).size).toBe(500);
    const found = await said(() =>
      code(['find', '--prefix', 'SKX', '--file', fileOf(minted), '--json']),
    );
    expect(found).toBe(
      codes.map((each) => `{"codes":["${each}"],"repairs":[],"broken":[]}\n`).join(''),
    );
  });

  it('answers every text with what it found and what may have been meant', async () => {
    const file = fileOf('CT SKX148 3027569.A12\n\nskx1483o27569\r\nnothing');
    expect(await said(() => code(['find', '--prefix', 'SKX,CQX', '--file', file, '--json']))).toBe(
      [
        '{"codes":["SKX1483027569"],"repairs":[],"broken":[]}\n',
        '{"codes":[],"repairs":[],"broken":[]}\n',
        '{"codes":[],"repairs":["SKX1483027569"],"broken":["SKX1483O27569"]}\n',
        '{"codes":[],"repairs":[],"broken":[]}\n',
      ].join(''),
    );
  });

  it.each([
    [['mint', '--prefix', 'CHO', '--kind', 'bill'], '--prefix: CHO is a word of banks'],
    [['mint', '--prefix', 'skx', '--kind', 'bill'], '--prefix: "skx" is not 2 to 5 letters'],
    [['mint', '--prefix', 'SKX', '--kind', 'fee'], '--kind bill, stall or ticket'],
    [['mint', '--prefix', 'SKX', '--kind', 'bill', '--count', '0'], '--count: "0" is not'],
    [['find', '--prefix', 'SKX,,', '--file', 'x'], '--prefix: "" is not 2 to 5 letters'],
    [['find', '--prefix', 'SKX'], 'find needs --prefix and --file'],
  ])('refuses %j', async (args, line) => {
    await expect((async () => code(args))()).rejects.toThrow(line);
  });
});

describe('cho40 market-days and stall-map', () => {
  it.each([
    [() => marketDays(['--month', '2026-11']), /--market is missing/],
    [() => marketDays(['--market', 'DV-PHOCAO', '--month', '11']), /not a month like/],
    [() => stallMap(['--market', 'DV-DONGVAN']), /one FILE/],
    [() => stallMap(['map.xlsx']), /--market is missing/],
    [() => stallMap(['no-such-file.xlsx', '--market', 'DV']), /no such file/],
  ])('say what is missing before they ask a database', async (command, line) => {
    await expect(command()).rejects.toThrow(line);
  });
});
