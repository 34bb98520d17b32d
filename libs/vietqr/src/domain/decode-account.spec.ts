import {
  NAPAS,
  object,
  PAYEE,
  payload,
  problems,
  read,
} from '../../../../test/support/vietqr-payload';

describe('who is paid', () => {
  const napas = (...objects: [string, string][]): string =>
    payload({ account: object('38', objects.map(([id, value]) => object(id, value)).join('')) });
  const scheme: [string, string] = ['00', 'A000000727'];
  const service: [string, string] = ['02', 'QRIBFTTA'];

  const wrong: [reason: string, text: string, problem: RegExp][] = [
    ['a scheme without a name', napas(['01', PAYEE], service), /^38-00: missing/],
    ['no account', napas(scheme, service), /^38-01: missing/],
    [
      'a BIN of five digits',
      napas(scheme, ['01', '0005970430101A'], service),
      /^38-01-00: the BIN/,
    ],
    ['a BIN in letters', napas(scheme, ['01', '0006VIETCB0101A'], service), /^38-01-00: the BIN/],
    ['no BIN', napas(scheme, ['01', '0103123'], service), /^38-01-00: no BIN/],
    [
      'a bank without an account',
      napas(scheme, ['01', '0006970436'], service),
      /^38-01-01: no acc/,
    ],
    [
      'an account of twenty digits',
      napas(scheme, ['01', `0006970436${object('01', '1'.repeat(20))}`], service),
      /^38-01-01: the account/,
    ],
    [
      'an account with a hyphen',
      napas(scheme, ['01', `0006970436${object('01', '12-34')}`], service),
      /^38-01-01: the account/,
    ],
    [
      // The commonest fault in public code: 38-01 is given the length of what follows, too.
      'an account that swallows the service code',
      napas(scheme, ['01', `${PAYEE}${object('02', 'QRIBFTTA')}`]),
      /^38-01: its length swallows 38-02/,
    ],
    [
      'a nested length that is one short',
      payload({ account: object('38', `0010A0000007270123${PAYEE}0208QRIBFTTA`) }),
      /^38.*: /,
    ],
    [
      // 38 is six too long and takes the amount in; the rest still parses, and the CRC is right.
      'a scheme that swallows the amount',
      napas(scheme, ['01', PAYEE], service, ['54', '50000']),
      /^38: its length swallows 54/,
    ],
    [
      'additional data that swallow the amount',
      payload({ rest: object('62', object('08', 'x') + object('54', '50000')) }),
      /62: its length swallows 54/,
    ],
    ['another scheme that is no template', payload({ account: '2605A0000' }), /^26: no id/],
  ];
  it.each(wrong)('is wrong with %s', (_, text, problem) => {
    expect(problems(text)).toMatch(problem);
  });

  it('may be a virtual account of letters and digits, up to nineteen', () => {
    const account = 'VQRQ0001234567890AZ';
    const text = napas(scheme, ['01', `0006970422${object('01', account)}`], service);
    expect(read(text)).toMatchObject({ account, warnings: [] });
  });

  it('may be asked without a service code or with an unknown one, with a warning', () => {
    expect(read(napas(scheme, ['01', PAYEE]))).toMatchObject({
      service: null,
      warnings: ['38-02: no service code'],
    });
    expect(read(napas(scheme, ['01', PAYEE], ['02', 'QRNEW'])).warnings).toEqual([
      '38-02: unknown service "QRNEW"',
    ]);
  });

  const VNPAY = object('26', object('00', 'A000000775') + object('01', '0106415999'));
  const nobody = { bin: null, account: null, service: null };

  it('is VNPAY for its own scheme, which names no bank account', () => {
    expect(read(payload({ account: VNPAY }))).toMatchObject({ scheme: 'vnpay', ...nobody });
  });

  it('is VietQR where both stand, whichever comes first', () => {
    const both = [VNPAY + object('38', NAPAS), object('38', NAPAS) + VNPAY];
    for (const account of both) {
      expect(read(payload({ account }))).toMatchObject({ scheme: 'napas', bin: '970436' });
    }
  });

  it('is another scheme for a card number, a foreign template, or 38 under another name', () => {
    const foreign = object('29', object('00', 'D15600000000') + object('05', 'A93FO3230Q'));
    const other38 = object('38', object('00', 'A000000999') + object('01', '12'));
    for (const account of [object('02', '4000123456789012'), foreign, other38]) {
      expect(read(payload({ account }))).toMatchObject({ scheme: 'other', ...nobody });
    }
  });

  it('may be in another country for another scheme', () => {
    const account = object('29', object('00', 'D15600000000'));
    expect(read(payload({ account, country: '5802CN' }))).toMatchObject({ scheme: 'other' });
  });
});
