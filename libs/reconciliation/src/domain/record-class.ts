/** What incoming money is that pays nobody's fees. */
export const INCOMING_CLASSES = ['loan', 'interest', 'private', 'cash-deposit'] as const;
/** What outgoing money was for. */
export const OUTGOING_CLASSES = [
  'to-budget',
  'treasury',
  'supplier',
  'bank-charge',
  'refund',
  'own-account',
] as const;
export const RECORD_CLASSES = [...INCOMING_CLASSES, ...OUTGOING_CLASSES] as const;
export type RecordClass = (typeof RECORD_CLASSES)[number];

/** Which way money of a class goes. */
export function directionOf(kind: RecordClass): 'in' | 'out' {
  return INCOMING_CLASSES.some((incoming) => incoming === kind) ? 'in' : 'out';
}
