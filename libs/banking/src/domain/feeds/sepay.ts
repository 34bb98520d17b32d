import { businessDateOf } from '@cho40/kernel';
import { cleanText, normalContent } from '../content';
import {
  accountNumberOf,
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

/** Reads a delivery's body (design/bank-feeds.md, SePay). Never throws, whatever the text. */
export const readSePay = (body: string): FeedReading =>
  readingOf(body, (fields) => [() => movementOf(fields)]);

function movementOf(fields: Fields): FedMovement | null {
  const id = idOf(fields);
  const amount = amountOf(fields, 'transferAmount');
  if (id === '0' || amount === 0) return null;
  const bookedAt = instantOfField(fields, 'transactionDate');
  return {
    id,
    direction: directionOf(fields, 'transferType'),
    amount,
    bookedAt,
    bookedOn: businessDateOf(bookedAt),
    accountNumber: accountNumberOf(fields, 'accountNumber'),
    gateway: textOf(fields['gateway'], 50) ?? '',
    content: contentOf(textOf(fields['content']) ?? '', textOf(fields['description']) ?? ''),
    reference: textOf(fields['referenceCode'], 100),
    counterAccount: null,
    counterName: null,
    virtualAccount: textOf(fields['subAccount'], 50),
    balanceAfter: balanceOf(fields['accumulated']),
  };
}

/**
 * `code` is not reliable, and at some banks only one of these two carries the whole text; a text
 * that repeats the other is not written twice.
 */
function contentOf(content: string, description: string): string {
  const extra = description.replace(/^BankAPINotify\s+/, '');
  const [one, two] = [normalContent(content), normalContent(extra)];
  if (one.includes(two)) return content;
  if (two.includes(one)) return extra;
  return cleanText(`${content} ${extra}`);
}
