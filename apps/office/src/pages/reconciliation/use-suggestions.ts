import { useState } from 'react';
import { firstChoice, type Suggestion } from './suggestion';
import type { QueueRecord } from './use-queue';

const NOBODY: readonly Suggestion[] = [];

/** Who a record may be of, and the one that is chosen: by a person, or the first without a tie. */
export function useSuggestions(record: QueueRecord | undefined) {
  const [choice, setChoice] = useState<{ of: string; place: number }>();
  const suggestions = NOBODY;
  const chosen = choice?.of === record?.id && choice ? choice.place : firstChoice(suggestions);
  return {
    suggestions,
    chosen,
    choose: (place: number) => {
      if (record && suggestions[place]) setChoice({ of: record.id, place });
    },
  };
}
