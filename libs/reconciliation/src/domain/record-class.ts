/** What incoming money is that pays nobody's fees. */
export const INCOMING_CLASSES = [
  'loan',
  'interest',
  'private',
  'cash-deposit',
  'given-back', // money of nobody that was refunded
  'taken-back', // a transfer that the bank took back
  'probe', // the board's own payment, which proved a receiving account
  'wallet-batch', // what a wallet paid on, whose lines are the payments
] as const;
/** What outgoing money was for. */
export const OUTGOING_CLASSES = [
  'to-budget',
  'treasury',
  'supplier',
  'bank-charge',
  'refund',
  'own-account',
  'reversed', // the bank's taking back of a transfer that came in
] as const;
export const RECORD_CLASSES = [...INCOMING_CLASSES, ...OUTGOING_CLASSES] as const;
export type RecordClass = (typeof RECORD_CLASSES)[number];

/** Which way money of a class goes. */
export function directionOf(kind: RecordClass): 'in' | 'out' {
  return INCOMING_CLASSES.some((incoming) => incoming === kind) ? 'in' : 'out';
}

type Act = 'deposit' | 'refund' | 'reversal' | 'settlement';

const ACTS: Readonly<Partial<Record<RecordClass, Act>>> = {
  'cash-deposit': 'deposit',
  refund: 'refund',
  'given-back': 'refund',
  reversed: 'reversal',
  'taken-back': 'reversal',
  'wallet-batch': 'settlement',
};

/** The act that alone may say a class and take it back; null: a clerk says it by hand. */
export function actOf(kind: RecordClass): Act | null {
  return ACTS[kind] ?? null;
}

/**
 * Whether money that came in leaves by this class on the day somebody says so: it was rightly
 * unmatched until then. Every other class says what the money always was.
 */
export const leavesWhenSaid = (kind: RecordClass): boolean =>
  kind === 'given-back' || kind === 'taken-back';
