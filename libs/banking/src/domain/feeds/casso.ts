import { businessDateOf, vnd } from '@cho40/kernel';
import {
  accountNumberOf,
  balanceOf,
  type FedMovement,
  type FeedReading,
  type Fields,
  idOf,
  instantOfField,
  objectOf,
  readingOf,
  signedAmountOf,
  textOf,
} from './fields';

/** The reference of the delivery with which Casso tries a new webhook. */
const TEST_REFERENCE = 'MA_GIAO_DICH_THU_NGHIEM';

/**
 * Reads a delivery's body (design/bank-feeds.md, Casso): v2 has one object in `data`, v1 a list.
 * Never throws, whatever the text.
 */
export const readCasso = (body: string): FeedReading =>
  readingOf(body, ({ data }) =>
    Array.isArray(data)
      ? data.map((row) => () => movementOfV1(objectOf(row, 'data')))
      : [() => movementOfV2(objectOf(data, 'data'))],
  );

function movementOfV2(fields: Fields): FedMovement | null {
  const signed = signedAmountOf(fields, 'amount');
  const id = idOf(fields);
  if (id === '0' || signed === 0 || fields['reference'] === TEST_REFERENCE) return null;
  const bookedAt = instantOfField(fields, 'transactionDateTime');
  return {
    id,
    ...moved(signed),
    bookedAt,
    bookedOn: businessDateOf(bookedAt),
    accountNumber: accountNumberOf(fields, 'accountNumber'),
    gateway: textOf(fields['bankAbbreviation'], 50) ?? textOf(fields['bankName'], 50) ?? '',
    content: textOf(fields['description']) ?? '',
    reference: textOf(fields['reference'], 100),
    counterAccount: textOf(fields['counterAccountNumber'], 50),
    counterName: textOf(fields['counterAccountName'], 200),
    virtualAccount: textOf(fields['virtualAccountNumber'], 50),
    balanceAfter: balanceOf(fields['runningBalance']),
  };
}

function movementOfV1(fields: Fields): FedMovement | null {
  const signed = signedAmountOf(fields, 'amount');
  const id = idOf(fields);
  if (id === '0' || signed === 0 || fields['tid'] === TEST_REFERENCE) return null;
  const bookedAt = instantOfField(fields, 'when');
  return {
    id,
    ...moved(signed),
    bookedAt,
    bookedOn: businessDateOf(bookedAt),
    accountNumber: accountNumberOf(fields, 'bank_sub_acc_id'),
    gateway: '',
    content: textOf(fields['description']) ?? '',
    reference: textOf(fields['tid'], 100),
    counterAccount: null,
    counterName: null,
    virtualAccount: null,
    balanceAfter: balanceOf(fields['cusum_balance']),
  };
}

/** Casso writes outgoing money below zero. */
const moved = (signed: number) =>
  ({ direction: signed < 0 ? 'out' : 'in', amount: vnd(Math.abs(signed)) }) as const;
