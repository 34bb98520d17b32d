import { Button, Drawer, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { useSubmit } from '../../api/use-submit';
import { DialogHead } from '../../parts/dialog-head';
import { DateText, Money } from '../../parts/figures';
import { ErrorState, Waiting } from '../../parts/states';
import { SubmitError } from '../../parts/submit-error';
import { toast } from '../../parts/toast';
import css from './queue.module.css';
import type { ClassRule } from './rules-page';
import { staleAfterDecision } from './use-decision';

const RULES = '/api/v1/reconciliation-rules';

const rehearse = (id: string) =>
  answer(api.POST(`${RULES}/{id}/rehearse`, { params: { path: { id } }, body: {} }));
type Rehearsal = Awaited<ReturnType<typeof rehearse>>;

/** What a rule would have said of old records, and its switch. */
export function RehearseRule({ rule, onClose }: { rule: ClassRule; onClose: () => void }) {
  const t = useTranslations('rules');
  const path = { id: rule.id };
  const rehearsal = useQuery({
    queryKey: [`${RULES}/{id}/rehearse`, path],
    queryFn: () => rehearse(rule.id),
  });
  const turn = useSubmit({
    send: () =>
      rule.state === 'on'
        ? answer(api.POST(`${RULES}/{id}/off`, { params: { path } }))
        : answer(api.POST(`${RULES}/{id}/on`, { params: { path } })),
    invalidates: [RULES, ...staleAfterDecision],
    onDone: () => {
      toast(t(rule.state === 'on' ? 'rehearse.isOff' : 'rehearse.isOn'));
      onClose();
    },
  });
  const title = t('rehearse.title');
  return (
    <Drawer
      opened
      onClose={onClose}
      withCloseButton={false}
      attributes={{ content: { 'aria-label': title } }}
    >
      <DialogHead title={title} onClose={onClose} />
      <Stack gap="md">
        <SubmitError error={turn.error} />
        {rehearsal.isError && <ErrorState error={rehearsal.error} />}
        {rehearsal.isPending && <Waiting />}
        {rehearsal.data && <Rehearsed rehearsal={rehearsal.data} isOn={rule.state === 'on'} />}
        {rule.state !== 'off' && (
          <Group justify="flex-end">
            <Button
              color={rule.state === 'on' ? 'red' : undefined}
              loading={turn.isPending}
              disabled={!rehearsal.data}
              onClick={() => turn.mutate(undefined)}
            >
              {t(rule.state === 'on' ? 'rehearse.turnOff' : 'rehearse.turnOn')}
            </Button>
          </Group>
        )}
      </Stack>
    </Drawer>
  );
}

function Rehearsed({ rehearsal, isOn }: { rehearsal: Rehearsal; isOn: boolean }) {
  const t = useTranslations('rules.rehearse');
  const { looked, fits, waiting, same, otherwise, records } = rehearsal;
  return (
    <>
      <p>{t('sum', { looked, fits, waiting, same })}</p>
      {!isOn && <p>{t('reaches')}</p>}
      {otherwise > 0 && <p className={css.tie}>{t('otherwise', { count: otherwise })}</p>}
      <ul className={css.rehearsed}>
        {records.map(({ recordId, bookedOn, amount, content }) => (
          <li key={recordId}>
            <Money amount={amount} /> · <DateText day={bookedOn} />
            <small>{content}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
