import { object, payload, problems, read } from '../../../../test/support/vietqr-payload';

describe('an amount', () => {
  const amounts: [
    text: string,
    amount: number | null,
    amountText: string | null,
    warned: boolean,
  ][] = [
    ['50000', 50_000, null, false],
    ['50000.', 50_000, null, false],
    ['1', 1, null, false],
    ['000001', 1, null, false],
    ['9999999999999', 9_999_999_999_999, null, false],
    ['50000.00', 50_000, null, true],
    ['23.72', null, '23.72', true],
    ['0.5', null, '0.5', true],
  ];
  it.each(amounts)('%s is read as %s đồng', (text, amount, amountText, warned) => {
    const reading = read(payload({ head: '000201010212', rest: object('54', text) }));
    expect(reading).toMatchObject({ amount, amountText });
    expect(reading.warnings.length > 0).toBe(warned);
  });

  it.each(['0', '000', '0.00', '0.', '.', '.5', '1.2.3', '1,000', '-5', '+5', '1e5', ' 5', '5 đ'])(
    '%p makes the payload wrong',
    (text) => {
      expect(problems(payload({ rest: object('54', text) }))).toMatch(/^54: /);
    },
  );

  it('of fourteen characters makes the payload wrong', () => {
    expect(problems(payload({ rest: object('54', '12345678901234') }))).toMatch(
      /^54: not an amount/,
    );
    expect(problems(payload({ rest: object('54', '1234567890123.') }))).toMatch(
      /^54: not an amount/,
    );
  });

  it('in another currency is no amount in đồng', () => {
    const reading = read(payload({ currency: '5303840', rest: object('54', '12') }));
    expect(reading).toMatchObject({ currency: '840', amount: null, amountText: '12' });
    expect(reading.warnings).toEqual(['53: currency 840 is not đồng (704)']);
  });

  it('is expected of a dynamic payload, and its lack a warning', () => {
    expect(read(payload({ head: '000201010212' })).warnings).toEqual([
      '01: dynamic (12) without an amount (54)',
    ]);
  });
});

describe('tips', () => {
  const asked: [rest: string, verdict: RegExp][] = [
    ['550201', /^ok$/],
    ['55020256031.5', /^ok$/],
    ['550203570505.25', /^ok$/],
    ['550204', /^55: not 01, 02 or 03/],
    ['550201560510000', /^56: present/],
    ['55020157015', /^57: present/],
    ['550202', /^56: missing/],
    ['550203', /^57: missing/],
    ['560510000', /^56: present/],
    ['57015', /^57: present/],
    ['5502025605100005703005', /^57: present/],
    ['55020256010', /^56: zero/],
    ['55020357010', /^57: not a percentage/],
    ['5502035703100', /^57: not a percentage/],
  ];
  it.each(asked)('%s gives %s', (rest, verdict) => {
    expect(problems(payload({ rest }))).toMatch(verdict);
  });
});

describe('what we would not write, but meet', () => {
  const odd: [reason: string, rest: string, warning: string][] = [
    [
      'a name of 31 characters',
      object('59', 'EVN CONG TY DIEN LUC THANH XUAN'),
      '59: 31 characters, more than 25',
    ],
    ['a city of 16', object('60', 'THANH PHO HA NOI'), '60: 16 characters, more than 15'],
    ['a postal code of 11', object('61', '12345678901'), '61: 11 characters, more than 10'],
    [
      'a purpose of 26',
      object('62', object('08', 'x'.repeat(26))),
      '62-08: 26 characters, more than 25',
    ],
    ['a reserved object', object('70', 'abc'), '70: reserved, ignored'],
    ['a reserved object in 62', object('62', object('10', 'abc')), '62-10: reserved, ignored'],
    ['a category that is none', object('52', 'FOOD'), '52: not four digits'],
    [
      'a wish for a fax number',
      object('62', object('09', 'F')),
      '62-09: not a combination of A, M and E',
    ],
  ];
  it.each(odd)('%s is a warning', (_, rest, warning) => {
    expect(read(payload({ rest })).warnings).toEqual([warning]);
  });

  it('keeps quiet about what the specification grants', () => {
    const additional = object('09', 'ME') + object('50', object('00', 'vn.example'));
    const language = object('00', 'ZH') + object('01', '最佳运输');
    const rest = [
      object('52', '5812') +
        object('59', 'CUA HANG') +
        object('60', 'HA NOI') +
        object('61', '10000'),
      object('62', additional) + object('91', object('00', 'A011223344998877')),
    ].join('');
    expect(read(payload({ rest })).warnings).toEqual([]);
    expect(read(payload({ rest: object('64', language) })).warnings).toEqual([
      'payload: characters outside ASCII',
    ]);
  });
});
