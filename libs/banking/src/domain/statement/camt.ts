import { businessDateOf, type BusinessDate } from '@cho40/kernel';
import { printedDate, type PrintedDate } from './dates';
import { statementError } from './errors';
import { binOfBic } from './layouts';
import { notificationOf, statementOf, type Said, type StatementFile } from './read-statement';
import type { Body, PrintedMovement, PrintedSum } from './rows';
import { all, text, type XmlNode } from './xml';

/**
 * Reads an ISO 20022 statement (camt.053) or notification (camt.054), whichever its version. Rows
 * are its entries, counted from 1.
 * @throws a coded refusal of the whole file that names the entry and what stands there
 */
export function readCamt(root: XmlNode): StatementFile {
  const statements = all(root, 'Document', 'BkToCstmrStmt', 'Stmt');
  const reports = all(root, 'Document', 'BkToCstmrDbtCdtNtfctn', 'Ntfctn');
  const parts = statements.length > 0 ? statements : reports;
  const [first] = parts;
  if (!first) throw statementError('statementLayoutUnknown', { banks: 'camt.053, camt.054' });
  const accounts = new Set(parts.map(accountOf));
  if (accounts.size > 1) throw statementError('statementSeveralAccounts', { count: accounts.size });
  const movements = movementsOf(parts);
  const bin = binOfBic(text(first, 'Acct', 'Svcr', 'FinInstnId', 'BICFI'));
  const said = { bin: bin ?? binOfBic(text(first, 'Acct', 'Svcr', 'FinInstnId', 'BIC')) };
  const [accountNumber = null] = accounts;
  return statements.length > 0
    ? statement({ ...said, accountNumber }, parts, movements)
    : notification({ ...said, accountNumber }, parts, movements);
}

type Account = Pick<Said, 'bin' | 'accountNumber'>;

function statement(
  account: Account,
  parts: readonly XmlNode[],
  movements: readonly PrintedMovement[],
): StatementFile {
  const openings = parts.map((part) => balanceOf(part, ['OPBD', 'PRCD'], 'opening'));
  const closings = parts.map((part) => balanceOf(part, ['CLBD'], 'closing'));
  openings.forEach((opening, at) => {
    const before = closings[at - 1] ?? opening;
    if (before.amount !== opening.amount)
      throw statementError('statementSums', {
        row: null,
        expected: before.amount,
        printed: opening.amount,
      });
  });
  const [opening] = openings;
  const closing = closings.at(-1);
  const body = { movements, totals: parts.length === 1 ? sumsOf(parts[0]) : [] };
  const said: Said = {
    layout: 'camt.053',
    ...account,
    ...periodOf(parts, closing?.day ?? null, movements),
    opening: opening?.amount ?? null,
    closing: closing?.amount ?? null,
  };
  return statementOf(said, { ...body, opening: null, closing: null });
}

function notification(
  account: Account,
  parts: readonly XmlNode[],
  movements: readonly PrintedMovement[],
): StatementFile {
  const period = periodOf(parts, null, movements);
  const said: Said = { layout: 'camt.054', ...account, ...period, opening: null, closing: null };
  const body: Body = { movements, totals: [], opening: null, closing: null };
  return notificationOf(said, body);
}

function accountOf(part: XmlNode): string | null {
  const currency = text(part, 'Acct', 'Ccy');
  if (currency !== '' && currency !== 'VND')
    throw statementError('statementCurrency', { row: null, currency });
  const number = text(part, 'Acct', 'Id', 'Othr', 'Id') || text(part, 'Acct', 'Id', 'IBAN');
  return number.replace(/[ .-]/g, '') || null;
}

function periodOf(
  parts: readonly XmlNode[],
  closing: BusinessDate | null,
  movements: readonly PrintedMovement[],
): { from: BusinessDate | null; to: BusinessDate | null } {
  const from = dayOf(text(parts[0], 'FrToDt', 'FrDtTm') || text(parts[0], 'FrToDt', 'FrDt'));
  const last = parts.at(-1);
  const to = dayOf(text(last, 'FrToDt', 'ToDtTm') || text(last, 'FrToDt', 'ToDt'));
  const days = movements.map(({ date }) => date.day).sort();
  // An opening balance is dated by the day whose end, or whose beginning, it is: without a stated
  // period a statement covers what it surely covers.
  return { from: from?.day ?? days[0] ?? closing, to: to?.day ?? closing };
}

interface Balance {
  readonly amount: number;
  readonly day: BusinessDate | null;
}

function balanceOf(part: XmlNode, codes: readonly string[], missing: string): Balance {
  const balances = all(part, 'Bal');
  const found = codes
    .map((code) => balances.find((one) => text(one, 'Tp', 'CdOrPrtry', 'Cd') === code))
    .find((one) => one !== undefined);
  if (!found) throw statementError('statementUnproven', { missing });
  const size = dong(all(found, 'Amt')[0], null);
  const day = dayOf(text(found, 'Dt', 'Dt') || text(found, 'Dt', 'DtTm'));
  return { amount: text(found, 'CdtDbtInd') === 'DBIT' ? -size : size, day: day?.day ?? null };
}

/** The sums a statement prints beside its entries, where all of these are booked. */
function sumsOf(part: XmlNode | undefined): PrintedSum[] {
  if (all(part, 'Ntry').some((entry) => !isBooked(entry))) return [];
  const sum = (name: string) => {
    const [printed] = all(part, 'TxsSummry', name, 'Sum');
    return printed === undefined ? null : dong(printed, null);
  };
  return [{ row: 0, debit: sum('TtlDbtNtries'), credit: sum('TtlCdtNtries') }];
}

