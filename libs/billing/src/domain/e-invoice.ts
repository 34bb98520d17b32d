import { isBusinessDate, type BusinessDate } from '@cho40/kernel';

/** none: nobody asked for one. A failed one may be asked for again; an issued one stands. */
export type EInvoiceState = 'none' | 'requested' | 'issued' | 'failed';
export type EInvoiceEvent = 'ask' | 'issue' | 'fail';

const NEXT: Readonly<Record<EInvoiceState, Partial<Record<EInvoiceEvent, EInvoiceState>>>> = {
  // A number typed in by hand needs no request.
  none: { ask: 'requested', issue: 'issued' },
  requested: { issue: 'issued', fail: 'failed' },
  failed: { ask: 'requested', issue: 'issued' },
  issued: {},
};

/** The state after an event, null where the event may not happen. */
export function nextState(state: EInvoiceState, event: EInvoiceEvent): EInvoiceState | null {
  return NEXT[state][event] ?? null;
}

export interface IssuedEInvoice {
  readonly number: string;
  readonly series: string | null;
  readonly issuedOn: BusinessDate;
}

/**
 * What a provider answered to a request it took: the invoice, or null when it gives the number
 * later (a file, a provider that works through a queue). What it does not say is not guessed.
 */
export function eInvoiceIn(answer: string): IssuedEInvoice | null {
  const said = objectIn(answer);
  const { number, series, issuedOn } = said;
  if (typeof number !== 'string' || !/^[0-9]{1,20}$/.test(number)) return null;
  if (typeof issuedOn !== 'string' || !isBusinessDate(issuedOn)) return null;
  const isSeries = typeof series === 'string' && series.length > 0 && series.length <= 20;
  return { number, series: isSeries ? series : null, issuedOn };
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' ? { ...value } : {};
  } catch {
    return {};
  }
}
