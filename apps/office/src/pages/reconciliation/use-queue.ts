import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type BodyOf, reading } from '../../api/reading';
import { useAddress } from '../../parts/search';

export type QueueRecord = BodyOf<'/api/v1/bank-records/queue'>['items'][number];

export const queueOrders = ['age', 'amount', 'account'] as const;
export const queueStates = ['unmatched', 'outgoing'] as const;

const oneOf = <Value extends string>(values: readonly [Value, ...Value[]], text?: string): Value =>
  values.find((value) => value === text) ?? values[0];

/** The open records before the clerk, the one in hand, and how to move on. */
export function useQueue() {
  const [address, change] = useAddress();
  const order = oneOf(queueOrders, address.order);
  const state = oneOf(queueStates, address.state);
  const [after, setAfter] = useState<string>();
  const [wanted, setWanted] = useState<string>();
  // Where the record in hand stood: when somebody decides on it, the next one takes its place.
  const [place, setPlace] = useState(0);
  const asked = reading('/api/v1/bank-records/queue', { query: { order, state, after } });
  const queue = useQuery({ ...asked, placeholderData: keepPreviousData });
  const items = queue.data?.items ?? [];
  const found = items.findIndex(({ id }) => id === wanted);
  const at = found >= 0 ? found : Math.max(0, Math.min(place, items.length - 1));
  const restart = (begin: string | undefined) => {
    setAfter(begin);
    setWanted(undefined);
    setPlace(0);
  };
  return {
    queue,
    items,
    at,
    record: items[at],
    order,
    state,
    hasBefore: after !== undefined,
    next: queue.data?.next ?? null,
    choose: (index: number) => {
      const chosen = items[Math.max(0, Math.min(index, items.length - 1))];
      if (!chosen) return;
      setPlace(items.indexOf(chosen));
      setWanted(chosen.id);
    },
    goOn: () => restart(queue.data?.next ?? undefined),
    goBack: () => restart(undefined),
    ask: (changed: { order?: string; state?: string }) => {
      restart(undefined);
      change(changed);
    },
  };
}

export type Queue = ReturnType<typeof useQueue>;
