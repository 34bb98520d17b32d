interface Way {
  readonly act: string;
  /** The first segments of the account that is debited, and of the one that is credited. */
  readonly debit: string;
  readonly credit: string;
  /** Whether its reason names a document or is somebody's own words, to be read beside the act. */
  readonly hasNote?: true;
}

// The ways money goes between accounts, the closest description of one first.
const WAYS = [
  { act: 'bankIn', debit: 'bank', credit: 'unmatched' },
  { act: 'bankOut', debit: 'outgoing/unclassified', credit: 'bank' },
  { act: 'accountOpened', debit: 'bank', credit: 'opening' },
  { act: 'broughtForward', debit: 'receivable', credit: 'opening', hasNote: true },
  { act: 'charged', debit: 'receivable', credit: 'revenue', hasNote: true },
  { act: 'chargedForOthers', debit: 'receivable', credit: 'pass-through', hasNote: true },
  { act: 'chargedTax', debit: 'receivable', credit: 'tax', hasNote: true },
  { act: 'chargedDeposit', debit: 'receivable', credit: 'security', hasNote: true },
  { act: 'soldAhead', debit: 'receivable/ticket', credit: 'prepaid', hasNote: true },
  { act: 'dayCame', debit: 'prepaid', credit: 'revenue', hasNote: true },
  { act: 'dayCame', debit: 'prepaid', credit: 'pass-through', hasNote: true },
  { act: 'dayCame', debit: 'prepaid', credit: 'tax', hasNote: true },
  { act: 'paidByBank', debit: 'unmatched', credit: 'receivable' },
  { act: 'paidInCash', debit: 'cash/collector', credit: 'receivable' },
  { act: 'paidByWallet', debit: 'wallet', credit: 'receivable' },
  { act: 'paidByDeposit', debit: 'security', credit: 'receivable', hasNote: true },
  { act: 'paidForAnother', debit: 'receivable', credit: 'receivable' },
  { act: 'relieved', debit: 'relief', credit: 'receivable', hasNote: true },
  { act: 'writtenOff', debit: 'write-off', credit: 'receivable', hasNote: true },
  { act: 'handedIn', debit: 'cash/safe', credit: 'cash/collector' },
  { act: 'banked', debit: 'unmatched', credit: 'cash/safe' },
  { act: 'countedShort', debit: 'shortage', credit: 'cash' },
  { act: 'countedOver', debit: 'cash', credit: 'surplus' },
  { act: 'surplusKept', debit: 'surplus', credit: 'other' },
  { act: 'refundOwed', debit: 'receivable', credit: 'outgoing/refund', hasNote: true },
  { act: 'depositOwedBack', debit: 'security', credit: 'outgoing/refund', hasNote: true },
  { act: 'depositCarriedOver', debit: 'security', credit: 'security', hasNote: true },
  { act: 'refundedInCash', debit: 'outgoing/refund', credit: 'cash/safe', hasNote: true },
  { act: 'batchProven', debit: 'unmatched', credit: 'wallet' },
  { act: 'walletFee', debit: 'expense', credit: 'wallet' },
  { act: 'walletRefund', debit: 'outgoing/wallet-refund', credit: 'wallet' },
  { act: 'classifiedOut', debit: 'outgoing', credit: 'outgoing/unclassified' },
  { act: 'classifiedIn', debit: 'unmatched', credit: 'other' },
  { act: 'takenBackByBank', debit: 'unmatched', credit: 'outgoing' },
] as const satisfies readonly Way[];

export type Act = (typeof WAYS)[number]['act'] | 'other';
export const ACTS: readonly Act[] = [...new Set(WAYS.map(({ act }) => act)), 'other'];

/** A transfer as people read it. */
export interface Explained {
  readonly act: Act;
  /** It goes the act's way back: a mirror, or what was corrected by the same accounts. */
  readonly isReversal: boolean;
  /** The document it rests on or the words somebody gave; null where the act says all. */
  readonly reason: string | null;
}

/** What a transfer did, told by the two accounts it stands between. */
export function explain(of: { debit: string; credit: string; reason: string }): Explained {
  const forth = wayOf(of.debit, of.credit);
  if (forth) return { act: forth.act, isReversal: false, reason: noteOf(forth, of) };
  const back = wayOf(of.credit, of.debit);
  return { act: back?.act ?? 'other', isReversal: back !== undefined, reason: of.reason };
}

const wayOf = (debit: string, credit: string) =>
  WAYS.find((way) => isWithin(debit, way.debit) && isWithin(credit, way.credit));

const isWithin = (account: string, group: string) =>
  account === group || account.startsWith(`${group}/`);

const noteOf = ({ hasNote }: Way, { reason }: { reason: string }) => (hasNote ? reason : null);

const WORDS: Readonly<Record<Act, string>> = {
  bankIn: 'Tiền vào tài khoản',
  bankOut: 'Tiền ra khỏi tài khoản',
  accountOpened: 'Số dư khi đưa tài khoản vào dùng',
  broughtForward: 'Nợ cũ chuyển sang',
  charged: 'Phải thu tiền chợ',
  chargedForOthers: 'Phải thu hộ',
  chargedTax: 'Thuế GTGT phải thu',
  chargedDeposit: 'Phải thu ký quỹ',
  soldAhead: 'Bán vé trước ngày',
  dayCame: 'Đến ngày của vé đã bán',
  paidByBank: 'Nộp bằng chuyển khoản',
  paidInCash: 'Nộp bằng tiền mặt',
  paidByWallet: 'Nộp qua ví điện tử',
  paidByDeposit: 'Trừ vào ký quỹ',
  paidForAnother: 'Nộp thay hợp đồng khác',
  relieved: 'Miễn, giảm',
  writtenOff: 'Xóa nợ',
  handedIn: 'Người thu nộp quỹ',
  banked: 'Nộp tiền mặt vào tài khoản',
  countedShort: 'Đếm thiếu tiền',
  countedOver: 'Đếm thừa tiền',
  surplusKept: 'Tiền thừa ghi thu khác',
  refundOwed: 'Phải hoàn trả người nộp',
  depositOwedBack: 'Phải trả lại ký quỹ',
  depositCarriedOver: 'Ký quỹ chuyển sang hợp đồng gia hạn',
  refundedInCash: 'Hoàn trả bằng tiền mặt',
  batchProven: 'Đợt trả của ví đã khớp',
  walletFee: 'Phí ví thu',
  walletRefund: 'Ví hoàn tiền cho khách',
  classifiedOut: 'Phân loại tiền chi',
  classifiedIn: 'Phân loại tiền vào không phải tiền chợ',
  takenBackByBank: 'Ngân hàng thu lại',
  other: 'Bút toán khác',
};

/** The act in Vietnamese, for files; the office has words of its own. */
export function sayAct({ act, isReversal, reason }: Explained): string {
  const words = isReversal ? `Ghi giảm: ${WORDS[act]}` : WORDS[act];
  return reason ? `${words} (${reason})` : words;
}
