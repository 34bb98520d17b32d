import {
  businessDateOf,
  formatDate,
  type CardFormat,
  type Paper,
  type QrCard,
  type QrMatrix,
} from '@cho40/kernel';

/** A card as it is printed. */
export interface PrintedCard {
  readonly serial: number;
  readonly stallCode: string;
  readonly marketName: string;
  readonly holderName: string;
  readonly bank: string;
  readonly accountNumber: string;
  readonly format: CardFormat;
  readonly madeAt: Date;
}

/** The glossary's sentence: a customer who pays for goods here would pay the stall's dues. */
const FEES_ONLY =
  'Mã này chỉ dùng để nộp tiền chợ cho Ban quản lý, không dùng để trả tiền mua hàng';

export const CARDS_ON_PAGE: Readonly<Record<CardFormat, number>> = {
  'sticker-10': 10,
  'sticker-8': 8,
  'tent-a6': 2,
  'tent-a5': 1,
  'poster-a4': 1,
};

export function qrCard(card: PrintedCard, matrix: QrMatrix): QrCard {
  return {
    matrix,
    title: 'Quét mã để nộp tiền chợ',
    name: card.stallCode,
    place: card.marketName,
    payee: card.holderName,
    account: `${card.bank}, số tài khoản …${card.accountNumber.slice(-4)}`,
    note: FEES_ONLY,
    foot: `Thẻ số ${serialText(card.serial)}, ${formatDate(businessDateOf(card.madeAt))}`,
  };
}

/** Pages of cards of one format, in their order. */
export function cardPapers(format: CardFormat, cards: readonly QrCard[]): Paper[] {
  const onPage = CARDS_ON_PAGE[format];
  return Array.from({ length: Math.ceil(cards.length / onPage) }, (_, page) => ({
    title: 'Thẻ mã QR nộp tiền chợ',
    size: 'A4',
    hasNoMargins: true,
    blocks: [{ kind: 'qr-cards', format, cards: cards.slice(page * onPage, (page + 1) * onPage) }],
  }));
}

/** `000042`: as long on every card. */
export const serialText = (serial: number): string => String(serial).padStart(6, '0');
