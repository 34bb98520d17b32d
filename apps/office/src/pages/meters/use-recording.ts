import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once, useSubmit } from '../../api/use-submit';
import { likelyToday } from '../../format';
import { toast } from '../../parts/toast';
import { type MeterSheet, type Typed, valueOf } from './sheet-words';

interface Recording {
  marketId: string;
  sheet: MeterSheet;
  typed: Readonly<Record<string, Typed>>;
  onDone: () => void;
}

/** The last day of the month, or today while the month runs. */
function usualDay(month: string): string {
  const today = likelyToday();
  return today.startsWith(month) ? today : `${month}-28`;
}

/** Keeps what was typed: all of it, or nothing and the reason. */
export function useRecording({ marketId, sheet, typed, onDone }: Recording) {
  const t = useTranslations('meters.sheet');
  const [readOn, setReadOn] = useState(usualDay(sheet.month));
  const readings = Object.entries(typed).flatMap(([meterId, { text, hasRolledOver }]) => {
    const value = valueOf(text);
    return value === null ? [] : [{ meterId, value, hasRolledOver }];
  });
  const submit = useSubmit<void, { recorded: number }>({
    send: (_input, key) =>
      answer(
        api.POST('/api/v1/markets/{id}/meter-readings', {
          params: { path: { id: marketId } },
          body: { month: sheet.month, readOn, occasion: 'sheet', readings },
          ...once(key),
        }),
      ),
    invalidates: ['/api/v1/markets/{id}/meter-sheet', '/api/v1/meters'],
    onDone: ({ recorded }) => {
      toast(t('saved', { count: recorded }));
      onDone();
    },
  });
  const { isPending, error } = submit;
  return { readOn, setReadOn, readings, isPending, error, send: () => submit.mutate() };
}
