import { BANKS, bankOf } from './bank-directory';

describe('the banks', () => {
  it('are known by six digits, each once, with a name to show', () => {
    expect(BANKS.size).toBe(71);
    for (const [bin, { shortName }] of BANKS) {
      expect(bin).toMatch(/^\d{6}$/);
      expect(shortName).not.toBe('');
    }
  });

  it('keep the names they had', () => {
    expect(bankOf('970436')?.shortName).toBe('Vietcombank');
    expect(bankOf('970449')?.formerNames).toEqual(['LienVietPostBank']);
    expect(bankOf('000000')).toBeNull();
  });
});
