import { deflateRawSync } from 'node:zlib';
import { CodedError } from '@cho40/kernel';
import { writeXlsx } from 'hucre/xlsx';
import { readSheets, SHEET_FILE_LIMIT } from './read-sheets';

const refusal = async (file: Buffer): Promise<unknown> => {
  try {
    return await readSheets(file);
  } catch (error) {
    if (error instanceof CodedError) return [error.code, error.facts];
    throw error;
  }
};

/** A zip archive written by hand, so that it can be what no honest program writes. */
function zipOf(entries: { name: string; bytes: Buffer; flags?: number; size?: number }[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, flags = 0, size = bytes.length } of entries) {
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(size, 18);
    head.writeUInt16LE(name.length, 22);
    locals.push(Buffer.from('PK\u0003\u0004'), head, Buffer.from(name), packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    central.push(
      Buffer.from('PK\u0001\u0002'),
      Buffer.from([20, 0]),
      head,
      rest,
      Buffer.from(name),
    );
    at += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

describe('an .xlsx file', () => {
  it('gives its visible sheets, their formulas and merged cells by address', async () => {
    const day = new Date('2026-10-05T00:00:00Z');
    const file = await writeXlsx({
      sheets: [
        {
          name: 'Sạp',
          rows: [['Danh sách'], [], ['A-012', 450_000, day]],
          cells: new Map([['2,3', { formula: 'B3*2', formulaResult: 900_000 }]]),
          merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }],
        },
        { name: 'Ẩn', rows: [['x']], hidden: true },
        { name: 'Trống', rows: [] },
      ],
    });
    const sheets = await readSheets(Buffer.from(file));
    expect(sheets.map(({ name }) => name)).toEqual(['Sạp', 'Trống']);
    expect(sheets[0]).toMatchObject({ formulas: ['D3'], merged: ['A1:C1'] });
    expect(sheets[0]?.rows[2]).toMatchObject({
      number: 3,
      cells: ['A-012', 450_000, day, 900_000],
    });
  });
});

describe('refused with what to export instead', () => {
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  it.each([
    ['old Excel', old, 'xls'],
    ['PDF', Buffer.from('%PDF-1.7 …'), 'pdf'],
    ['a web page named .xlsx', Buffer.from('\uFEFF <html><table>'), 'html'],
    ['CSV', Buffer.from('Ngày;Số tiền\n05/10/2026;450000'), 'csv'],
    ['CSV in UTF-16', Buffer.from('\uFEFFNgày;Số tiền\n05/10/2026;450000', 'utf16le'), 'csv'],
    ['nothing', Buffer.alloc(0), 'empty'],
    ['a zip of something else', zipOf([{ name: 'a.txt', bytes: Buffer.from('a') }]), 'zip'],
  ])('%s', async (_, file, found) => {
    expect(await refusal(file)).toEqual([
      'platform.fileNotXlsx',
      { found, exportInstead: 'Excel (.xlsx)' },
    ]);
  });

  it('a file with a password', async () => {
    const encrypted = Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await refusal(encrypted)).toEqual(['platform.fileEncrypted', {}]);
    const zipped = zipOf([{ name: 'xl/workbook.xml', bytes: Buffer.from('a'), flags: 1 }]);
    expect(await refusal(zipped)).toEqual(['platform.fileEncrypted', {}]);
  });

  it('more than 10 MB', async () => {
    expect(await refusal(Buffer.alloc(SHEET_FILE_LIMIT + 1))).toEqual([
      'platform.fileTooLarge',
      { limitMb: 10 },
    ]);
  });
});

describe('a bomb stops its file, not the program', () => {
  const big = Buffer.alloc(51 * 1024 * 1024, 'a');
  it.each([
    ['more than 50 MB unpacked', { bytes: big }, 'unpacked'],
    ['more than its directory claims', { bytes: big, size: 1_000 }, 'archive'],
  ])('%s', async (_, entry, why) => {
    const file = zipOf([{ name: 'xl/workbook.xml', ...entry }]);
    expect(file.length).toBeLessThan(SHEET_FILE_LIMIT);
    expect(await refusal(file)).toEqual(['platform.fileUnreadable', { why }]);
  });

  it('many small parts that are too much together', async () => {
    const part = big.subarray(0, 9 * 1024 * 1024);
    const names = Array.from({ length: 6 }, (_, at) => `xl/${at}.xml`);
    const file = zipOf(names.map((name) => ({ name, bytes: part })));
    expect(await refusal(file)).toEqual(['platform.fileUnreadable', { why: 'unpacked' }]);
  });

  it('more than 200 parts', async () => {
    const names = Array.from({ length: 201 }, (_, at) => `xl/${at}.xml`);
    const file = zipOf(names.map((name) => ({ name, bytes: Buffer.from('a') })));
    expect(await refusal(file)).toEqual(['platform.fileUnreadable', { why: 'entries' }]);
  });

  it('a cut archive, and one whose workbook is no XML', async () => {
    const book = { sheets: [{ name: 'a', rows: [['a']] }] };
    const whole = Buffer.from(await writeXlsx(book));
    expect(await refusal(whole.subarray(0, -40))).toEqual([
      'platform.fileUnreadable',
      { why: 'archive' },
    ]);
    const noise = zipOf([{ name: 'xl/workbook.xml', bytes: Buffer.from('<<<<') }]);
    expect(await refusal(noise)).toEqual(['platform.fileUnreadable', { why: 'content' }]);
  });
});
