import type { Findings } from './findings';
import { NAPAS } from './layout';
import { type Level, levelIn, named, ROOT, valueOf } from './tlv';

export interface AccountReading {
  /** `napas` is VietQR (38), `vnpay` VNPAY's own (26 with A000000775), `other` any other scheme. */
  readonly scheme: 'napas' | 'vnpay' | 'other';
  /** The bank's six digits; null where the scheme is not NAPAS, as is the account. */
  readonly bin: string | null;
  readonly account: string | null;
  readonly service: string | null;
}

const VNPAY = 'A000000775';
const OTHER: AccountReading = { scheme: 'other', bin: null, account: null, service: null };
// To an account, to a card, a shop's payment, cash from an ATM: NAPAS QR format, object 38-02. All
// four are met in whole payloads; we write the first two.
const SERVICES = ['QRIBFTTA', 'QRIBFTTC', 'QRPUSH', 'QRCASH'];

/** Who is paid: objects 02 to 51. Where VietQR stands beside others, VietQR is what counts. */
export function readAccount(root: Level, findings: Findings): AccountReading {
  let reading: AccountReading | null = null;
  for (const id of root.ids) {
    if (id < 2 || id > 51) continue;
    const found = id < 26 ? OTHER : readScheme(root, id, findings);
    if (!reading || reading.scheme === 'other' || found.scheme === 'napas') reading = found;
  }
  if (!reading) findings.problems.push('payload: no account information (02 to 51)');
  return reading ?? OTHER;
}

function readScheme(root: Level, id: number, { problems, warnings }: Findings): AccountReading {
  const path = named(ROOT, id);
  const template = levelIn(root, id, path);
  if (!template) return OTHER;
  if (template.problem) {
    problems.push(template.problem);
    return OTHER;
  }
  const scheme = valueOf(template, 0);
  if (id === 38 && scheme === null) problems.push('38-00: missing');
  else if (scheme === null) warnings.push(`${path}-00: missing, the scheme has no name`);
  if (id === 38 && scheme === NAPAS) return readNapas(template, { problems, warnings });
  return id === 26 && scheme === VNPAY ? { ...OTHER, scheme: 'vnpay' } : OTHER;
}

function readNapas(template: Level, { problems, warnings }: Findings): AccountReading {
  noteStrangers(template, '38', { problems, warnings });
  const payee = levelIn(template, 1, '38-01');
  const service = valueOf(template, 2);
  if (payee === null) problems.push('38-01: missing');
  else if (payee.problem) problems.push(payee.problem);
  else checkPayee(payee, problems);
  if (service === null) warnings.push('38-02: no service code');
  else if (!SERVICES.includes(service)) {
    warnings.push(`38-02: unknown service ${JSON.stringify(service)}`);
  }
  const bin = payee && valueOf(payee, 0);
  return { scheme: 'napas', bin, account: payee && valueOf(payee, 1), service };
}

function checkPayee(payee: Level, problems: string[]): void {
  const swallowed = payee.ids.filter((id) => id > 1).map((id) => named('38', id));
  if (swallowed.length > 0) problems.push(`38-01: its length swallows ${swallowed.join(', ')}`);
  const bin = valueOf(payee, 0);
  const account = valueOf(payee, 1);
  if (bin === null) problems.push('38-01-00: no BIN');
  else if (!/^\d{6}$/.test(bin)) problems.push('38-01-00: the BIN is not six digits');
  if (account === null) problems.push('38-01-01: no account');
  else if (!/^[0-9A-Za-z]{1,19}$/.test(account)) {
    problems.push('38-01-01: the account is not 1 to 19 letters or digits');
  }
}

/**
 * A template whose length is too long swallows its neighbours and still parses: the amount would
 * be lost without a word. Ids 52 to 64 have a meaning at the root only.
 */
export function noteStrangers(
  template: Level,
  path: string,
  { problems, warnings }: Findings,
): void {
  const most = path === '38' ? 2 : 9;
  for (const id of template.ids) {
    if (id >= 52 && id <= 64) problems.push(`${path}: its length swallows ${named(ROOT, id)}`);
    else if (id > most && id < 50) warnings.push(`${named(path, id)}: reserved, ignored`);
  }
}
