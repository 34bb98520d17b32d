/** `HD-DONGVAN-0001`: hợp đồng, the market's code, and a number that counts up in the market. */
export function leaseNumber(marketCode: string, sequence: number): string {
  return `HD-${marketCode}-${String(sequence).padStart(4, '0')}`;
}
