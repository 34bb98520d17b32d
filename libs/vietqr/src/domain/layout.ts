import { Piece } from './piece';

/** The NAPAS application, as object 00 of 38 names it. */
export const NAPAS = 'A000000727';

export type Service = 'QRIBFTTA' | 'QRIBFTTC';

const ACCOUNT_CHARACTERS = 19;
export const AMOUNT_DIGITS = 9;
export const TEXT_CHARACTERS = 25;
export const BIN_DIGITS = 6;
export const CRC_DIGITS = 4;

/**
 * The fixed pieces of a payload as we write it, each up to the next value: bin, account, amount and
 * purpose stand between them. Where a piece ends in a length, there is one for every length.
 */
export const LAYOUT = {
  /** By the account's length, up to the BIN. */
  staticHead: byLength(ACCOUNT_CHARACTERS, (length) => head('11', length)),
  dynamicHead: byLength(ACCOUNT_CHARACTERS, (length) => head('12', length)),
  /** By the account's length, between BIN and account. */
  account: byLength(ACCOUNT_CHARACTERS, (length) => `01${two(length)}`),
  /** Service and currency, without an amount, or up to one of so many digits. */
  services: { QRIBFTTA: serviceAndCurrency('QRIBFTTA'), QRIBFTTC: serviceAndCurrency('QRIBFTTC') },
  /** By the purpose's length, up to the purpose, where nothing else stands in 62: the country. */
  purpose: byLength(TEXT_CHARACTERS, (length) => `5802VN62${two(length + 4)}08${two(length)}`),
  country: new Piece('5802VN'),
  crc: new Piece('6304'),
} as const;

function serviceAndCurrency(service: Service) {
  const text = `0208${service}5303704`;
  return {
    noAmount: new Piece(text),
    amount: byLength(AMOUNT_DIGITS, (length) => `${text}54${two(length)}`),
  };
}

function head(initiation: string, accountLength: number): string {
  const payee = 4 + BIN_DIGITS + 4 + accountLength;
  const information = 4 + NAPAS.length + 4 + payee + 4 + 'QRIBFTTA'.length;
  return `0002010102${initiation}38${two(information)}0010${NAPAS}01${two(payee)}0006`;
}

/** A piece for every length from 1 to `most`, at its own place; none for nothing. */
function byLength(most: number, text: (length: number) => string): readonly (Piece | undefined)[] {
  return Array.from({ length: most + 1 }, (_, length) =>
    length === 0 ? undefined : new Piece(text(length)),
  );
}

function two(length: number): string {
  return String(length).padStart(2, '0');
}
