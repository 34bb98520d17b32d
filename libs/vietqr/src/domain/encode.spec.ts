import { CodedError, vnd, type Vnd } from '@cho40/kernel';
import { decodeVietQr } from './decode';
import { encodeVietQr, type VietQrInput, vietQrTo } from './encode';

const to = { bin: '970436', account: '0123456789' };

function refusal(input: Partial<VietQrInput>): unknown {
  try {
    return encodeVietQr({ ...to, ...input });
  } catch (error) {
    return error instanceof CodedError ? { code: error.code, ...error.facts } : error;
  }
}

describe('writing a VietQR', () => {
  it('follows the order of the objects that bank apps expect', () => {
    expect(encodeVietQr(to)).toBe(
      '00020101021138540010A00000072701240006970436011001234567890208QRIBFTTA53037045802VN63046A15',
    );
    const bill = { amount: vnd(250_000), purpose: 'SKX1483027569 A12 T11', billNumber: 'HD7' };
    expect(encodeVietQr({ ...to, ...bill, holderName: 'BQL CHO' })).toBe(
      '00020101021238540010A00000072701240006970436011001234567890208QRIBFTTA53037045406250000' +
        '5802VN5907BQL CHO62320103HD70821SKX1483027569 A12 T11630471BC',
    );
  });

  it('is dynamic with an amount and static without', () => {
    expect(encodeVietQr(to).slice(6, 12)).toBe('010211');
    expect(encodeVietQr({ ...to, amount: vnd(1) }).slice(6, 12)).toBe('010212');
  });

  it('says to a card when told so', () => {
    const payload = encodeVietQr({ ...to, account: '9704361234567890', service: 'QRIBFTTC' });
    expect(decodeVietQr(payload)).toMatchObject({
      service: 'QRIBFTTC',
      account: '9704361234567890',
    });
  });

  it('to one payee, bill after bill, is the same as each by itself', () => {
    const write = vietQrTo(to);
    for (const asked of [
      {},
      { amount: vnd(7000) },
      { amount: vnd(1), purpose: 'A', billNumber: 'B' },
    ]) {
      expect(write(asked)).toBe(encodeVietQr({ ...to, ...asked }));
    }
    expect(() => vietQrTo({ ...to, bin: '9704' })).toThrow('vietqr.binInvalid');
  });

  it('drops the marks that bank apps refuse', () => {
    const payload = encodeVietQr({
      ...to,
      purpose: ' Tiền chợ  Đồng Văn\n',
      holderName: 'Chợ Mèo Vạc',
    });
    expect(decodeVietQr(payload)).toMatchObject({
      purpose: 'Tien cho Dong Van',
      merchantName: 'Cho Meo Vac',
    });
  });

  it('cuts a holder’s name after the last word that fits, or inside one that never does', () => {
    const nameOf = (holderName: string) => decodeVietQr(encodeVietQr({ ...to, holderName }));
    expect(nameOf('Ban quản lý chợ trung tâm Mèo Vạc')).toMatchObject({
      merchantName: 'Ban quan ly cho trung tam',
    });
    expect(nameOf('Ban quản lý chợ Đồng Văn Hà Giang')).toMatchObject({
      merchantName: 'Ban quan ly cho Dong Van',
    });
    expect(nameOf('X'.repeat(200))).toMatchObject({ merchantName: 'X'.repeat(25) });
  });
});

describe('writing a VietQR is refused', () => {
  it.each(['', '97043', '9704361', '97043A', '９７０４３６', ' 970436'])(
    'for the BIN %p',
    (bin) => {
      expect(refusal({ bin })).toEqual({ code: 'vietqr.binInvalid', field: 'bin', bin });
    },
  );

  it.each(['', '1'.repeat(20), '12-34', '12 34', 'Đ1'])('for the account %p', (account) => {
    expect(refusal({ account })).toEqual({
      code: 'vietqr.accountInvalid',
      field: 'account',
      account,
    });
  });

  it.each([0, -1, 500_000_000, 2 ** 53])('for %p đồng', (amount) => {
    const typed = (amount > Number.MAX_SAFE_INTEGER ? amount : vnd(amount)) as Vnd;
    expect(refusal({ amount: typed })).toMatchObject({ code: 'vietqr.amountOutOfRange' });
  });

  it('for a purpose longer than bank apps fill in, even one that shortening could save', () => {
    expect(refusal({ purpose: 'SKX1483027569 A12 thang 11' })).toEqual({
      code: 'vietqr.textTooLong',
      field: 'purpose',
      length: 26,
      most: 25,
    });
  });

  it('for a purpose of nothing, or of what no letter stands for', () => {
    expect(refusal({ purpose: ' \t' })).toEqual({ code: 'vietqr.textEmpty', field: 'purpose' });
    expect(refusal({ billNumber: 'HD 最' })).toEqual({
      code: 'vietqr.textNotAscii',
      field: 'billNumber',
      character: '最',
    });
  });
});
