import { deflateRawSync } from 'node:zlib';
import { CodedError } from '@cho40/kernel';
import { writeXlsx } from 'hucre/xlsx';
import { vietcombankXlsx, type PrintedStatement } from '../../../../test/support/vietcombank-xlsx';
import { readStatementFile } from './statement-file';
import { FILE_LIMIT, readXlsx } from './xlsx-file';

const october: PrintedStatement = {
  account: '0123456789',
  from: '2026-10-01',
  to: '2026-10-31',
  opening: 10_000_000,
  lines: [
    { on: '2026-10-05', amount: 450_000, content: 'SKX1483027569 Sùng Thị Máy' },
    { on: '2026-10-06', amount: -2_000_000, content: 'Nộp ngân sách' },
  ],
};
const refusal = async (file: Buffer): Promise<unknown> => {
  try {
    return await readXlsx(file);
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
  it.each([
    ['as printed', {}],
    ['with merged cells and text in several styles', { hasMergedCells: true, hasRichText: true }],
    ['with dates as dates', { dates: 'date' as const }],
  ])('%s is read as the statement it holds', async (_, noise) => {
    const { statement } = await readStatementFile(
      'sao-ke.xlsx',
      await vietcombankXlsx({ ...october, noise }),
    );
    expect(statement).toMatchObject({ accountNumber: '0123456789', closing: 8_450_000 });
    expect(statement.rows.map(({ bookedOn, content }) => [bookedOn, content])).toEqual([
      ['2026-10-05', 'SKX1483027569 Sùng Thị Máy'],
      ['2026-10-06', 'Nộp ngân sách'],
    ]);
  });

  it('is searched for the sheet with the statement; hidden ones are not looked at', async () => {
    const cover = { name: 'Bìa', rows: [['Chi nhánh Hà Giang']] };
    const file = await writeXlsx({
      sheets: [cover, { ...cover, name: 'Ẩn', hidden: true }, { ...cover, name: 'Sao kê' }],
    });
    expect(await readXlsx(Buffer.from(file))).toHaveLength(2);
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
      'banking.fileNotXlsx',
      { found, exportInstead: 'Excel (.xlsx)' },
    ]);
  });

  it('a file with a password', async () => {
    const encrypted = Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await refusal(encrypted)).toEqual(['banking.fileEncrypted', {}]);
    const zipped = zipOf([{ name: 'xl/workbook.xml', bytes: Buffer.from('a'), flags: 1 }]);
    expect(await refusal(zipped)).toEqual(['banking.fileEncrypted', {}]);
  });

  it('more than 10 MB', async () => {
    expect(await refusal(Buffer.alloc(FILE_LIMIT + 1))).toEqual([
      'banking.fileTooLarge',
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
    expect(file.length).toBeLessThan(FILE_LIMIT);
    expect(await refusal(file)).toEqual(['banking.fileUnreadable', { why }]);
  });

  it('many small parts that are too much together', async () => {
    const part = big.subarray(0, 9 * 1024 * 1024);
    const names = Array.from({ length: 6 }, (_, at) => `xl/${at}.xml`);
    const file = zipOf(names.map((name) => ({ name, bytes: part })));
    expect(await refusal(file)).toEqual(['banking.fileUnreadable', { why: 'unpacked' }]);
  });

  it('more than 200 parts', async () => {
    const names = Array.from({ length: 201 }, (_, at) => `xl/${at}.xml`);
    const file = zipOf(names.map((name) => ({ name, bytes: Buffer.from('a') })));
    expect(await refusal(file)).toEqual(['banking.fileUnreadable', { why: 'entries' }]);
  });

  it('a cut archive, and one whose workbook is no XML', async () => {
    const whole = await vietcombankXlsx(october);
    expect(await refusal(whole.subarray(0, -40))).toEqual([
      'banking.fileUnreadable',
      { why: 'archive' },
    ]);
    const noise = zipOf([{ name: 'xl/workbook.xml', bytes: Buffer.from('<<<<') }]);
    expect(await refusal(noise)).toEqual(['banking.fileUnreadable', { why: 'content' }]);
  });
});
