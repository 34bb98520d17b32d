import type { Sealer } from '@cho40/platform';
import { idNumber, taxCode } from '../domain/identity';
import { lastFour, phoneNumber } from '../domain/phone';
import { tenancyError } from '../errors';
import type { PersonalFacts, PersonalFactsChange, Vendor } from './vendor.entity';

/**
 * The columns of what was given, sealed; what was not given has none. A refusal repeats no number.
 * @throws tenancy.phoneInvalid, idNumberInvalid, taxCodeInvalid
 */
export function sealedFacts(sealer: Sealer, given: PersonalFactsChange): Partial<Vendor> {
  const columns: Partial<Vendor> = {};
  if (given.phone !== undefined) {
    const { sealed, last4, print } = sealedNumber(sealer, given.phone, PHONE);
    Object.assign(columns, { phoneSealed: sealed, phoneLast4: last4, phonePrint: print });
  }
  if (given.idNumber !== undefined) {
    const { sealed, last4, print } = sealedNumber(sealer, given.idNumber, ID_NUMBER);
    Object.assign(columns, { idNumberSealed: sealed, idNumberLast4: last4, idNumberPrint: print });
  }
  if (given.taxCode !== undefined) {
    const { sealed, last4, print } = sealedNumber(sealer, given.taxCode, TAX_CODE);
    Object.assign(columns, { taxCodeSealed: sealed, taxCodeLast4: last4, taxCodePrint: print });
  }
  if (given.address !== undefined) {
    const address = given.address?.trim();
    columns.addressSealed = address ? sealer.seal(address) : null;
  }
  return columns;
}

/** What a vendor's sealed columns say; only for whoever may see it, and with an audit row. */
export function openedFacts(
  sealer: Sealer,
  sealed: Pick<Vendor, 'phoneSealed' | 'idNumberSealed' | 'taxCodeSealed' | 'addressSealed'>,
): PersonalFacts {
  const open = (text: Buffer | null) => text && sealer.open(text);
  return {
    phone: open(sealed.phoneSealed),
    idNumber: open(sealed.idNumberSealed),
    taxCode: open(sealed.taxCodeSealed),
    address: open(sealed.addressSealed),
  };
}

/** The keyed hash of what was typed into a search, where it is a whole number. */
export function printOf(sealer: Sealer, text: string | undefined): Buffer | null {
  if (!text) return null;
  const number = phoneNumber(text) ?? idNumber(text) ?? taxCode(text);
  return number === null ? null : sealer.print(number);
}

const PHONE = { read: phoneNumber, refusal: 'phoneInvalid' } as const;
const ID_NUMBER = { read: idNumber, refusal: 'idNumberInvalid' } as const;
const TAX_CODE = { read: taxCode, refusal: 'taxCodeInvalid' } as const;

function sealedNumber(
  sealer: Sealer,
  text: string | null,
  { read, refusal }: typeof PHONE | typeof ID_NUMBER | typeof TAX_CODE,
) {
  if (!text?.trim()) return { sealed: null, last4: null, print: null };
  const number = read(text);
  if (number === null) throw tenancyError(refusal);
  const last4 = lastFour(number.replace('-', ''));
  return { sealed: sealer.seal(number), last4, print: sealer.print(number) };
}
