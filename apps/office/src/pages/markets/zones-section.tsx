import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { type BodyOf, reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { once, useSubmit } from '../../api/use-submit';
import { useFormat } from '../../format';
import { FormDrawer } from '../../parts/form-drawer';
import { Section } from '../../parts/page';
import { type Column, RowsTable } from '../../parts/rows-table';
import { useRules } from '../../parts/rules';
import { EmptyState, ErrorState } from '../../parts/states';

type Zone = BodyOf<'/api/v1/markets/{id}/zones'>[number];

/** The zones of a market as a tree, each added and corrected in place. */
export function ZonesSection({ marketId }: { marketId: string }) {
  const t = useTranslations('markets.zones');
  const zones = useQuery(reading('/api/v1/markets/{id}/zones', { path: { id: marketId } }));
  const [open, setOpen] = useState<Zone | 'new'>();
  const mayWrite = useMay('markets.write');
  const columns = useColumns(mayWrite ? setOpen : undefined);
  const add = mayWrite && (
    <Button variant="light" leftSection={<IconPlus size={17} />} onClick={() => setOpen('new')}>
      {t('add')}
    </Button>
  );
  return (
    <Section title={t('title')} hint={t('hint')} aside={add}>
      {zones.isError && <ErrorState error={zones.error} onRetry={() => void zones.refetch()} />}
      {zones.data?.length === 0 && <EmptyState title={t('empty')} hint={t('emptyHint')} />}
      {!zones.isError && zones.data?.length !== 0 && (
        <RowsTable label={t('title')} rows={zones.data} columns={columns} keyOf={({ id }) => id} />
      )}
      {open && (
        <ZoneForm
          marketId={marketId}
          zones={zones.data ?? []}
          zone={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Section>
  );
}

function useColumns(edit: ((zone: Zone) => void) | undefined): readonly Column<Zone>[] {
  const t = useTranslations();
  const format = useFormat();
  const columns: Column<Zone>[] = [
    {
      key: 'name',
      title: t('markets.zones.name'),
      // A zone inside another stands further right, on a branch.
      cell: ({ name, depth }) =>
        depth === 0 ? name : `${'\u2003'.repeat(depth - 1)}\u2514\u2002${name}`,
    },
    { key: 'code', title: t('markets.zones.code'), cell: ({ code }) => <code>{code}</code> },
    {
      key: 'order',
      title: t('markets.zones.walkingOrder'),
      align: 'right',
      cell: ({ walkingOrder }) => format.count(walkingOrder),
      isWideOnly: true,
    },
    {
      key: 'stalls',
      title: t('markets.stalls'),
      align: 'right',
      cell: ({ stallCount }) => format.count(stallCount),
    },
  ];
  if (!edit) return columns;
  const button = (zone: Zone) => (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconPencil size={15} />}
      aria-label={t('markets.zones.edit', { code: zone.code })}
      onClick={() => edit(zone)}
    >
      {t('act.edit')}
    </Button>
  );
  return [...columns, { key: 'edit', title: t('act.edit'), align: 'right', cell: button }];
}

interface Values {
  code: string;
  name: string;
  parentId: string | null;
  walkingOrder: number;
}

interface ZoneFormProps {
  marketId: string;
  zones: readonly Zone[];
  /** The one to correct; without it one is added. */
  zone: Zone | undefined;
  onClose: () => void;
}

function ZoneForm({ marketId, zones, zone, onClose }: ZoneFormProps) {
  const t = useTranslations('markets.zones');
  const rules = useRules();
  const form = useForm<Values>({
    initialValues: {
      code: zone?.code ?? '',
      name: zone?.name ?? '',
      parentId: zone?.parentId ?? null,
      walkingOrder: zone?.walkingOrder ?? zones.length + 1,
    },
    validate: { code: rules.required, name: rules.required },
  });
  const submit = useSubmit({
    send: (values: Values, key) => sendZone({ marketId, zone, values, key }),
    invalidates: ['/api/v1/markets/{id}/zones'],
  });
  const field = form.getInputProps;
  return (
    <FormDrawer
      title={zone ? t('edit', { code: zone.code }) : t('add')}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={{ 'markets.zoneCodeTaken': 'code', 'markets.zoneInsideItself': 'parentId' }}
      savedMessage={zone ? t('changed') : t('saved')}
    >
      <TextInput label={t('code')} data-autofocus {...field('code')} />
      <TextInput label={t('name')} {...field('name')} />
      {zones.length > 0 && (
        <Select
          label={t('parent')}
          data={zones
            .filter(({ id }) => id !== zone?.id)
            .map(({ id, name }) => ({ value: id, label: name }))}
          clearable
          {...field('parentId')}
        />
      )}
      <NumberInput label={t('walkingOrder')} min={0} max={10_000} {...field('walkingOrder')} />
    </FormDrawer>
  );
}

interface SentZone {
  marketId: string;
  zone: Zone | undefined;
  values: Values;
  key: string;
}

async function sendZone({ marketId, zone, values, key }: SentZone): Promise<void> {
  if (zone) {
    const params = { path: { id: zone.id } };
    await answer(api.PATCH('/api/v1/zones/{id}', { params, body: values }));
    return;
  }
  const params = { path: { id: marketId } };
  const body = { ...values, id: key };
  await answer(api.POST('/api/v1/markets/{id}/zones', { params, body, ...once(key) }));
}
