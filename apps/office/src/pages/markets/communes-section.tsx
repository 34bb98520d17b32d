import { Button, Checkbox } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { type BodyOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { once, useSubmit } from '../../api/use-submit';
import { DateInput } from '../../parts/date-input';
import { DateText } from '../../parts/figures';
import { FormDrawer } from '../../parts/form-drawer';
import { Section } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { useRules } from '../../parts/rules';
import { EmptyState, ErrorState } from '../../parts/states';
import { CommuneSelect } from './market-fields';

type Stay = BodyOf<'/api/v1/markets/{id}/communes'>[number];

const LAST_DAY_BEFORE_REFORM = '2025-06-30';

/** Where the market lay and lies, as somebody entered it. */
export function CommunesSection({ marketId }: { marketId: string }) {
  const t = useTranslations('markets.stays');
  const stays = useQuery(reading('/api/v1/markets/{id}/communes', { path: { id: marketId } }));
  const [isAdding, { open, close }] = useDisclosure(false);
  const add = useMay('markets.write') && (
    <Button variant="light" leftSection={<IconPlus size={17} />} onClick={open}>
      {t('add')}
    </Button>
  );
  const columns: readonly Column<Stay>[] = [
    { key: 'commune', title: t('commune'), cell: ({ communeName }) => communeName },
    {
      key: 'from',
      title: t('from'),
      cell: ({ validFrom }) => (validFrom ? <DateText day={validFrom} /> : t('always')),
    },
    {
      key: 'to',
      title: t('to'),
      cell: ({ validTo }) => (validTo ? <DateText day={validTo} /> : t('now')),
    },
  ];
  return (
    <Section title={t('title')} hint={t('hint')} aside={add}>
      {stays.isError && <ErrorState error={stays.error} onRetry={() => void stays.refetch()} />}
      {stays.data?.length === 0 && <EmptyState title={t('empty')} hint={t('emptyHint')} />}
      {!stays.isError && stays.data?.length !== 0 && (
        <RowsTable
          label={t('title')}
          rows={stays.data}
          columns={columns}
          keyOf={({ communeId, validFrom }) => `${communeId} ${validFrom}`}
        />
      )}
      {isAdding && <NewStay marketId={marketId} onClose={close} />}
    </Section>
  );
}

interface Values {
  isBefore: boolean;
  communeId: string | null;
  from: string;
}

function NewStay({ marketId, onClose }: { marketId: string; onClose: () => void }) {
  const t = useTranslations('markets.stays');
  const rules = useRules();
  const form = useForm<Values>({
    initialValues: { isBefore: false, communeId: null, from: '' },
    validate: { communeId: rules.required, from: rules.dayOrEmpty },
  });
  const submit = useSubmit({
    send: ({ communeId, from }: Values, key) =>
      answer(
        api.POST('/api/v1/markets/{id}/communes', {
          params: { path: { id: marketId } },
          body: { communeId: communeId ?? '', from: from === '' ? null : from },
          ...once(key),
        }),
      ),
    invalidates: ['/api/v1/markets/{id}/communes', '/api/v1/markets/{id}', '/api/v1/markets'],
  });
  const { isBefore } = form.values;
  return (
    <FormDrawer
      title={t('add')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{ 'markets.communeNotThen': 'from', 'markets.communeLaterKnown': 'from' }}
      savedMessage={t('saved')}
    >
      <Checkbox label={t('before')} {...form.getInputProps('isBefore', { type: 'checkbox' })} />
      <CommuneSelect
        key={String(isBefore)}
        on={isBefore ? LAST_DAY_BEFORE_REFORM : undefined}
        label={t('commune')}
        {...form.getInputProps('communeId')}
      />
      <DateInput label={t('from')} description={t('fromHint')} {...form.getInputProps('from')} />
    </FormDrawer>
  );
}
