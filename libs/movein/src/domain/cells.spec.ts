import { readCell, type Cell } from './cells';
import { LEASE, VENDOR } from './people-columns';
import { MARKET, STALL } from './place-columns';

const money = { title: 'Số tiền', hint: '', kind: 'money' } as const;
const day = { title: 'Ngày', hint: '', kind: 'day' } as const;
const month = { title: 'Tháng', hint: '', kind: 'month' } as const;

describe('a cell is read as its column says', () => {
  it.each<[string, Parameters<typeof readCell>[0], Cell, unknown]>([
    ['money as a number', money, 450_000, 450_000],
    ['money as text with dots', money, '1.250.000', 1_250_000],
    ['money as text with commas', money, '1,250,000.00', 1_250_000],
    ['money with its unit', money, '450000 đ', 450_000],
    ['money grouped by blanks that do not break', money, '1\u00a0250\u00a0000', 1_250_000],
    ['a day as a date', day, new Date('2026-10-05T00:00:00Z'), '2026-10-05'],
    ['a day as a serial number', day, 46_300, '2026-10-05'],
    ['a day as text', day, '5/10/2026', '2026-10-05'],
    ['a month as text', month, '09/2026', '2026-09'],
    ['a month as a day of it', month, new Date('2026-09-01T00:00:00Z'), '2026-09'],
    ['an area as text with a comma', STALL.areaM2, '4,5', 4.5],
    ['an area that a spreadsheet keeps inexactly', STALL.areaM2, 4.3499999999999996, 4.35],
    ['a code as a number', STALL.code, 12, '12'],
    ['a code in small letters and blanks', STALL.code, ' a-012\u00a0', 'A-012'],
    ['a phone that lost its zero', VENDOR.phone, 912345678, '0912345678'],
    ['a phone with +84', VENDOR.phone, '+84 912 345 678', '0912345678'],
    ['a choice without its marks', MARKET.construction, 'ban kien co', 'semi-solid'],
    ['a choice as a number', MARKET.declaredClass, 2, 2],
    ['yes as a tick', STALL.isCorner, true, true],
    ['a name in NFD', VENDOR.name, 'Sùng Thị Máy'.normalize('NFD'), 'Sùng Thị Máy'],
    ['a name that looks like a formula and came back from us', VENDOR.name, "'=Máy", '=Máy'],
    ['nothing where nothing need be', VENDOR.phone, '  ', null],
    ['a citizen’s number with blanks', VENDOR.idNumber, '002 090 001234', '002090001234'],
    ['a citizen’s number that lost two zeros', VENDOR.idNumber, 2_090_001_234, '002090001234'],
    ['a citizen’s number that lost one', VENDOR.idNumber, 11_090_001_234, '011090001234'],
    ['an older card’s number that lost its zero', VENDOR.idNumber, 73_123_456, '073123456'],
    ['a firm’s tax code that lost its zero', VENDOR.taxCode, 101_234_567, '0101234567'],
    ['a branch’s tax code that lost it', VENDOR.taxCode, 101_234_567_001, '0101234567-001'],
    ['a branch’s tax code with its sign', VENDOR.taxCode, '5100123456-001', '5100123456-001'],
    ['the tax code of whoever has none but theirs', VENDOR.taxCode, '002090001234', '002090001234'],
    ['an award without its marks', LEASE.award, 'dau gia', 'auction'],
    ['a state as the stalls’ screen calls it', STALL.state, 'Bị khóa', 'locked'],
    ['a state as older workbooks called it', STALL.state, 'Đã khóa', 'locked'],
    ['a line that was broken', LEASE.awardNumber, '15/QĐ\r\nBQL', '15/QĐ BQL'],
  ])('%s', (_, column, cell, value) => expect(readCell(column, cell)).toEqual({ value }));

  it.each<[string, Parameters<typeof readCell>[0], Cell, string]>([
    ['nothing where something must be', VENDOR.name, ' ', 'missing'],
    ['parts of a đồng', money, 450_000.5, 'notMoney'],
    ['money below nothing', money, -5, 'notMoney'],
    ['money that could mean two', money, '1.25', 'notMoney'],
    ['a day that is none', day, '31/02/2026', 'notADay'],
    ['a number that is no day', day, 12, 'notADay'],
    ['an area whose sign could be thousands', STALL.areaM2, '1.234', 'notANumber'],
    ['an area of more than hundredths', STALL.areaM2, 4.125, 'tooManyDecimals'],
    ['four open sides', STALL.openSides, 4, 'outOfBounds'],
    ['eight digits of a phone', VENDOR.phone, '0912 3456', 'notAPhone'],
    ['a code with letters that are none', STALL.code, 'SẠP 1', 'notACode'],
    ['eleven digits of a citizen', VENDOR.idNumber, '02090001234', 'notAnIdNumber'],
    ['a citizen’s number written as a power', VENDOR.idNumber, '2.09001E+09', 'notAnIdNumber'],
    ['a citizen’s number with parts', VENDOR.idNumber, 123_456.789, 'notAnIdNumber'],
    ['a citizen’s number below nothing', VENDOR.idNumber, -73_123_456, 'notAnIdNumber'],
    ['a citizen’s number in other digits', VENDOR.idNumber, '٠٠٢٠٩٠٠٠١٢٣٤', 'notAnIdNumber'],
    ['a day for a citizen’s number', VENDOR.idNumber, new Date('2026-10-05'), 'notAnIdNumber'],
    ['yes for a citizen’s number', VENDOR.idNumber, true, 'notAnIdNumber'],
    [
      'a tax code that could be a firm’s or a citizen’s',
      VENDOR.taxCode,
      2_090_001_234,
      'zerosLost',
    ],
    ['a tax code of nine digits', VENDOR.taxCode, '510012345', 'notATaxCode'],
    ['a name of one letter', VENDOR.name, 'M', 'tooShort'],
    ['a name that turns the line round', VENDOR.name, 'Máy \u202Egnuh', 'unseenSigns'],
    ['a name with an end of text in it', VENDOR.name, 'Máy\u0000', 'unseenSigns'],
    ['a decision’s number of 61 signs', LEASE.awardNumber, 'Q'.repeat(61), 'tooLong'],
    ['an award that nobody knows', LEASE.award, 'Bốc thăm', 'notAChoice'],
    ['another word than those of the list', MARKET.meets, 'thứ bảy', 'notAChoice'],
  ])('%s is wrong', (_, column, cell, wrong) =>
    expect(readCell(column, cell)).toMatchObject({ wrong }),
  );
});
