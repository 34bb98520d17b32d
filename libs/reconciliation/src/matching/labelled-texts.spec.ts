import { vnd, type Id } from '@cho40/kernel';
import { codeFinder, codesNear } from '@cho40/vietqr';
import { judged, type Conclusion } from '../../../../test/support/transfer-texts/judged';
import { labelledTexts, textsWithoutCode } from '../../../../test/support/transfer-texts/labelled';
import { PREFIXES } from '../../../../test/support/transfer-texts/sent';
import { decide, type Subject } from '../domain/decide';
import { foundIn } from './found';

// A slice of the set that `npm run bench -- match --size full` judges whole.
const TEXTS = 20_000;
const board = '00000000-0000-7000-8000-000000000001' as Id;
const prefixes = new Map(PREFIXES.map((each) => [each, { boardId: board, marketId: board }]));
const stall: Subject = { kind: 'stall', marketId: board, leaseId: board };
const finder = codeFinder(PREFIXES);

const concluded: Conclusion = (text, isGivenOut) => {
  const found = foundIn(finder, text);
  const conclusion = decide({
    boardId: board,
    direction: 'in',
    amount: vnd(100_000),
    found,
    subjects: new Map(found.codes.filter(isGivenOut).map((code) => [code, stall])),
    prefixes,
    addressed: null,
    isWalletCredit: false,
    ruled: [],
    isProbe: false,
  });
  return {
    credited: conclusion.kind === 'settle' ? conclusion.code : null,
    suggested: finder.find(text).broken.flatMap(codesNear),
  };
};

describe('texts as thirty banks and wallets hand them on', () => {
  const judgement = judged(labelledTexts('slice', TEXTS), concluded);

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
  for (const text of textsWithoutCode('slice', TEXTS))
    expect([text, finder.find(text).codes]).toEqual([text, []]);
});
