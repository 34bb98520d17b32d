// Payloads written and read, against npm vietnam-qr-pay, which checks far less: both get the same
// payments (40 boards with an account each, two bills in three with an amount and a purpose) and
// must agree.
import { createRequire } from 'node:module';
import { sideBySide } from './side-by-side.mjs';

const require = createRequire(import.meta.url);
const { decodeVietQr, vietQrTo } = require('../dist/libs/vietqr/src/index.js');
const { chanceOf } = require('../dist/apps/cli/src/province/chance.js');
const { QRPay } = require('vietnam-qr-pay');

export const work = 'encode and decode the bills of 40 boards, against npm vietnam-qr-pay';
const GOAL = 10;
const BOARDS = 40;
const BINS = ['970436', '970415', '970422', '970405', '970418', '970407', '970416', '970423'];

export async function run({ size }) {
  const boards = boardsOf(size === 'full' ? 500 : 100);
  const payloads = boards.flatMap(ours).map(asReceived);
  agree(boards.flatMap(theirs), payloads);
  const encode = sideBySide({
    items: payloads.length,
    ours: () => boards.forEach((board) => keep(ours(board))),
    other: () => boards.forEach((board) => keep(theirs(board))),
  });
  const decode = sideBySide({
    items: payloads.length,
    ours: () => payloads.forEach((payload) => keep(decodeVietQr(payload).amount)),
    other: () => payloads.forEach((payload) => keep(new QRPay(payload).amount)),
  });
  return [figureOf('encodes/s', encode), figureOf('decodes/s', decode)];
}

function figureOf(figure, { ours: rate, other }) {
  return { figure, ours: rate, other, goal: `≥ ${GOAL} ×`, holds: rate >= GOAL * other };
}

function ours({ payee, bills }) {
  return bills.map(vietQrTo(payee));
}

function theirs({ payee, bills }) {
  return bills.map(({ amount, purpose }) =>
    QRPay.initVietQR({
      bankBin: payee.bin,
      bankNumber: payee.account,
      amount: amount === undefined ? undefined : String(amount),
      purpose,
    }).build(),
  );
}

// What nobody uses the compiler would leave out.
let kept = 0;
function keep(value) {
  kept += value === undefined ? 1 : 2;
}

function boardsOf(billsEach) {
  const boards = Array.from({ length: BOARDS }, (_, board) => {
    const chance = chanceOf('bench vietqr', board);
    const account = Array.from({ length: chance.between(8, 15) }, () => chance.between(0, 9)).join(
      '',
    );
    const bills = Array.from({ length: billsEach }, (__, at) => billOf(at, chance));
    return { payee: { bin: chance.pick(BINS), account }, bills };
  });
  // As a request brings them: whole strings, small integers.
  return JSON.parse(JSON.stringify(boards));
}

function billOf(at, chance) {
  if (at % 3 === 0) return {};
  const purpose = `SKX1${chance.between(100_000_000, 999_999_999)} A${chance.between(1, 99)} T11`;
  return { amount: chance.between(1, 900) * 1000, purpose };
}

// A text put together by a program lies in pieces in memory; one that came from a scanner, a file
// or a socket does not. Both sides get the latter.
function asReceived(text) {
  return Buffer.from(text).toString('latin1');
}

function agree(expected, payloads) {
  for (const [at, payload] of payloads.entries()) {
    if (expected[at] !== payload) throw new Error(`${payload} is not ${expected[at]}`);
    const { consumer, isValid } = new QRPay(payload);
    const reading = decodeVietQr(payload);
    const isSame = isValid && reading.ok && reading.account === consumer.bankNumber;
    if (!isSame) throw new Error(`${payload} is read in two ways`);
  }
}
