import { type Vnd, vnd } from '@cho40/kernel';
import { noteStrangers } from './decode-account';
import { type Findings, noteAdditionalLengths } from './findings';
import { type Level, levelIn, named, ROOT, valueOf } from './tlv';

const DONG = '704';
// EMVCo QRCPS 1.1, 3.6: digits and at most one decimal mark, 13 characters, never zero.
const AMOUNT = /^(?=.{1,13}$)\d+(?:\.\d*)?$/;
const ZERO = /^[0.]*$/;
// Between 00.01 and 99.99 percent.
const PERCENTAGE = /^\d{1,2}(?:\.\d{0,2})?$/;

export function readCurrency(root: Level, { problems, warnings }: Findings): string {
  const currency = valueOf(root, 53);
  if (currency === null) problems.push('53: no currency');
  else if (!/^\d{3}$/.test(currency)) problems.push('53: the currency is not three digits');
  else if (currency !== DONG) warnings.push(`53: currency ${currency} is not đồng (704)`);
  return currency ?? '';
}

/** VietQR is Vietnam's; other schemes may name any country of two letters. */
export function readCountry(root: Level, scheme: string, { problems }: Findings): void {
  const country = valueOf(root, 58);
  if (country === null) problems.push('58: no country');
  else if (scheme === 'napas' && country !== 'VN') problems.push('58: the country is not VN');
  else if (!/^[A-Za-z]{2}$/.test(country)) problems.push('58: the country is not two letters');
}

interface AmountReading {
  readonly amount: Vnd | null;
  readonly amountText: string | null;
}

/** `50000` and `50000.` are 50,000 đồng; `23.72`, or anything in another currency, stays text. */
export function readAmount(root: Level, currency: string, findings: Findings): AmountReading {
  const { problems, warnings } = findings;
  const text = valueOf(root, 54);
  if (text === null) return { amount: null, amountText: null };
  const problem = amountProblem(text);
  if (problem) problems.push(`54: ${problem}`);
  const [whole = '', fraction = ''] = text.split('.');
  const isWhole = ZERO.test(fraction);
  if (!isWhole) warnings.push(`54: ${text} has a fraction`);
  else if (fraction !== '') warnings.push(`54: ${text} is written with decimals`);
  if (problem || !isWhole || currency !== DONG) return { amount: null, amountText: text };
  return { amount: vnd(Number(whole)), amountText: null };
}

function amountProblem(text: string): string | null {
  if (!AMOUNT.test(text)) return 'not an amount of at most 13 characters, digits and one mark';
  return ZERO.test(text) ? 'zero' : null;
}

/** 55 = 01 asks for a tip, 02 adds the fixed fee of 56, 03 the percentage of 57. */
export function readTip(root: Level, { problems }: Findings): void {
  const rule = valueOf(root, 55);
  const fee = valueOf(root, 56);
  const percentage = valueOf(root, 57);
  if (rule !== null && !['01', '02', '03'].includes(rule)) problems.push('55: not 01, 02 or 03');
  if (rule === '02' && fee === null) problems.push('56: missing, though 55 is 02');
  if (rule === '03' && percentage === null) problems.push('57: missing, though 55 is 03');
  if (rule !== '02' && fee !== null) problems.push('56: present, though 55 is not 02');
  if (rule !== '03' && percentage !== null) problems.push('57: present, though 55 is not 03');
  if (fee !== null && amountProblem(fee)) problems.push(`56: ${amountProblem(fee)}`);
  if (percentage !== null && (!PERCENTAGE.test(percentage) || ZERO.test(percentage))) {
    problems.push('57: not a percentage from 00.01 to 99.99');
  }
}

interface AdditionalReading {
  readonly purpose: string | null;
  readonly billNumber: string | null;
}

/** 62, and the structure of the templates we keep but do not read (64, 80 to 99). */
export function readAdditional(root: Level, findings: Findings): AdditionalReading {
  for (const id of root.ids) {
    if (id === 64 || id >= 80) checkNested(root, id, ROOT, findings);
  }
  const additional = levelIn(root, 62, '62');
  if (additional === null) return { purpose: null, billNumber: null };
  if (additional.problem) findings.problems.push(additional.problem);
  for (const id of additional.ids) {
    if (id >= 50) checkNested(additional, id, '62', findings);
  }
  noteStrangers(additional, '62', findings);
  noteAdditionalLengths(additional, findings);
  noteAskedOfPayer(valueOf(additional, 9), findings);
  return { purpose: valueOf(additional, 8), billNumber: valueOf(additional, 1) };
}

function checkNested(level: Level, id: number, path: string, { problems }: Findings): void {
  const problem = levelIn(level, id, named(path, id))?.problem;
  if (problem) problems.push(problem);
}

// Address, mobile, e-mail: each at most once.
function noteAskedOfPayer(asked: string | null, { warnings }: Findings): void {
  if (asked === null) return;
  const isPlain = /^[AME]{1,3}$/.test(asked) && new Set(asked).size === asked.length;
  if (!isPlain) warnings.push('62-09: not a combination of A, M and E');
}
