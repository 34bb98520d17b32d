import type { Id } from '@cho40/kernel';
import type { Reading } from '@cho40/platform';
import { isInUse } from '../accounts/receiving-accounts.service';
import { ReceivingAccount } from '../accounts/receiving-account.entity';
import type { StatementFile } from '../domain/statement/read-statement';
import { bankingError } from '../errors';

/** What whoever imports says of the account; all of it may be left to the file. */
export interface WantedAccount {
  readonly id?: Id;
  readonly bin?: string;
  readonly number?: string;
}

/**
 * The receiving account a statement belongs to. A file that names another account than the wanted
 * one is refused, never booked on it.
 */
export async function accountOfStatement(
  tx: Reading,
  statement: StatementFile,
  wanted: WantedAccount,
): Promise<ReceivingAccount> {
  const { bin, accountNumber } = statement;
  const accounts = await tx.manager.find(ReceivingAccount, { order: { openedOn: 'DESC' } });
  const named = accounts.filter((one) => isWanted(one, wanted));
  if (named.length === 0 && isSaid(wanted)) throw bankingError('accountNotFound', { ...wanted });
  const fitting = named.filter(
    (one) =>
      (bin === null || one.bin === bin) &&
      (accountNumber === null || isSameNumber(one.number, accountNumber)),
  );
  if (fitting.length === 0) throw otherAccount(statement, wanted);
  const [account, another] = fitting.filter((one) => isInUse(one, statement.to));
  if (!account) throw bankingError('statementAccountNotLive', { bin, accountNumber });
  // Without a number in the file or the order, two accounts cannot be told apart; and a file that
  // names neither bank nor account is nobody's until a person says whose.
  if (another || (bin === null && accountNumber === null && !isSaid(wanted)))
    throw bankingError('statementAccountMissing', { bin, accountNumber });
  return account;
}

function isWanted(one: ReceivingAccount, { id, bin, number }: WantedAccount): boolean {
  return (
    (id === undefined || one.id === id) &&
    (bin === undefined || one.bin === bin) &&
    (number === undefined || one.number === number)
  );
}

function isSaid(wanted: WantedAccount): boolean {
  return Object.values(wanted).some((each) => each !== undefined);
}

function otherAccount({ bin, accountNumber }: StatementFile, wanted: WantedAccount) {
  const code = isSaid(wanted) ? 'statementOtherAccount' : 'statementAccountMissing';
  return bankingError(code, { bin, accountNumber });
}

/** A spreadsheet that keeps the number as a number has lost its leading zeros. */
function isSameNumber(one: string, other: string): boolean {
  const significant = (number: string) => number.replace(/^0+/, '');
  return significant(one) === significant(other);
}
