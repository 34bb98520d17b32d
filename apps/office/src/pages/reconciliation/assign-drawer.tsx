import { Select, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { reading } from '../../api/reading';
import { once } from '../../api/use-submit';
import { useFormat } from '../../format';
import { FormDrawer } from '../../parts/form-drawer';
import { useRules } from '../../parts/rules';
import type { RecordDrawerProps } from './undo-drawer';
import { Chips } from '../../parts/chips';
import { ChooseLease } from '../leases/choose-lease';
import { ChooseTicket } from '../tickets/choose-ticket';
import { TicketEvidence } from '../tickets/ticket-evidence';
import type { Ticket } from '../tickets/ticket-state';
import { useDecision } from './use-decision';

interface Values {
  whom: 'lease' | 'ticket';
  leaseId: string | null;
  billId: string | null;
  ticket: Ticket | null;
  reason: string;
}

// The rule saw a ticket's code and left the money to a person.
const OF_TICKET: readonly RecordDrawerProps['record']['reason'][] = [
  'ticketAmountDiffers',
  'ticketPaid',
  'ticketVoid',
];

/** Names whose money an unmatched record is. */
export function AssignDrawer({ record, isOpen, onClose, ...decided }: RecordDrawerProps) {
  const t = useTranslations('reconciliation');
  const rules = useRules();
  const form = useForm<Values>({
    initialValues: {
      whom: OF_TICKET.includes(record.reason) ? 'ticket' : 'lease',
      leaseId: null,
      billId: null,
      ticket: null,
      reason: '',
    },
    validate: {
      leaseId: (id, { whom }) => (whom === 'lease' ? rules.required(id) : null),
      ticket: (ticket, { whom }) => (whom === 'ticket' ? rules.required(ticket?.id ?? null) : null),
      reason: rules.required,
    },
  });
  const submit = useAssign(record, decided);
  const { whom, leaseId, ticket } = form.values;
  return (
    <FormDrawer
      title={t('assign.title')}
      isOpen={isOpen}
      onClose={onClose}
      form={form}
      submit={submit}
      saveLabel={t('assign.action')}
      savedMessage={t('assign.saved')}
    >
      <Text>{t('assign.hint')}</Text>
      <Chips
        label={t('assign.whom')}
        options={(['lease', 'ticket'] as const).map((value) => ({
          value,
          label: t(`assign.whomValue.${value}`),
        }))}
        {...form.getInputProps('whom')}
        value={whom}
      />
      {whom === 'lease' && (
        <>
          <ChooseLease label={t('assign.lease')} {...form.getInputProps('leaseId')} />
          <BillSelect leaseId={leaseId} {...form.getInputProps('billId')} />
        </>
      )}
      {whom === 'ticket' && (
        <ChooseTicket
          code={OF_TICKET.includes(record.reason) ? record.codes[0] : undefined}
          value={ticket?.id ?? null}
          error={form.errors.ticket}
          onChange={(chosen) => form.setFieldValue('ticket', chosen)}
        />
      )}
      {whom === 'ticket' && ticket && <TicketEvidence ticket={ticket} record={record} />}
      <Textarea
        label={t('undo.reason')}
        autosize
        minRows={3}
        maxLength={500}
        {...form.getInputProps('reason')}
      />
    </FormDrawer>
  );
}

function useAssign(
  record: RecordDrawerProps['record'],
  decided: Pick<RecordDrawerProps, 'onDone' | 'onMoved'>,
) {
  return useDecision(({ whom, leaseId, billId, ticket, reason }: Values, key) => {
    const named =
      whom === 'ticket'
        ? { ticketId: ticket?.id ?? '' }
        : { leaseId: leaseId ?? '', billId: billId ?? undefined };
    return answer(
      api.POST('/api/v1/bank-records/{id}/match', {
        params: { path: { id: record.id } },
        body: { ...named, reason, since: record.since ?? undefined },
        ...once(key),
      }),
    );
  }, decided);
}

interface BillSelectProps {
  leaseId: string | null;
  value?: string | null;
  onChange?: (billId: string | null) => void;
}

/** The open bills of the chosen lease; without a choice the oldest debt is paid first. */
function BillSelect({ leaseId, ...select }: BillSelectProps) {
  const t = useTranslations('reconciliation.assign');
  const format = useFormat();
  const account = reading('/api/v1/billing/leases/{id}', { path: { id: leaseId ?? '' } });
  const { data } = useQuery({ ...account, queryFn: leaseId ? account.queryFn : skipToken });
  const open = (data?.bills ?? []).filter(({ due }) => due > 0);
  return (
    <Select
      label={t('bill')}
      placeholder={t('oldest')}
      data={open.map(({ id, period, due }) => ({
        value: id,
        label: t('billOf', { month: format.month(period), due: format.money(due) }),
      }))}
      disabled={open.length === 0}
      clearable
      {...select}
    />
  );
}
