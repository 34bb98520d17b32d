import { businessDateOf, type Vnd } from '@cho40/kernel';
import type { Direction } from '../movement';
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
  objectOf,
  readingOf,
  textOf,
  Unreadable,
} from './fields';

/**
 * Reads a page of what SePay's API v2 answers about an account's transactions
 * (design/bank-feeds.md, SePay, Pull). Its ids are UUIDs, not the webhook's numbers. Never throws,
 * whatever the text.
 */
export const readSePayPull = (body: string): FeedReading =>
  readingOf(body, ({ data }) => listOf(data).map((row) => () => movementOf(objectOf(row, 'data'))));

function movementOf(fields: Fields): FedMovement | null {
  const { direction, amount } = movedBy(fields);
  if (amount === 0) return null;
  const bookedAt = instantOfField(fields, 'transaction_date');
  return {
    id: idOf(fields),
    direction,
    amount,
    bookedAt,
    bookedOn: businessDateOf(bookedAt),
    accountNumber: accountNumberOf(fields, 'account_number'),
    gateway: textOf(fields['bank_brand_name'], 50) ?? '',
    content: textOf(fields['transaction_content']) ?? '',
    reference: textOf(fields['reference_number'], 100),
    counterAccount: null,
    counterName: null,
    virtualAccount: textOf(fields['va'], 50),
    balanceAfter: balanceOf(fields['accumulated']),
  };
}

function movedBy(fields: Fields): { direction: Direction; amount: Vnd } {
  const direction = directionOf(fields, 'transfer_type');
  return { direction, amount: amountOf(fields, direction === 'in' ? 'amount_in' : 'amount_out') };
}

/** An account as SePay lists it: its own id of it, and the bank's number. */
export interface SePayAccount {
  readonly id: string;
  readonly number: string;
}

/** One page of a list that SePay gives. */
export interface SePayPage<Item> {
  readonly items: readonly Item[];
  readonly hasMore: boolean;
}

/** The accounts on a page of SePay's list; null when it is none. */
export function readSePayAccounts(body: string): SePayPage<SePayAccount> | null {
  const page = readPage(body);
  if (!page) return null;
  const items = page.rows.flatMap((row): SePayAccount[] => {
    const { id, account_number: number } = row;
    if (typeof id !== 'string' || typeof number !== 'string') return [];
    return [{ id, number: number.replace(/[\s.-]/g, '').toUpperCase() }];
  });
  return { items, hasMore: page.hasMore };
}

/** Whether a page of transactions is one, and whether another follows; null when it is none. */
export const hasMorePages = (body: string): boolean | null => readPage(body)?.hasMore ?? null;

function readPage(body: string): { rows: readonly Fields[]; hasMore: boolean } | null {
  try {
    const { data, meta } = objectOf(JSON.parse(body), 'body');
    const rows = listOf(data).map((row) => objectOf(row, 'data'));
    const { pagination } = meta === undefined ? {} : objectOf(meta, 'meta');
    const { has_more: more } = pagination === undefined ? {} : objectOf(pagination, 'pagination');
    return { rows, hasMore: more === true };
  } catch {
    // No JSON, or not of the form of a page.
    return null;
  }
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Unreadable('data');
  return value;
}
