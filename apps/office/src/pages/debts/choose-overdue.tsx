import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { SubmitError } from '../../parts/submit-error';

// As many as one request may write texts or papers for.
const MOST = 500;
const PAGE = 200;

interface ChooseOverdueProps {
  marketId: string | undefined;
  asOf: string;
  choose: (leaseIds: ReadonlySet<string>) => void;
}

/** Chooses every lease with something past its due day, on all pages of the list. */
export function ChooseOverdue({ marketId, asOf, choose }: ChooseOverdueProps) {
  const t = useTranslations('debts.arrears');
  const collect = useMutation({
    mutationFn: () => overdueLeases(marketId, asOf),
    onSuccess: (leaseIds) => choose(new Set(leaseIds.slice(0, MOST))),
  });
  return (
    <>
      <Button variant="subtle" loading={collect.isPending} onClick={() => collect.mutate()}>
        {t('chooseOverdue')}
      </Button>
      <SubmitError error={collect.error} />
    </>
  );
}

async function overdueLeases(marketId: string | undefined, asOf: string): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const query = { marketId, asOf, minDays: 0, by: 'lease', limit: PAGE, cursor } as const;
    const asked = reading('/api/v1/arrears', { query });
    const page = await asked.queryFn({ signal: new AbortController().signal });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next ?? undefined;
  } while (cursor && ids.length < MOST);
  return ids;
}
