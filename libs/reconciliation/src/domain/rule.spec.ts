import { plain } from './plain';
import { classesOf, fits, rehearsalOf, type Rule } from './rule';

const fee: Rule = { plainWords: plain('Phí SMS'), accountPrint: null, class: 'bank-charge' };
const shop: Rule = { plainWords: null, accountPrint: 'ab', class: 'supplier' };
const both: Rule = { plainWords: plain('tien dien'), accountPrint: 'ab', class: 'to-budget' };
const out = (text: string, accountPrint: string | null = null) =>
  ({ direction: 'out', plainText: plain(text), accountPrint }) as const;

describe('a rule', () => {
  it.each([
    ['its words, however the bank wrote them', fee, out('THU PHI S MS THANG 11'), true],
    ['its words in marks', fee, out('Phí SMS'), true],
    ['other words', fee, out('PHI QUAN LY'), false],
    ['its account', shop, out('chuyen tien', 'ab'), true],
    ['another account', shop, out('chuyen tien', 'cd'), false],
    ['no account', shop, out('chuyen tien'), false],
    ['both it names', both, out('tra tien dien', 'ab'), true],
    ['one of the two it names', both, out('tra tien dien', 'cd'), false],
    ['the other direction', fee, { ...out('Phí SMS'), direction: 'in' as const }, false],
  ])('looks for %s', (_, rule, record, expected) => {
    expect(fits(rule, record)).toBe(expected);
  });

  it('that contradicts another says so', () => {
    expect(classesOf([fee, fee, shop], out('phi sms', 'ab'))).toEqual(['bank-charge', 'supplier']);
  });

  it('is told what people made of the records it fits', () => {
    const past = [
      { state: 'outgoing', reason: 'outgoing', class: null },
      { state: 'outgoing', reason: 'undone', class: null },
      { state: 'classified', reason: 'rule', class: 'bank-charge' as const },
      { state: 'classified', reason: 'person', class: 'supplier' as const },
      { state: 'matched', reason: 'person', class: null },
    ];
    expect(rehearsalOf(fee, past)).toEqual({ fits: 5, waiting: 1, same: 1, otherwise: 3 });
  });
});
