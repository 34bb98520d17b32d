import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useMay, useSession } from '../../api/session';
import { useFormat } from '../../format';
import { Section } from '../../parts/page';
import type { Account } from './accounts-page';
import css from './banking.module.css';
import { NameProbe } from './name-probe';

/** What is still missing until an account is printed on QR codes, and what to do about it. */
export function ProvingAccount({ account }: { account: Account }) {
  const t = useTranslations('banking.accounts.proving');
  const format = useFormat();
  const { number, createdByName, approvedByName, waitsUntil } = account;
  const until = waitsUntil ?? '';
  const hasWaited = Date.parse(until) <= Date.now();
  return (
    <Section title={t('title', { number })} hint={t('hint')}>
      <ul className={css.provingSteps}>
        <Step isDone>
          {t('people', { proposer: createdByName || '—', approver: approvedByName ?? '—' })}
        </Step>
        <Step isDone={hasWaited}>
          {hasWaited ? t('waited') : t('waits', { until: format.instant(until) })}
        </Step>
        <ProbeStep account={account} />
      </ul>
    </Section>
  );
}

function ProbeStep({ account }: { account: Account }) {
  const t = useTranslations('banking.accounts.proving');
  const format = useFormat();
  const { user } = useSession();
  const [isNaming, { open, close }] = useDisclosure(false);
  const mayName = useMay('banking.approve') && user.id !== account.createdBy;
  const { probe, provenByName } = account;
  if (!probe)
    return <Step isDone>{provenByName ? t('seenBy', { name: provenByName }) : t('seen')}</Step>;
  return (
    <Step isDone={false}>
      {t('pay', { amount: format.money(probe.amount) })} <code>{probe.code}</code>
      <small>{t('paidHint')}</small>
      {mayName && (
        <Button size="compact-sm" variant="subtle" onClick={open}>
          {t('name')}
        </Button>
      )}
      {isNaming && <NameProbe accountId={account.id} onClose={close} />}
    </Step>
  );
}

function Step({ isDone, children }: { isDone: boolean; children: ReactNode }) {
  const Icon = isDone ? IconCircleCheck : IconCircleDashed;
  return (
    <li data-done={isDone}>
      <Icon size={18} aria-hidden="true" />
      <span>{children}</span>
    </li>
  );
}
