import { Alert, Anchor, Button } from '@mantine/core';
import { IconFileText, IconMessage } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import type { InputOf } from '../../api/reading';
import { once, useSubmit } from '../../api/use-submit';
import { formatDate } from '../../format';
import { SubmitError } from '../../parts/submit-error';
import { toast } from '../../parts/toast';

type Kind = InputOf<'/api/v1/debt-papers'>['kind'];
type Made = Awaited<ReturnType<typeof makePapers>>;

interface ArrearsActionsProps {
  leaseIds: readonly string[];
  onDone: () => void;
}

/** What can be done about the debtors that were chosen. */
export function ArrearsActions({ leaseIds, onDone }: ArrearsActionsProps) {
  const t = useTranslations('debts.arrears');
  const [made, setMade] = useState<Made>();
  const remind = useRemind(onDone);
  const papers = useSubmit({
    send: (kind: Kind, key) => makePapers(kind, leaseIds, key),
    invalidates: ['/api/v1/debt-papers', '/api/v1/arrears'],
    onDone: (done: Made) => {
      setMade(done);
      onDone();
    },
  });
  const isNone = leaseIds.length === 0;
  const paper = (kind: Kind, label: string) => (
    <Button
      variant="default"
      leftSection={<IconFileText size={17} />}
      disabled={isNone}
      loading={papers.isPending && papers.variables === kind}
      onClick={() => papers.mutate(kind)}
    >
      {label}
    </Button>
  );
  return (
    <>
      <span aria-live="polite">{t('chosen', { count: leaseIds.length })}</span>
      <Button
        leftSection={<IconMessage size={17} />}
        disabled={isNone}
        loading={remind.isPending}
        onClick={() => remind.mutate(leaseIds)}
      >
        {t('remind')}
      </Button>
      {paper('notice', t('makeNotices'))}
      {paper('confirmation', t('makeConfirmations'))}
      <SubmitError error={remind.error ?? papers.error} />
      {made && <MadePapers made={made} />}
    </>
  );
}

function useRemind(onDone: () => void) {
  const t = useTranslations('debts.arrears');
  return useSubmit({
    send: (leaseIds: readonly string[], key) =>
      answer(api.POST('/api/v1/reminders', { body: { leaseIds: [...leaseIds] }, ...once(key) })),
    invalidates: ['/api/v1/reminders'],
    onDone: ({ made, skipped }: { made: number; skipped: number }) => {
      toast(t('reminded', { made, skipped }));
      onDone();
    },
  });
}

function makePapers(kind: Kind, leaseIds: readonly string[], key: string) {
  const body = { kind, leaseIds: [...leaseIds] };
  return answer(api.POST('/api/v1/debt-papers', { body, ...once(key) }));
}

// As many as one file is asked for by an address.
const A_FILE = 200;

function PrintLinks({ ids }: { ids: readonly string[] }) {
  const t = useTranslations('debts.arrears');
  const starts = Array.from({ length: Math.ceil(ids.length / A_FILE) }, (_, at) => at * A_FILE);
  return starts.map((start) => {
    const part = ids.slice(start, start + A_FILE);
    const [from, to] = [start + 1, start + part.length];
    return (
      <Anchor
        key={start}
        display="block"
        href={`/api/v1/debt-papers/print?ids=${part.join(',')}`}
        target="_blank"
      >
        {starts.length === 1 ? t('printMade') : t('printPart', { from, to })}
      </Anchor>
    );
  });
}

/** What was made, as one file or more; and for whom nothing could be made, and why. */
function MadePapers({ made: { ids, skipped } }: { made: Made }) {
  const t = useTranslations('debts.arrears');
  return (
    <Alert color="gray" role="status" w="100%" title={t('papersMade', { made: ids.length })}>
      <PrintLinks ids={ids} />
      {skipped.length > 0 && (
        <>
          <p>{t('skipped')}</p>
          <ul>
            {skipped.map(({ leaseId, stallCode, payBy }) => (
              <li key={leaseId}>
                {payBy
                  ? t('tooSoon', { stall: stallCode, day: formatDate(payBy) })
                  : t('noDebt', { stall: stallCode })}
              </li>
            ))}
          </ul>
        </>
      )}
    </Alert>
  );
}
