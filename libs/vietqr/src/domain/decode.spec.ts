import { vnd } from '@cho40/kernel';
import {
  NAPAS,
  object,
  PAYEE,
  payload,
  problems,
  read,
  sealed,
} from '../../../../test/support/vietqr-payload';

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
