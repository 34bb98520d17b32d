import { codeFinder } from '@cho40/vietqr';
import { judged } from '../../../../test/support/transfer-texts/judged';
import { labelledTexts, textsWithoutCode } from '../../../../test/support/transfer-texts/labelled';
import { PREFIXES } from '../../../../test/support/transfer-texts/sent';

// A slice of the set that `npm run bench -- match --size full` judges whole.
const TEXTS = 20_000;

describe('texts as thirty banks and wallets hand them on', () => {
  const judgement = judged(labelledTexts('slice', TEXTS));

  it('credit nobody but whom the payer named', () => {
    expect(judgement.texts).toBe(TEXTS);
    expect(judgement.wrong).toEqual([]);
  });

  it('are credited where one code stands in them whole, nearly always', () => {
    expect(judgement.toFind).toBeGreaterThan(TEXTS / 2);
    expect(judgement.found / judgement.toFind).toBeGreaterThan(0.99);
  });

  it('suggest the code that was meant where it was mistyped, four times in five', () => {
    expect(judgement.mistyped).toBeGreaterThan(TEXTS / 10);
    expect(judgement.suggested / judgement.mistyped).toBeGreaterThan(0.8);
  });
});

it('texts in which no code was sent hold none', () => {
  const finder = codeFinder(PREFIXES);
  for (const text of textsWithoutCode('slice', TEXTS))
    expect([text, finder.find(text).codes]).toEqual([text, []]);
});
