import { CodedError } from '@cho40/kernel';
import { headerPrint, type MappedLayout, type Mapping, requireMapping } from './mapped';
import { readStatement } from './read-statement';
import type { Cell } from './sheet';

const HEADER = ['Thời điểm', 'Biến động', 'Chiều', 'Còn lại', 'Lời nhắn'];
const read = (body: readonly (readonly Cell[])[], layout: Partial<MappedLayout>, header = HEADER) =>
  readStatement(
    {
      name: 'Sao kê',
      rows: [
        ['NGÂN HÀNG TMCP SÀI GÒN THƯƠNG TÍN'],
        ['Số tài khoản: 0123456789'],
        header,
        ...body,
      ].map((cells, at) => ({ number: at + 1, cells })),
    },
    [
      {
        name: 'Sacombank',
        fingerprint: headerPrint(HEADER),
        columns: { date: 0, amount: 1, direction: 2, balance: 3, content: 4 },
        signs: 'bank',
        ...layout,
      },
    ],
  );

const BODY = [
  ['05/10/2026', '450.000', 'Có', '1.450.000', 'SKX1483027569'],
  ['06/10/2026', '200.000', 'Nợ', '1.250.000', 'phi'],
];

describe('a header that a person has mapped', () => {
  it('is known again, however its letters are written', () => {
    for (const header of [HEADER, HEADER.map((name) => name.toUpperCase().normalize('NFD'))]) {
      const statement = read(BODY, {}, header);
      expect(statement).toMatchObject({
        layout: 'Sacombank',
        bin: null,
        accountNumber: '0123456789',
        opening: 1_000_000,
        closing: 1_250_000,
      });
      expect(statement.rows).toMatchObject([
        { direction: 'in', amount: 450_000, content: 'SKX1483027569' },
        { direction: 'out', amount: 200_000 },
      ]);
    }
  });

  it('takes one signed column, and our own books’ view of plus and minus', () => {
    const columns = { date: 0, amount: 1, balance: 3, content: 4 };
    const signed = BODY.map(([day, amount = '', side, ...rest]) => [
      day,
      side === 'Nợ' ? `-${amount}` : amount,
      side,
      ...rest,
    ]);
    expect(read(signed, { columns })).toMatchObject({ closing: 1_250_000 });
    const turned = BODY.map(([day, amount, side, ...rest]) => [
      day,
      amount,
      side === 'Nợ' ? 'Có' : 'Nợ',
      ...rest,
    ]);
    expect(read(turned, { signs: 'ours' })).toMatchObject({ closing: 1_250_000 });
  });

  it('cannot make a file believed that does not add up: a wrong view is refused', () => {
    expect(() => read(BODY, { signs: 'ours' })).toThrow(CodedError);
  });

  it('that nobody mapped is unknown', () => {
    expect(() => read(BODY, { fingerprint: 'another' })).toThrow(
      expect.objectContaining({ code: 'banking.statementLayoutUnknown' }),
    );
  });
});

it.each<[Mapping, string | null]>([
  [{ date: 0, amount: 1 }, null],
  [{ date: 0, debit: 1, credit: 2 }, null],
  [{ amount: 1 }, 'date'],
  [{ date: 0, debit: 1 }, 'amount'],
  [{ date: 0, debit: 1, credit: 2, amount: 3 }, 'amount'],
  [{ date: 0, debit: 1, credit: 2, direction: 3 }, 'amount'],
  [{ date: 0, amount: 0 }, 'place'],
  [{ date: 0, amount: 9 }, 'place'],
])('a mapping %j lacks %j', (columns, missing) => {
  const check = () => requireMapping(columns, 5);
  if (missing === null) expect(check).not.toThrow();
  else expect(check).toThrow(expect.objectContaining({ facts: { missing } }));
});
