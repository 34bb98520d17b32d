import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A transaction as SePay's API v2 tells it; a test names what it is about. */
export interface ApiRow {
  readonly id?: string;
  readonly amount: number;
  readonly content: string;
  /** Vietnamese wall clock: `2026-10-05 08:00:00`. */
  readonly at: string;
}

const PER_SECOND = 3;
const BANK_ACCOUNT = randomUUID();

/**
 * SePay's API v2 of one account, over real HTTP: pages, the token, three requests a second, and
 * whatever failure a test sets.
 */
export async function sePayApi({ account, token }: { account: string; token: string }) {
  const rows: object[] = [];
  const asked: { path: string; at: number }[] = [];
  /** How the next requests are answered instead. */
  const instead: { status: number; retryAfter?: string }[] = [];
  /** What is done before the next requests are answered, once each. */
  const meanwhile: (() => Promise<unknown>)[] = [];
  const known = { token };
  let tooFast = 0;
  let cutAt = 0;

  const server = createServer((request, response) => {
    const before = meanwhile.shift();
    if (before) void before().then(() => hear(request, response));
    else hear(request, response);
  });
  const hear = (request: IncomingMessage, response: ServerResponse) => {
    const now = performance.now();
    const lastSecond = asked.filter(({ at }) => now - at < 1_000).length;
    asked.push({ path: request.url ?? '', at: now });
    if (cutAt === asked.length) return void response.destroy();
    const failure = instead.shift();
    if (failure) return answer(response, failure.status, {}, failure.retryAfter);
    if (lastSecond >= PER_SECOND) {
      tooFast += 1;
      return answer(response, 429, {}, '1');
    }
    if (request.headers.authorization !== `Bearer ${known.token}`) return answer(response, 401, {});
    answer(response, 200, pageOf(request, rows, account));
  };
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v2`,
    known,
    asked,
    instead,
    meanwhile,
    tooFast: () => tooFast,
    /** The line is cut on the request after so many more. */
    cutAfter: (requests: number) => {
      cutAt = asked.length + requests + 1;
    },
    tell: (...told: readonly ApiRow[]) => void rows.push(...told.map((row) => rowOf(row, account))),
    stop: () =>
      new Promise((stopped) => {
        server.closeAllConnections();
        server.close(stopped);
      }),
  };
}

function answer(to: ServerResponse, status: number, body: object, retryAfter?: string): void {
  const headers = { 'content-type': 'application/json' };
  to.writeHead(status, retryAfter ? { ...headers, 'retry-after': retryAfter } : headers);
  to.end(JSON.stringify(body));
}

function rowOf({ id, amount, content, at }: ApiRow, account: string): object {
  return {
    id: id ?? randomUUID(),
    transaction_date: at,
    account_number: account,
    va: '',
    transfer_type: amount < 0 ? 'out' : 'in',
    amount_in: Math.max(0, amount),
    amount_out: Math.max(0, -amount),
    accumulated: 0,
    transaction_content: content,
    reference_number: `FT${at.replaceAll(/\D/g, '')}`,
    bank_brand_name: 'Vietcombank',
    bank_account_id: BANK_ACCOUNT,
  };
}

function pageOf({ url }: IncomingMessage, rows: readonly object[], account: string): object {
  const { pathname, searchParams } = new URL(url ?? '', 'http://sepay');
  const isAccounts = pathname.endsWith('/bank-accounts');
  const all = isAccounts
    ? [{ id: BANK_ACCOUNT, account_number: account, bank: { short_name: 'Vietcombank' } }]
    : rows.filter((row) => isAsked(row, searchParams)).toSorted(byDate);
  const [page, perPage] = [Number(searchParams.get('page')), Number(searchParams.get('per_page'))];
  const data = all.slice((page - 1) * perPage, page * perPage);
  const pagination = {
    total: all.length,
    current_page: page,
    has_more: page * perPage < all.length,
  };
  return { status: 'success', data, meta: { pagination } };
}

const dateOf = (row: object) => ('transaction_date' in row ? String(row.transaction_date) : '');
const byDate = (one: object, other: object) => (dateOf(one) < dateOf(other) ? -1 : 1);
const isAsked = (row: object, query: URLSearchParams) =>
  dateOf(row) >= (query.get('transaction_date_from') ?? '') &&
  query.get('bank_account_id') === BANK_ACCOUNT;
