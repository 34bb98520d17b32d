import { Group, TextInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once, useSubmit } from '../../api/use-submit';
import { likelyToday } from '../../format';
import { Chips } from '../../parts/chips';
import { DateInput } from '../../parts/date-input';
import { FormDrawer } from '../../parts/form-drawer';
import { MoneyInput } from '../../parts/money-input';
import { useRules } from '../../parts/rules';
import { ChooseLease } from '../leases/choose-lease';
import { ChooseTicket } from '../tickets/choose-ticket';
import type { Ticket } from '../tickets/ticket-state';

const CHANNELS = ['desk', 'phone'] as const;

interface Values {
  whom: 'lease' | 'ticket';
  leaseId: string | null;
  ticket: Pick<Ticket, 'id'> | null;
  amount: number | null;
  day: string;
  time: string;
  toldBy: string;
  channel: (typeof CHANNELS)[number];
  note: string;
}
const EMPTY: Omit<Values, 'day' | 'whom' | 'ticket' | 'amount'> = {
  leaseId: null,
  time: '',
  toldBy: '',
  channel: 'desk',
  note: '',
};

const FIELD_OF = {
  'reconciliation.leaseNotFound': 'leaseId',
  'reconciliation.ticketClaimed': 'ticket',
  'reconciliation.ticketNotWaiting': 'ticket',
  'reconciliation.claimInFuture': 'time',
} as const;

interface MakeClaimProps {
  isOpen: boolean;
  onClose: () => void;
  /** Opened on the page of this ticket. */
  ticket?: Ticket;
}

/** Takes down what a payer says: how much, when, for which stall or ticket. */
export function MakeClaim({ isOpen, onClose, ticket }: MakeClaimProps) {
  const t = useTranslations('claims');
  const form = useClaimForm(ticket);
  const navigate = useNavigate();
  const submit = useSubmit({
    send: ({ whom, leaseId, ticket: paid, amount, day, time, note, ...said }: Values, key) =>
      answer(
        api.POST('/api/v1/claims', {
          body: {
            ...said,
            ...(whom === 'ticket' ? { ticketId: paid?.id ?? '' } : { leaseId: leaseId ?? '' }),
            amount: amount ?? 0,
            paidAt: `${day}T${time}:00+07:00`,
            note: note.trim() || undefined,
          },
          ...once(key),
        }),
      ),
    invalidates: ['/api/v1/claims', '/api/v1/reconciliation/today'],
    onDone: ({ id }) => void navigate({ to: '/claims/$id', params: { id } }),
  });
  return (
    <FormDrawer
      title={t('form.title')}
      isOpen={isOpen}
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={FIELD_OF}
      savedMessage={t('form.saved')}
    >
      {ticket ? <p>{t('ticketOf', { number: ticket.number })}</p> : <Claimant form={form} />}
      <MoneyInput label={t('amount')} {...form.getInputProps('amount')} />
      <Group grow align="flex-start">
        <DateInput label={t('form.day')} {...form.getInputProps('day')} />
        <TextInput
          label={t('form.time')}
          description={t('form.timeHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="off"
          {...form.getInputProps('time')}
        />
      </Group>
      <TextInput
        label={t('toldBy')}
        description={t('form.toldByHint')}
        maxLength={100}
        {...form.getInputProps('toldBy')}
      />
      <Chips
        label={t('channel')}
        options={CHANNELS.map((value) => ({ value, label: t(`channelValue.${value}`) }))}
        value={form.values.channel}
        onChange={(channel) => form.setFieldValue('channel', channel)}
      />
      <Textarea
        label={t('note')}
        description={t('form.noteHint')}
        autosize
        minRows={2}
        maxLength={500}
        {...form.getInputProps('note')}
      />
    </FormDrawer>
  );
}

/** For a stall or for a ticket; a ticket's sum stands in the form until another one is typed. */
function Claimant({ form }: { form: ReturnType<typeof useClaimForm> }) {
  const t = useTranslations('claims');
  const { whom, ticket, amount } = form.values;
  return (
    <>
      <Chips
        label={t('form.whom')}
        options={(['lease', 'ticket'] as const).map((value) => ({
          value,
          label: t(`form.whomValue.${value}`),
        }))}
        value={whom}
        onChange={(chosen) => form.setFieldValue('whom', chosen)}
      />
      {whom === 'lease' ? (
        <ChooseLease label={t('form.lease')} {...form.getInputProps('leaseId')} />
      ) : (
        <ChooseTicket
          value={ticket?.id ?? null}
          error={form.errors.ticket}
          onChange={(chosen) => {
            form.setFieldValue('ticket', chosen);
            form.setFieldValue('amount', chosen?.amount ?? amount);
          }}
        />
      )}
    </>
  );
}

function useClaimForm(ticket: Ticket | undefined) {
  const t = useTranslations('claims.form');
  const rules = useRules();
  return useForm<Values>({
    initialValues: {
      ...EMPTY,
      whom: ticket ? 'ticket' : 'lease',
      ticket: ticket ?? null,
      amount: ticket?.amount ?? null,
      day: likelyToday(),
    },
    validate: {
      leaseId: (id, { whom }) => (whom === 'lease' ? rules.required(id) : null),
      ticket: (paid, { whom }) => (whom === 'ticket' ? rules.required(paid?.id ?? null) : null),
      amount: rules.money,
      day: rules.day,
      time: (time) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? null : t('timeInvalid')),
      toldBy: rules.required,
    },
  });
}
