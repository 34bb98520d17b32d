import { createHmac } from 'node:crypto';

/** A SePay door: where it stands, and what signs what comes through it. */
export interface SepayFeed {
  readonly address: string;
  readonly secret: string;
}

/** A transfer as SePay tells it. */
export interface ToldTransfer {
  readonly id: number;
  readonly account: string;
  readonly amount: number;
  readonly content: string;
  /** `2026-10-05 14:02:37`, Vietnamese time. */
  readonly at: string;
}

/** Sends a delivery through the SePay door, signed now; gives the HTTP status. */
export async function deliver(feed: SepayFeed, told: ToldTransfer): Promise<number> {
  const body = JSON.stringify({
    id: told.id,
    gateway: 'Vietcombank',
    transactionDate: told.at,
    accountNumber: told.account,
    code: null,
    content: told.content,
    transferType: 'in',
    transferAmount: told.amount,
    accumulated: 0,
    subAccount: null,
    referenceCode: `FT${told.id}`,
    description: '',
  });
  const timestamp = String(Math.floor((performance.timeOrigin + performance.now()) / 1000));
  const signature = createHmac('sha256', feed.secret).update(`${timestamp}.${body}`).digest('hex');
  const answer = await fetch(feed.address, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-sepay-timestamp': timestamp,
      'x-sepay-signature': `sha256=${signature}`,
    },
    body,
  });
  await answer.arrayBuffer();
  return answer.status;
}
