import type { Chance } from '../../../apps/cli/src/province/chance';

/** What a bank or a wallet makes of a payer's words. */
export type Bank = (sent: string, payer: string, chance: Chance) => string;

const d = (chance: Chance, count: number) =>
  Array.from({ length: count }, () => chance.between(0, 9)).join('');
const l = (chance: Chance, count: number) =>
  Array.from({ length: count }, () => chance.pick(Array.from('ABCDEHKMNOPRTY'))).join('');
const phone = (chance: Chance) => `0${chance.pick(['9', '3', '7', '8', '5'])}${d(chance, 8)}`;
const clock = (chance: Chance) => `${d(chance, 6)}-${d(chance, 6)}`;

/**
 * The wrappings of published lines (SePay, Casso, statements of a dozen banks, wallets), with made-up
 * numbers and names: what stands before and after the payer's words, and between.
 */
export const BANKS: Readonly<Record<string, Bank>> = {
  asTyped: (sent) => sent,
  vietcombank: (sent, payer, c) =>
    `MBVCB.${d(c, 10)}.${d(c, 6)}.${sent}.CT tu ${d(c, 10)} ${payer} toi ${d(c, 13)} BQL CHO tai VCB`,
  vietcombankShort: (sent, _, c) => `MBVCB.${d(c, 11)}.${sent}`,
  vietcombankWeb: (sent, payer, c) =>
    `IBVCB.${d(c, 10)}.${d(c, 6)}.${sent}.CT tu ${d(c, 10)} ${payer}`,
  vietcombankNapas: (sent, _, c) => `${d(c, 6)}.${d(c, 6)}.${d(c, 6)}.${sent}.${d(c, 12)}`,
  toVietcombank: (sent, _, c) =>
    `0200970422${d(c, 10)}2026${l(c, 4)}${d(c, 6)}.${d(c, 5)}.${d(c, 6)}.${sent}`,
  vietinbank: (sent, _, c) => `CT DEN:${d(c, 12)} ${sent}`,
  vietinbankSePay: (sent, _, c) => `SEVQR ${sent}; tai iPay ${d(c, 6)}`,
  mb: (sent, payer, c) =>
    `CUSTOMER ${sent}. TU: ${payer}- Ma GD ACSP/ ${l(c, 2).toLowerCase()}${d(c, 6)}`,
  mbTrace: (sent, _, c) => `${sent}-Ma giao dich Trace${d(c, 6)} Trace ${d(c, 6)}`,
  techcombank: (sent, payer, c) => `${payer} ${sent} FT${d(c, 14)}`,
  techcombankBack: (sent, _, c) => `${sent} FT${d(c, 5)}${l(c, 1)}${d(c, 5)}\\BNK`,
  bidv: (sent, payer, c) =>
    `REM Tfr Ac: ${d(c, 14)} O@L_${d(c, 6)}_0_0_${d(c, 8)}_${sent} ${payer}`,
  bidvCard: (sent, _, c) => `TKThe :${d(c, 11)}, tai MB. ${sent} -CTLNHIDI${d(c, 9)}-1/1-CRE-002`,
  acb: (sent, _, c) => `${sent} GD ${d(c, 6)}-${clock(c)}`,
  acbName: (sent, payer, c) => `${payer}-${sent}-${clock(c)} ${d(c, 6)}`,
  vpbank: (sent, _, c) => `NHAN TU ${d(c, 8)} TRACE ${d(c, 6)} ND ${sent}`,
  tpbank: (sent, payer, c) => `${payer} chuyen khoan ${sent} GD ${d(c, 9)}`,
  sacombank: (sent, _, c) => `IBFT ${sent}-${clock(c)}-${d(c, 10)}`,
  agribank: (sent, _, c) => `IBFT ${sent} ${d(c, 8)}`,
  agribankMobile: (sent, payer, c) => `MBANK;${d(c, 12)};${payer};${sent}`,
  msb: (sent, _, c) => `${sent}-${d(c, 16)}-CHUYEN TIEN`,
  vib: (sent, payer, c) => `${payer} CHUYEN KHOAN QR ${sent}/${d(c, 9)}`,
  ocb: (sent, _, c) => `CHUYEN TIEN TU ${phone(c)} ND:${sent}:${d(c, 8)}`,
  momo: (sent, _, c) => `${sent}-CHUYEN TIEN-OQCH${d(c, 4)}${l(c, 4)}-MOMO${d(c, 11)}MOMO`,
  momoCashIn: (sent, _, c) => `MOMO-CASHIN-${phone(c)}-OQCH${d(c, 8)}-${d(c, 12)}-${sent}`,
  zaloPay: (sent, _, c) => `ZP26K${d(c, 10)} ${d(c, 15)} ${sent}`,
  viettelMoney: (sent, _, c) => `VTMONEY ${phone(c)} ${sent} ${d(c, 11)}`,
  sePayNotice: (sent, _, c) => `BankAPINotify ${sent} ma GD ${d(c, 8)}`,
  casso: (sent, _, c) => `${sent} TF${d(c, 8)}`,
};
export const BANK_NAMES = Object.keys(BANKS);

/** What switches do to a text on its way. */
export function worn(text: string, chance: Chance): string {
  let out = text;
  if (chance.happens(0.25)) out = out.replaceAll('-', '');
  if (chance.happens(0.25)) out = out.replaceAll('.', chance.pick([' ', '']));
  if (chance.happens(0.1)) out = out.replaceAll(' ', '');
  if (chance.happens(0.35)) out = cut(out, chance);
  if (chance.happens(0.15))
    out = out.replace(/ /g, () => chance.pick([' ', '  ', '\n', '\t', '.']));
  return out;
}

// SWIFT's field 70 has lines of 35; some banks cut elsewhere.
function cut(text: string, chance: Chance): string {
  const joint = chance.pick(['', ' ', ' ', '  ', '\n', '\r\n', '-', '.']);
  const characters = chance.pick([35, 35, 35, 30, 40, 50]);
  const lines = text.match(new RegExp(`[^]{1,${characters}}`, 'g')) ?? [];
  return lines.join(joint);
}

/** Case and marks as they come out in the end. */
export function finished(text: string, chance: Chance): string {
  const marked = chance.happens(0.85)
    ? text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
    : text.normalize(chance.pick(['NFC', 'NFD']));
  const kind = chance.next();
  if (kind < 0.5) return marked.toUpperCase();
  return kind < 0.65 ? marked.toLowerCase() : marked;
}