function movementsOf(parts: readonly XmlNode[]): PrintedMovement[] {
  return parts
    .flatMap((part) => all(part, 'Ntry'))
    .flatMap((entry, at) => (isBooked(entry) ? movementsOfEntry(entry, at + 1) : []));
}

// What is only pending or for information has not moved.
function isBooked(entry: XmlNode): boolean {
  const status = text(entry, 'Sts', 'Cd') || text(entry, 'Sts');
  return status === '' || status === 'BOOK';
}

/**
 * An entry is one movement; a batch is one for each of its transactions, where these say their
 * amounts and add up to it.
 */
function movementsOfEntry(entry: XmlNode, row: number): PrintedMovement[] {
  const size = dong(all(entry, 'Amt')[0], row);
  if (size === 0) return [];
  const details = all(entry, 'NtryDtls', 'TxDtls');
  const amounts = details.map((one) => amountIn(one, row));
  const sum = amounts.reduce<number>((total, amount) => total + (amount ?? Number.NaN), 0);
  if (details.length > 1 && sum === size)
    return details.map((one, at) => movementOf(entry, [one], { row, size: amounts[at] ?? 0 }));
  return [movementOf(entry, details, { row, size })];
}

function amountIn(details: XmlNode, row: number): number | null {
  const [amount] = [...all(details, 'Amt'), ...all(details, 'AmtDtls', 'TxAmt', 'Amt')];
  return amount === undefined ? null : dong(amount, row);
}

function movementOf(
  entry: XmlNode,
  details: readonly XmlNode[],
  { row, size }: { row: number; size: number },
): PrintedMovement {
  const side = text(entry, 'CdtDbtInd');
  if (side !== 'CRDT' && side !== 'DBIT') throw badCell(row, 'CdtDbtInd', side);
  const date = dateOf(entry);
  if (!date) throw statementError('statementRow', { row, why: 'noDate' });
  const isIn = side === 'CRDT';
  const [first] = details;
  const other = isIn ? 'Dbtr' : 'Cdtr';
  const party = (name: string, ...path: readonly string[]) =>
    text(first, 'RltdPties', name, ...path);
  return {
    row,
    date,
    debit: isIn ? 0 : size,
    credit: isIn ? size : 0,
    balance: null,
    content: contentOf(entry, details),
    reference: referenceOf(entry, first),
    counterAccount:
      party(`${other}Acct`, 'Id', 'Othr', 'Id') || party(`${other}Acct`, 'Id', 'IBAN'),
    counterName: party(other, 'Nm') || party(other, 'Pty', 'Nm'),
  };
}

const dateOf = (entry: XmlNode): PrintedDate | null =>
  ['BookgDt', 'ValDt']
    .map((name) => dayOf(text(entry, name, 'DtTm') || text(entry, name, 'Dt')))
    .find((date) => date !== null) ?? null;

function contentOf(entry: XmlNode, details: readonly XmlNode[]): string {
  const said = details.flatMap((one) => [
    ...all(one, 'RmtInf', 'Ustrd').map((line) => text(line)),
    ...all(one, 'RmtInf', 'Strd').flatMap((strd) => [
      text(strd, 'CdtrRefInf', 'Ref'),
      ...all(strd, 'AddtlRmtInf').map((line) => text(line)),
    ]),
  ]);
  const remitted = said.filter((line) => line !== '').join(' ');
  return remitted || text(details[0], 'AddtlTxInf') || text(entry, 'AddtlNtryInf');
}

function referenceOf(entry: XmlNode, details: XmlNode | undefined): string {
  const references = [
    text(details, 'Refs', 'AcctSvcrRef'),
    text(entry, 'AcctSvcrRef'),
    ...['TxId', 'EndToEndId', 'InstrId'].map((name) => text(details, 'Refs', name)),
    text(entry, 'NtryRef'),
  ];
  return references.find((one) => one !== '' && one !== 'NOTPROVIDED') ?? '';
}

const VIETNAM_OFFSET_MS = 7 * 3_600_000;

/** A day, or an instant of whatever zone as Vietnamese clocks show it. */
function dayOf(printed: string): PrintedDate | null {
  if (!/T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(printed))
    return printedDate(printed.replace(/\.\d+$/, ''));
  const at = new Date(printed);
  if (Number.isNaN(at.getTime())) return null;
  const clock = new Date(at.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(11, 19);
  return { day: businessDateOf(at), time: clock, rest: '' };
}

/** đồng of `<Amt Ccy="VND">450000.00</Amt>`; another currency or fraction is refused. */
function dong(node: XmlNode | undefined, row: number | null): number {
  const currency = typeof node === 'object' ? text(node, '@Ccy') : '';
  if (currency !== '' && currency !== 'VND')
    throw statementError('statementCurrency', { row, currency });
  const printed = text(node);
  const [, whole = ''] = /^(\d{1,15})(?:\.0{0,5})?$/.exec(printed) ?? [];
  if (whole === '') throw badCell(row, 'Amt', printed);
  return Number(whole);
}

function badCell(row: number | null, column: string, value: string) {
  return statementError('statementCell', { row, column, value: value.slice(0, 40) });
}
