import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import type { ItemOf } from '../../api/reading';
import { useMay, useSession } from '../../api/session';
import { once } from '../../api/use-submit';
import { useFormat } from '../../format';
import { Approval } from '../../parts/approval';
import { useRules } from '../../parts/rules';
import { StatusBadge } from '../../parts/status-badge';
import { ActDrawer, LEASE_READINGS } from '../leases/act-drawer';

type Transfer = ItemOf<'/api/v1/lease-transfers'>;
const tones = { waiting: 'waiting', done: 'good', refused: 'bad' } as const;
const READINGS = [...LEASE_READINGS, '/api/v1/lease-transfers/waiting'];

/** The state of a transfer; one that waits is approved or refused by another than who asked. */
export function DecideTransfer({ transfer }: { transfer: Transfer }) {
  const t = useTranslations('tenancy.transfers');
  const format = useFormat();
  const {
    id,
    state,
    createdBy,
    stallCode: stall,
    holderName: holder,
    vendorName: taker,
  } = transfer;
  if (state !== 'waiting')
    return <StatusBadge tone={tones[state]}>{t(`stateValue.${state}`)}</StatusBadge>;
  return (
    <Group gap="xs">
      <Approval
        createdBy={createdBy}
        needs="tenancy.approve"
        title={t('decideTitle')}
        approve={(key) =>
          answer(
            api.POST('/api/v1/lease-transfers/{id}/decision', {
              params: { path: { id } },
              ...once(key),
              body: { decision: 'approved' },
            }),
          )
        }
        invalidates={READINGS}
        done={t('approved')}
      >
        <p>{t('decideText', { stall, holder, taker, from: format.date(transfer.from) })}</p>
      </Approval>
      <Refuse transfer={transfer} />
    </Group>
  );
}

function Refuse({ transfer }: { transfer: Transfer }) {
  const t = useTranslations('tenancy.transfers');
  const { user } = useSession();
  const [isOpen, { open, close }] = useDisclosure(false);
  const mayApprove = useMay('tenancy.approve');
  if (!mayApprove || user.id === transfer.createdBy) return null;
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={open}>
        {t('refuse')}
      </Button>
      {isOpen && <RefuseDrawer id={transfer.id} onClose={close} />}
    </>
  );
}

function RefuseDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations('tenancy');
  const rules = useRules();
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: rules.required } });
  return (
    <ActDrawer
      title={t('transfers.refuseTitle')}
      done={t('transfers.refused')}
      form={form}
      send={({ reason }, key) =>
        answer(
          api.POST('/api/v1/lease-transfers/{id}/decision', {
            params: { path: { id } },
            ...once(key),
            body: { decision: 'refused', reason },
          }),
        )
      }
      onClose={onClose}
    >
      <TextInput label={t('leases.reason')} data-autofocus {...form.getInputProps('reason')} />
    </ActDrawer>
  );
}
