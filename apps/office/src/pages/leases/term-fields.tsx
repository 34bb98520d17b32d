import { NumberInput, Select, TextInput } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { DateInput } from '../../parts/date-input';
import { MoneyInput } from '../../parts/money-input';
import { RemoteSelect } from '../../parts/remote-select';
import { useScope } from '../../scope';
import { AWARDS, BILLING_CYCLES } from './lease-terms';

interface TermFieldsProps {
  field: (name: string) => object;
  /** A running lease keeps its cycle. */
  hasCycle?: boolean;
}

/** What a lease agrees on beside its stall, its holder and its days. */
export function TermFields({ field, hasCycle = true }: TermFieldsProps) {
  const t = useTranslations('tenancy.leases');
  return (
    <>
      {hasCycle && (
        <Select
          label={t('cycle')}
          data={BILLING_CYCLES.map((value) => ({ value, label: t(`cycleValue.${value}`) }))}
          allowDeselect={false}
          {...field('billingCycle')}
        />
      )}
      <MoneyInput label={t('deposit')} {...field('depositAgreed')} />
      <TextInput
        label={t('priceClass')}
        description={t('priceClassHint')}
        {...field('priceClass')}
      />
      <NumberInput
        label={t('dueDay')}
        description={t('marketsHint')}
        min={1}
        max={28}
        allowDecimal={false}
        {...field('dueDay')}
      />
      <NumberInput
        label={t('graceDays')}
        description={t('marketsHint')}
        min={0}
        max={60}
        allowDecimal={false}
        {...field('graceDays')}
      />
      <Select
        label={t('award')}
        data={AWARDS.map((value) => ({ value, label: t(`awardValue.${value}`) }))}
        clearable
        {...field('award')}
      />
      <TextInput label={t('awardNumber')} {...field('awardNumber')} />
      <DateInput label={t('awardOn')} {...field('awardOn')} />
      <DateInput label={t('signedOn')} {...field('signedOn')} />
    </>
  );
}

/** Who works the stall and who pays, where it is another than the holder. */
export function OtherPeople({ field }: Pick<TermFieldsProps, 'field'>) {
  const t = useTranslations('tenancy.leases');
  return (
    <>
      <VendorSelect label={t('operator')} description={t('sameHint')} {...field('operatorId')} />
      <VendorSelect label={t('payer')} description={t('sameHint')} {...field('payerId')} />
    </>
  );
}

/** A vendor of the board; two of one name are told apart by their phones' last digits. */
export function VendorSelect(field: { label: string; description?: string }) {
  const { boardId } = useScope();
  return (
    <RemoteSelect
      read={(q) => reading('/api/v1/vendors', { query: { q, boardId } })}
      optionOf={({ id, name, phoneLast4 }) => ({
        value: id,
        label: phoneLast4 ? `${name} · •••• ${phoneLast4}` : name,
      })}
      {...field}
    />
  );
}
