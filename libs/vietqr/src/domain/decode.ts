import type { Vnd } from '@cho40/kernel';
import { type AccountReading, readAccount } from './decode-account';
import { decodeOwn } from './decode-own';
import { readAdditional, readAmount, readCountry, readCurrency, readTip } from './decode-fields';
import { readFrame } from './decode-frame';
import { type Findings, noteLengths, noteOddities } from './findings';
import { type Level, valueOf } from './tlv';

/** A payload whose structure holds. What we would not write, but may meet, is a warning. */
export interface DecodedVietQr extends AccountReading {
  readonly ok: true;
  /** Whole đồng; null where the payload names no amount, a fraction, or another currency's. */
  readonly amount: Vnd | null;
  /** The amount as printed, where it is there but is not whole đồng. */
  readonly amountText: string | null;
  /** ISO 4217 numeric: `704` is đồng. */
  readonly currency: string;
  readonly purpose: string | null;
  readonly billNumber: string | null;
  readonly initiation: 'static' | 'dynamic';
  readonly merchantName: string | null;
  readonly warnings: readonly string[];
}

export interface WrongVietQr {
  readonly ok: false;
  readonly problems: readonly string[];
}

/**
 * Reads any text as a payload of EMVCo's merchant-presented QR, VietQR first of all. Never throws.
 * A right CRC proves little: of wrong strings found in public half had one, so every length, nested
 * ones too, is checked.
 */
export function decodeVietQr(text: string): DecodedVietQr | WrongVietQr {
  return decodeOwn(text) ?? decodeAny(text);
}

/** The whole rule; `decodeOwn` is only a short cut through it. */
export function decodeAny(text: string): DecodedVietQr | WrongVietQr {
  const findings: Findings = { problems: [], warnings: [] };
  const root = readFrame(text, findings);
  if (!root) return { ok: false, problems: findings.problems };
  const decoded = readFields(root, findings);
  return findings.problems.length > 0 ? { ok: false, problems: findings.problems } : decoded;
}

function readFields(root: Level, findings: Findings): DecodedVietQr {
  const payee = readAccount(root, findings);
  const currency = readCurrency(root, findings);
  const { amount, amountText } = readAmount(root, currency, findings);
  const { purpose, billNumber } = readAdditional(root, findings);
  readCountry(root, payee.scheme, findings);
  readTip(root, findings);
  noteLengths(root, findings);
  noteOddities(root, findings);
  return {
    ok: true,
    scheme: payee.scheme,
    bin: payee.bin,
    account: payee.account,
    service: payee.service,
    amount,
    amountText,
    currency,
    purpose,
    billNumber,
    initiation: readInitiation(root, findings),
    merchantName: valueOf(root, 59),
    warnings: findings.warnings,
  };
}

function readInitiation(root: Level, { problems, warnings }: Findings): 'static' | 'dynamic' {
  const method = valueOf(root, 1);
  const hasAmount = root.ids.includes(54);
  if (method === '11') return 'static';
  if (method === null) warnings.push('01: missing, read as static');
  else if (method !== '12') problems.push(`01: ${JSON.stringify(method)} is neither 11 nor 12`);
  else if (!hasAmount) warnings.push('01: dynamic (12) without an amount (54)');
  return method === '12' ? 'dynamic' : 'static';
}
