import { businessDateOf } from '@cho40/kernel';
import {
  accountNumberOf,
  amountOf,
  type FedMovement,
  type FeedReading,
  type Fields,
  idOf,
  instantOfField,
  objectOf,
  readingOf,
  textOf,
  Unreadable,
} from './fields';

/** The reference of the sample with which payOS tries a new webhook. */
const TEST_REFERENCE = 'TF230204212323';

/**
 * Reads a delivery's body (design/bank-feeds.md, payOS): one incoming payment of a payment link,
 * whose bank reference is its id. Never throws, whatever the text.
 */
export const readPayOs = (body: string): FeedReading =>
  readingOf(body, ({ data }) => [() => movementOf(objectOf(data, 'data'))]);

function movementOf(fields: Fields): FedMovement | null {
  const id = idOf(fields, 'reference');
  const amount = amountOf(fields, 'amount');
  if (amount === 0 || id === TEST_REFERENCE) return null;
  if ((fields['currency'] ?? 'VND') !== 'VND') throw new Unreadable('currency');
  const bookedAt = instantOfField(fields, 'transactionDateTime');
  return {
    id,
    direction: 'in',
    amount,
    bookedAt,
    bookedOn: businessDateOf(bookedAt),
    accountNumber: accountNumberOf(fields, 'accountNumber'),
    gateway: '',
    content: textOf(fields['description']) ?? '',
    reference: id,
    counterAccount: textOf(fields['counterAccountNumber'], 50),
    counterName: textOf(fields['counterAccountName'], 200),
    virtualAccount: textOf(fields['virtualAccountNumber'], 50),
    balanceAfter: null,
  };
}
