import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeVietQr } from './decode';

interface Published {
  readonly id: string;
  readonly payload: string;
  readonly verdict: 'ok' | 'ok-with-warning' | 'wrong';
  readonly bin: string | null;
  readonly account: string | null;
  readonly amount: string | null;
  readonly purpose: string | null;
}

// Written by NAPAS' tables, for where the shared folder does not lie beside the project.
const OWN: readonly Published[] = [
  {
    id: 'a static payload to an account',
    payload:
      '00020101021138540010A00000072701240006970436011001234567890208QRIBFTTA53037045802VN63046A15',
    verdict: 'ok',
    bin: '970436',
    account: '0123456789',
    amount: null,
    purpose: null,
  },
  {
    id: 'the same with another CRC',
    payload:
      '00020101021138540010A00000072701240006970436011001234567890208QRIBFTTA53037045802VN63046A16',
    verdict: 'wrong',
    bin: null,
    account: null,
    amount: null,
    purpose: null,
  },
];

interface Shared {
  readonly id: string;
  readonly payload: string;
  readonly verdict: Published['verdict'];
  readonly decoded: {
    readonly scheme?: string;
    readonly bankBin?: string;
    readonly consumerId?: string;
    readonly amount?: string;
    readonly additionalData?: { readonly purpose?: string };
  };
}

function shared(): Published[] {
  const file = join(__dirname, '../../../../../shared/data/vietqr-vectors.json');
  if (!existsSync(file)) return [];
  const vectors: Shared[] = JSON.parse(readFileSync(file, 'utf8'));
  return vectors.map(({ id, payload, verdict, decoded }) => ({
    id,
    payload,
    verdict,
    bin: decoded.bankBin ?? null,
    account: decoded.consumerId ?? null,
    amount: decoded.amount ?? null,
    purpose: decoded.additionalData?.purpose ?? null,
  }));
}

describe('a payload somebody published', () => {
  it.each([...OWN, ...shared()])('$id is $verdict', (published) => {
    const reading = decodeVietQr(published.payload);
    const warned = reading.ok && reading.warnings.length > 0;
    const verdict = warned ? 'ok-with-warning' : 'ok';
    expect(reading.ok ? verdict : 'wrong').toBe(published.verdict);
    if (!reading.ok) return;
    const { bin, account, amount, amountText, purpose } = reading;
    const amountRead = amountText ?? (amount === null ? null : String(amount));
    expect({ bin, account, amount: amountRead, purpose }).toEqual({
      bin: published.bin,
      account: published.account,
      amount: published.amount,
      purpose: published.purpose,
    });
  });
});
