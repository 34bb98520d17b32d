import { codeFinder, mintCode, transferText } from '@cho40/vietqr';
import { bankText, PAYING_BANKS } from './bank-texts';
import { chanceOf } from './chance';

const PREFIXES = ['SKX', 'CQX', 'QDVX', 'HZ'];
const payer = 'Vàng Thị Mỷ';

function textOf(bill: number, isVietinBank = false) {
  const chance = chanceOf('bank-texts', bill);
  const code = mintCode(chance.pick(PREFIXES), 'bill', bill, 42);
  const bin = isVietinBank ? '970415' : '970436';
  const text = transferText({ code, bin, isThroughSePay: true, words: ['A12', 'T11'] });
  return { code, text: bankText(chance.pick(PAYING_BANKS), { text, payer }, chance) };
}

describe('a transfer on its way through a bank', () => {
  it('keeps its code, whatever eight banks do to the text', () => {
    const finder = codeFinder(PREFIXES);
    for (let bill = 0; bill < 20_000; bill += 1) {
      const { code, text } = textOf(bill, bill % 2 === 0);
      expect({ text, ...finder.find(text) }).toEqual({
        text,
        codes: [code],
        repairs: [],
        broken: [],
      });
    }
  });

  it('names no bill where the payer wrote words of his own', () => {
    const finder = codeFinder(PREFIXES);
    for (let at = 0; at < 5000; at += 1) {
      const chance = chanceOf('own words', at);
      const text = bankText(chance.pick(PAYING_BANKS), { text: 'nop tien cho t11', payer }, chance);
      expect({ text, ...finder.find(text) }).toEqual({ text, codes: [], repairs: [], broken: [] });
    }
  });

  it('comes out the same each time, and differs from bank to bank', () => {
    expect(textOf(7)).toEqual(textOf(7));
    const texts = PAYING_BANKS.map((bank) =>
      bankText(bank, { text: 'SKX1483027569', payer }, chanceOf('one')),
    );
    expect(new Set(texts).size).toBe(8);
  });
});
