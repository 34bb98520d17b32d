import { vnd } from '@cho40/kernel';
import { crc16, crcText } from './crc';
import { type DecodedVietQr, decodeVietQr } from './decode';

/** Closes a payload with its right CRC, so that only what the test is about can be wrong. */
function sealed(body: string): string {
  return `${body}6304${crcText(crc16(`${body}6304`))}`;
}

function object(id: string, value: string): string {
  return id + String(Array.from(value).length).padStart(2, '0') + value;
}

const PAYEE = object('00', '970436') + object('01', '0123456789');
const NAPAS = object('00', 'A000000727') + object('01', PAYEE) + object('02', 'QRIBFTTA');

interface Parts {
  readonly head?: string;
  readonly account?: string;
  readonly currency?: string;
  readonly country?: string;
  readonly rest?: string;
}

/** A static VietQR to 0123456789 at Vietcombank, with what the test is about put in its place. */
function payload(parts: Parts = {}): string {
  const { head = '000201010211', account = object('38', NAPAS), rest = '' } = parts;
  const { currency = '5303704', country = '5802VN' } = parts;
  return sealed(head + account + currency + country + rest);
}

function read(text: string): DecodedVietQr {
  const reading = decodeVietQr(text);
  if (!reading.ok) throw new Error(reading.problems.join('; '));
  return reading;
}

function problems(text: string): string {
  const reading = decodeVietQr(text);
  return reading.ok ? 'ok' : reading.problems.join('; ');
}

describe('a VietQR payload', () => {
  it('names the bank, the account and the service; without an amount it is static', () => {
    expect(read(payload())).toEqual({
      ok: true,
      scheme: 'napas',
      bin: '970436',
      account: '0123456789',
      service: 'QRIBFTTA',
      amount: null,
      amountText: null,
      currency: '704',
      purpose: null,
      billNumber: null,
      initiation: 'static',
      merchantName: null,
      warnings: [],
    });
  });

  it('carries amount, purpose, bill number and the name of who is paid', () => {
    const additional = object('01', 'HD7') + object('08', 'SKX1483027569 A12');
    const rest = object('54', '250000') + object('59', 'BQL CHO') + object('62', additional);
    expect(read(payload({ head: '000201010212', rest }))).toMatchObject({
      amount: vnd(250_000),
      initiation: 'dynamic',
      purpose: 'SKX1483027569 A12',
      billNumber: 'HD7',
      merchantName: 'BQL CHO',
      warnings: [],
    });
  });

  it.each(['QRIBFTTA', 'QRIBFTTC', 'QRPUSH', 'QRCASH'])('is read for the service %s', (service) => {
    const account = object('00', 'A000000727') + object('01', PAYEE) + object('02', service);
    expect(read(payload({ account: object('38', account) }))).toMatchObject({
      service,
      warnings: [],
    });
  });

  it('is read with objects in any order but the first and the last', () => {
    const text = sealed(
      `000201${object('62', object('08', 'tien le'))}5802VN5303704010211${object('38', NAPAS)}`,
    );
    expect(read(text)).toMatchObject({ scheme: 'napas', purpose: 'tien le', warnings: [] });
  });

  it('counts characters, not bytes nor halves of them', () => {
    expect(read(payload({ rest: object('62', object('08', 'Tiền chợ 😀 A12')) }))).toMatchObject({
      purpose: 'Tiền chợ 😀 A12',
      warnings: ['payload: characters outside ASCII'],
    });
  });

  it('is wrong when its lengths count bytes', () => {
    const inBytes = `62${Buffer.byteLength('0808Tiền chợ')}08${Buffer.byteLength('Tiền chợ')}Tiền chợ`;
    expect(problems(payload({ rest: inBytes }))).toMatch(
      /^62: length 18 runs past|^payload: no id/,
    );
  });

  it('is read with a CRC in lower case, with a warning', () => {
    const text = payload({ rest: object('62', object('08', 'b')) });
    expect(text).toMatch(/[A-F]/);
    const lower = text.slice(0, -4) + text.slice(-4).toLowerCase();
    expect(read(lower).warnings).toEqual(['63: CRC in lower case']);
  });

  it('is read with white space around it, as some scanners add, with a warning', () => {
    for (const text of [`${payload()}\r\n`, ` ${payload()}`, `\ufeff${payload()}`]) {
      expect(read(text)).toMatchObject({ bin: '970436' });
      expect(read(text).warnings).toEqual(['payload: white space around it, left out']);
    }
  });
});

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

describe('the frame of a payload', () => {
  const wrong: [reason: string, text: string, problem: RegExp][] = [
    ['nothing at all', '', /^payload: empty$/],
    ['white space only', ' \r\n', /^payload: empty$/],
    ['more than any QR code holds', '0'.repeat(7090), /^payload: longer than a QR code/],
    ['an address of a web page', 'https://example.vn/pay', /^payload: no id and length at 0/],
    [
      'the format not first',
      sealed(`010211000201${object('38', NAPAS)}53037045802VN`),
      /^00: not the first/,
    ],
    ['another format', payload({ head: '000202010211' }), /^00: the format is not 01/],
    ['no CRC', '0002010102115303704', /^63: the CRC is not the last object; 63: no CRC/],
    ['a CRC of three digits', `${payload().slice(0, -6)}03B1A`, /^63: no CRC/],
    ['a CRC that is not hexadecimal', `${payload().slice(0, -4)}XYZ1`, /^63: no CRC/],
    ['another CRC', `${payload().slice(0, -4)}FFFF`, /^63: CRC FFFF, computed [0-9A-F]{4}$/],
    ['something after the CRC', `${payload()}6502AB`, /^63: the CRC is not the last/],
    ['a CRC in the middle', sealed('000201010211630412345303704'), /^63: comes twice/],
    ['an object twice', payload({ rest: '5303704' }), /^53: comes twice/],
    ['an object of no length', payload({ rest: '6200' }), /^62: length 00/],
    ['an id that is no number', payload({ rest: '6A0512345' }), /^payload: no id and length at/],
    ['digits of another script', payload({ rest: '٥٩02AB' }), /^payload: no id and length at/],
    ['a length past the end', payload({ rest: '5999AB' }), /^59: length 99 runs past its end/],
    ['an initiation of no kind', payload({ head: '000201010213' }), /^01: "13" is neither/],
    ['no currency', payload({ currency: '' }), /^53: no currency/],
    ['a currency in letters', payload({ currency: '5303VND' }), /^53: the currency is not three/],
    ['no country', payload({ country: '' }), /^58: no country/],
    ['another country', payload({ country: '5802LA' }), /^58: the country is not VN/],
    ['nobody to pay', payload({ account: '' }), /^payload: no account information/],
    ['a template that is none', payload({ rest: '8005hello' }), /^80: no id and length/],
    ['a language template that is none', payload({ rest: '6403002' }), /^64: cut off inside/],
    ['additional data that is none', payload({ rest: '62050899A' }), /^62-08: length 99 runs/],
  ];
  it.each(wrong)('is wrong with %s', (_, text, problem) => {
    expect(problems(text)).toMatch(problem);
  });

  it('may leave the initiation out, with a warning', () => {
    expect(read(payload({ head: '000201' }))).toMatchObject({
      initiation: 'static',
      warnings: ['01: missing, read as static'],
    });
  });
});

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
