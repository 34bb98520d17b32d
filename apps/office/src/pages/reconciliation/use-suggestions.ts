import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { reading } from '../../api/reading';
import { firstChoice, type Suggestion } from './suggestion';
import type { QueueRecord } from './use-queue';

const NOBODY: readonly Suggestion[] = [];

/** Who a record may be of, and the one that is chosen: by a person, or the first without a tie. */
export function useSuggestions(record: QueueRecord | undefined) {
  const [choice, setChoice] = useState<{ of: string; place: number }>();
  const isIn = record?.direction === 'in';
  const asked = reading('/api/v1/bank-records/{id}/suggestions', {
    path: { id: record?.id ?? '' },
  });
  const { data, isPending } = useQuery({ ...asked, queryFn: isIn ? asked.queryFn : skipToken });
  const suggestions = data ?? NOBODY;
  const chosen = choice && choice.of === record?.id ? choice.place : firstChoice(suggestions);
  return {
    suggestions,
    isLooking: isIn && isPending,
    chosen: suggestions[chosen ?? 0] ? chosen : null,
    choose: (place: number) => {
      if (record && suggestions[place]) setChoice({ of: record.id, place });
    },
  };
}
