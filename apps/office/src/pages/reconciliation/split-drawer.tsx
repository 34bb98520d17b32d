import { Select, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { type ItemOf, reading } from '../../api/reading';
import { once } from '../../api/use-submit';
import { useFormat } from '../../format';
import { FormDrawer, type Submit } from '../../parts/form-drawer';
import { RemoteSelect } from '../../parts/remote-select';
import { useRules } from '../../parts/rules';
import css from './queue.module.css';
import { splitSums } from './split';
import { SplitBills, type SplitLease } from './split-bills';
import type { RecordDrawerProps } from './undo-drawer';
import { useDecision } from './use-decision';

export interface SplitValues {
  leases: SplitLease[];
  /** Whose credit the rest is: the first that was chosen, unless another is. */
  ownerId: string | null;
  amounts: Record<string, number | null>;
  reason: string;
}

const partsOf = ({ amounts }: Pick<SplitValues, 'amounts'>) =>
  Object.entries(amounts).flatMap(([billId, amount]) => (amount ? [{ billId, amount }] : []));

/** As it is sent: whose credit the rest is, and what goes to bills by name. */
export const splitOf = (values: SplitValues) => ({
  leaseId: values.ownerId ?? values.leases[0]?.id ?? '',
  parts: partsOf(values),
  reason: values.reason,
});

/** Gives one record to several bills, of one stall or of several. */
export function SplitDrawer({ record, isOpen, onClose, ...decided }: RecordDrawerProps) {
  const submit = useSplit(record, decided);
  return <SplitForm amount={record.amount} isOpen={isOpen} onClose={onClose} submit={submit} />;
}

interface SplitFormProps {
  amount: number;
  isOpen: boolean;
  onClose: () => void;
  submit: Submit<SplitValues>;
}

/** A sum that came, and how much of it goes to which bills. */
export function SplitForm({ amount, isOpen, onClose, submit }: SplitFormProps) {
  const t = useTranslations('queue.split');
  const format = useFormat();
  const rules = useRules();
  const form = useForm<SplitValues>({
    initialValues: { leases: [], ownerId: null, amounts: {}, reason: '' },
    validate: {
      leases: (_, values) => (partsOf(values).length === 0 ? t('none') : null),
      reason: rules.required,
    },
  });
  const { leases, ownerId, amounts } = form.values;
  const { rest } = splitSums(amount, partsOf({ amounts }));
  const owner = leases.find(({ id }) => id === ownerId) ?? leases[0];
  return (
    <FormDrawer
      title={t('title', { amount: format.money(amount) })}
      isOpen={isOpen}
      onClose={onClose}
      form={form}
      submit={submit}
      saveLabel={t('action')}
      savedMessage={t('saved')}
    >
      <Text>{t('hint')}</Text>
      <AddLease
        key={leases.length}
        error={form.errors.leases}
        onAdd={(lease) => {
          if (!leases.some(({ id }) => id === lease.id))
            form.setFieldValue('leases', [...leases, lease]);
        }}
      />
      {leases.map((lease) => (
        <fieldset key={lease.id} className={css.lease}>
          <legend>
            {lease.stallCode} · {lease.vendorName}
          </legend>
          <SplitBills
            lease={lease}
            amounts={amounts}
            rest={rest}
            onAmount={(billId, part) => form.setFieldValue(`amounts.${billId}`, part)}
          />
        </fieldset>
      ))}
      {owner && <Rest amount={amount} rest={rest} owner={owner} />}
      {leases.length > 1 && (
        <Select
          label={t('owner')}
          data={leases.map(({ id, stallCode, vendorName }) => ({
            value: id,
            label: `${stallCode} · ${vendorName}`,
          }))}
          {...form.getInputProps('ownerId')}
          value={owner?.id ?? null}
        />
      )}
      <Textarea
        label={t('reason')}
        description={t('reasonHint')}
        autosize
        minRows={2}
        maxLength={500}
        {...form.getInputProps('reason')}
      />
    </FormDrawer>
  );
}

function useSplit(
  record: RecordDrawerProps['record'],
  decided: Pick<RecordDrawerProps, 'onDone' | 'onMoved'>,
) {
  return useDecision(
    (values: SplitValues, key) =>
      answer(
        api.POST('/api/v1/bank-records/{id}/match', {
          params: { path: { id: record.id } },
          body: { ...splitOf(values), since: record.since ?? undefined },
          ...once(key),
        }),
      ),
    decided,
  );
}

type FoundLease = ItemOf<'/api/v1/leases'>;

/** One more stall; made anew after each, so that the field is empty again. */
function AddLease({
  error,
  onAdd,
}: {
  error: React.ReactNode;
  onAdd: (lease: SplitLease) => void;
}) {
  const t = useTranslations('queue.split');
  const [seen] = useState(() => new Map<string, FoundLease>());
  return (
    <RemoteSelect
      label={t('add')}
      data-autofocus
      error={error}
      read={(q) => reading('/api/v1/leases', { query: { q } })}
      optionOf={(lease) => {
        seen.set(lease.id, lease);
        return { value: lease.id, label: `${lease.stallCode} · ${lease.vendorName}` };
      }}
      onChange={(id) => {
        const lease = id === null ? undefined : seen.get(id);
        if (lease) onAdd(lease);
      }}
    />
  );
}

/** How much is given and what becomes of the rest, read out as it changes. */
function Rest({ amount, rest, owner }: { amount: number; rest: number; owner: SplitLease }) {
  const t = useTranslations('queue.split');
  const format = useFormat();
  return (
    <dl className={css.rest} aria-live="polite" data-over={rest < 0 || undefined}>
      <div>
        <dt>{t('given')}</dt>
        <dd>{format.money(amount - rest)}</dd>
      </div>
      <div>
        <dt>{t('rest')}</dt>
        <dd>
          {rest < 0 ? t('tooMuch', { sum: format.money(-rest) }) : format.money(rest)}
          {rest > 0 && <small> {t('restTo', { stall: owner.stallCode })}</small>}
        </dd>
      </div>
    </dl>
  );
}
