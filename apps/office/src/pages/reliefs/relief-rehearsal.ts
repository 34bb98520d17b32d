import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import { NO_DOCUMENT } from './document-fields';

export const INITIAL = {
  ...NO_DOCUMENT,
  by: 'percent' as 'percent' | 'amount',
  percent: 50 as number | string,
  amount: null as number | null,
  feeType: '',
  fromOn: '',
  toOn: '',
  zoneId: '',
  names: '',
};
export type ReliefValues = typeof INITIAL;

/** In the choice of a scope: stalls or vendors by name, one a line. */
export const BY_NAMES = 'names';

export const isByNames = ({ zoneId }: Pick<ReliefValues, 'zoneId'>) => zoneId === BY_NAMES;

/** What sums follow from, as the api takes it. */
export function sumsOf(values: ReliefValues) {
  const { by, percent, amount, feeType, zoneId, fromOn, toOn } = values;
  return {
    fromOn,
    toOn,
    ...(by === 'percent' ? { percent: Number(percent) } : { amount: amount ?? 0 }),
    feeType: feeType || undefined,
    zoneId: isByNames(values) ? undefined : zoneId || undefined,
  };
}

const PAUSE_MS = 500;
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);
const linesOf = (text: string) => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

/** Whom the relief would be for and what it would let off, as soon as enough of it is typed. */
export function useReliefRehearsal(marketId: string, typed: ReliefValues) {
  const [values] = useDebouncedValue(typed, PAUSE_MS);
  const names = linesOf(values.names);
  const body = { ...sumsOf(values), ...(isByNames(values) ? { names } : {}) };
  const hasSum = values.by === 'percent' ? Number(values.percent) > 0 : (values.amount ?? 0) > 0;
  const isWhole = isDay(values.fromOn) && isDay(values.toOn) && hasSum;
  const rehearsal = useQuery({
    queryKey: ['/api/v1/markets/{id}/reliefs/rehearse', marketId, body],
    queryFn: () =>
      answer(
        api.POST('/api/v1/markets/{id}/reliefs/rehearse', {
          params: { path: { id: marketId } },
          body,
        }),
      ),
    enabled: isWhole && (!isByNames(values) || names.length > 0),
  });
  // What is shown is of what was typed a moment ago.
  return { ...rehearsal, isBehind: values !== typed || rehearsal.isFetching };
}
