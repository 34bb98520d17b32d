import { CodedError } from '@cho40/kernel';
import { readCsv } from './read-sheets';

const TEXT = 'Mã;Họ tên\r\nA-012;"Sùng; Thị ""Máy"""\r\n\r\n007;Đặng\r\n';
const ROWS = [['Mã', 'Họ tên'], ['A-012', 'Sùng; Thị "Máy"'], [''], ['007', 'Đặng']];
// "Mã;Họ tên" as Excel on Vietnamese Windows writes it: letters in 1258, tones after them.
const WINDOWS_1258 = Buffer.from('4d61 de3b 48 6ff2 2074 ea6e 0d0a d0'.replace(/ /g, ''), 'hex');

describe('a CSV file', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
  ])('in %s is read with its letters right', async (_, file) => {
    const { rows } = await readCsv(file);
    expect(rows.map(({ cells }) => cells)).toEqual(ROWS);
    expect(rows.at(-1)?.number).toBe(4);
  });

  it('in Windows-1258 has its tones put back onto their letters', async () => {
    const { rows } = await readCsv(WINDOWS_1258);
    expect(rows.map(({ cells }) => cells)).toEqual([['Mã', 'Họ tên'], ['Đ']]);
  });

  it.each([[';'], [','], ['\t'], ['|']])('parted by %j is read into its columns', async (sign) => {
    const { rows } = await readCsv(Buffer.from(`a${sign}b${sign}c\n1${sign}2${sign}3\n`));
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ]);
  });

  it('of too many rows is refused, and so is what is no text', async () => {
    const refusal = (file: Buffer) =>
      readCsv(file, { rows: 2 }).catch((fault) =>
        fault instanceof CodedError ? fault.code : fault,
      );
    expect(await refusal(Buffer.from('a;b\n1;2\n3;4\n'))).toBe('platform.fileTooManyRows');
    expect(await refusal(Buffer.from('%PDF-1.7'))).toBe('platform.fileNotCsv');
  });
});
