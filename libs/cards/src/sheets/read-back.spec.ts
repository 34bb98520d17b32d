import { feeCardPayload } from './card-payload';
import type { CardToDraw } from './card-sheets.queries';
import { readBackPages } from './drawing.service';

const account = {
  bin: '970436',
  number: '0821000240001',
  holderName: 'BQL CHO',
  isThroughSePay: true,
};
const code = 'SKX1483027569';
const payload = feeCardPayload({ code, stallCode: 'A-12' }, account);
const card: CardToDraw = {
  serial: 7,
  stallCode: 'A-12',
  marketName: 'Chợ Trần Phú',
  holderName: account.holderName,
  bin: account.bin,
  accountNumber: account.number,
  format: 'sticker-10',
  madeAt: new Date('2026-11-23T02:00:00Z'),
  payload,
  code,
};

it('a sheet whose codes lead where its cards say is drawn', async () => {
  expect(await readBackPages(Array.from({ length: 11 }, () => card))).toHaveLength(2);
});

it.each<[string, Partial<CardToDraw>]>([
  ['to another account', { accountNumber: '0821000240002' }],
  ['to another bank', { bin: '970415' }],
  ['to another stall', { code: 'SKX2483027569' }],
  ['nowhere', { payload: payload.slice(0, -4) }],
])('a sheet with one code that leads %s is not drawn', async (_where, change) => {
  const wrong = { ...card, serial: 8, ...change };
  await expect(readBackPages([card, wrong])).rejects.toThrow('the code of card 8');
});
