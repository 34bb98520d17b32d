import { businessDateOf } from '@cho40/kernel';
import {
  amountOf,
  balanceOf,
  directionOf,
  type FedMovement,
  type FeedReading,
  type Fields,
  idOf,
  instantOfField,
  readingOf,
  textOf,
} from './fields';

/**
 * Reads a delivery of our own form (design/bank-feeds.md, Generic), which a bank's gateway or a
 * province's data hub sends for the one account its feed is of. Never throws, whatever the text.
 */
export const readGeneric = (body: string): FeedReading =>
  readingOf(body, (fields) => [() => movementOf(fields)]);

function movementOf(fields: Fields): FedMovement | null {
  const id = idOf(fields);
  const amount = amountOf(fields, 'amount');
  if (amount === 0) return null;
  const bookedAt = instantOfField(fields, 'bookedAt');
  return {
    id,
    direction: directionOf(fields, 'direction'),
    amount,
    bookedAt,
    bookedOn: businessDateOf(bookedAt),
    accountNumber: null,
    gateway: '',
    content: textOf(fields['content']) ?? '',
    reference: textOf(fields['reference'], 100),
    counterAccount: textOf(fields['counterAccount'], 50),
    counterName: textOf(fields['counterName'], 200),
    virtualAccount: textOf(fields['virtualAccount'], 50),
    balanceAfter: balanceOf(fields['balanceAfter']),
  };
}
