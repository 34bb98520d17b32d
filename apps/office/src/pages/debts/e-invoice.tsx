import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { type BodyOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { useSubmit } from '../../api/use-submit';
import { likelyToday } from '../../format';
import { DateInput } from '../../parts/date-input';
import { DateText } from '../../parts/figures';
import { FormDrawer } from '../../parts/form-drawer';
import { Facts, Section } from '../../parts/page';
import { useRules } from '../../parts/rules';
import { StatusBadge, type Tone } from '../../parts/status-badge';
import { SubmitError } from '../../parts/submit-error';
import { toast } from '../../parts/toast';

const PATH = '/api/v1/bills/{id}/e-invoice';
type Invoice = BodyOf<typeof PATH>;
const TONES: Readonly<Record<Invoice['state'], Tone>> = {
  none: 'quiet',
  requested: 'waiting',
  issued: 'good',
  failed: 'bad',
};

/** A bill's e-invoice: asked of the provider, or its number typed in. */
export function EInvoiceSection({ billId }: { billId: string }) {
  const t = useTranslations('debts.eInvoice');
  const { data } = useQuery(reading(PATH, { path: { id: billId } }));
  const mayIssue = useMay('billing.issue');
  if (!data) return null;
  const { state } = data;
  return (
    <Section
      title={t('title')}
      hint={state === 'none' ? t('none') : undefined}
      aside={<StatusBadge tone={TONES[state]}>{t(`states.${state}`)}</StatusBadge>}
    >
      {state !== 'none' && <InvoiceFacts invoice={data} />}
      {mayIssue && state !== 'issued' && <InvoiceActions invoice={data} />}
    </Section>
  );
}

function InvoiceFacts({ invoice }: { invoice: Invoice }) {
  const t = useTranslations('debts.eInvoice');
  const { number, series, issuedOn, provider, answer: said } = invoice;
  const from = provider === 'manual' ? t('manual') : provider;
  return (
    <Facts
      rows={[
        [t('number'), number ?? '—'],
        [t('series'), series ?? '—'],
        [t('issuedOn'), <DateText key="day" day={issuedOn} />],
        [t('provider'), from ?? '—'],
        ...(said && !number ? [[t('answer'), said] as const] : []),
      ]}
    />
  );
}

function InvoiceActions({ invoice: { billId, mayAsk } }: { invoice: Invoice }) {
  const t = useTranslations('debts.eInvoice');
  const [isTyping, { open, close }] = useDisclosure(false);
  const ask = useSubmit({
    send: () =>
      answer(
        api.POST('/api/v1/bills/{id}/e-invoice/request', { params: { path: { id: billId } } }),
      ),
    invalidates: [PATH],
    onDone: () => toast(t('asked')),
  });
  return (
    <>
      <SubmitError error={ask.error} />
      <Group>
        {mayAsk && (
          <Button loading={ask.isPending} onClick={() => ask.mutate(undefined)}>
            {t('ask')}
          </Button>
        )}
        <Button variant="default" onClick={open}>
          {t('type')}
        </Button>
      </Group>
      {isTyping && <TypeForm billId={billId} onClose={close} />}
    </>
  );
}

interface Values {
  number: string;
  series: string;
  issuedOn: string;
}

function TypeForm({ billId, onClose }: { billId: string; onClose: () => void }) {
  const t = useTranslations('debts.eInvoice');
  const rules = useRules();
  const form = useForm<Values>({
    initialValues: { number: '', series: '', issuedOn: likelyToday() },
    validate: { number: rules.required, issuedOn: rules.day },
  });
  const submit = useSubmit({
    send: ({ series, ...typed }: Values) =>
      answer(
        api.PUT(PATH, {
          params: { path: { id: billId } },
          body: series ? { ...typed, series } : typed,
        }),
      ),
    invalidates: [PATH],
  });
  return (
    <FormDrawer
      title={t('type')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{ 'billing.eInvoiceNumberTaken': 'number', 'billing.eInvoiceDay': 'issuedOn' }}
      savedMessage={t('saved')}
    >
      <TextInput label={t('series')} {...form.getInputProps('series')} />
      <TextInput
        label={t('number')}
        inputMode="numeric"
        data-autofocus
        {...form.getInputProps('number')}
      />
      <DateInput label={t('issuedOn')} {...form.getInputProps('issuedOn')} />
    </FormDrawer>
  );
}
