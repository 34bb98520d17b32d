import { transferText } from './purpose';

const bill = { code: 'SKX1483027569', bin: '970436', isThroughSePay: true };

describe('the transfer text', () => {
  it('has the code first, then the stall and the month', () => {
    expect(transferText({ ...bill, words: ['A12', 'T11'] })).toBe('SKX1483027569 A12 T11');
    expect(transferText(bill)).toBe('SKX1483027569');
  });

  it('leaves out words from the first that no longer fits into 25 characters', () => {
    expect(transferText({ ...bill, words: ['A12', 'THANG11'] })).toBe('SKX1483027569 A12 THANG11');
    expect(transferText({ ...bill, words: ['A12', 'THANG 11', 'X'] })).toBe('SKX1483027569 A12');
  });

  it('begins with SEVQR for VietinBank through SePay only', () => {
    const vietinbank = { ...bill, bin: '970415' };
    expect(transferText({ ...vietinbank, words: ['A12', 'T11'] })).toBe('SEVQR SKX1483027569 A12');
    expect(transferText({ ...vietinbank, isThroughSePay: false })).toBe('SKX1483027569');
  });

  it('writes labels as banks let them through', () => {
    expect(transferText({ ...bill, words: ['Đ-12', '…'] })).toBe('SKX1483027569 D12');
  });
});
