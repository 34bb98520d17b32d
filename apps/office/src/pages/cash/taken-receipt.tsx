import { Button, Group } from '@mantine/core';
import { IconArrowRight, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Money } from '../../parts/figures';
import { Facts, Section } from '../../parts/page';
import type { Receipt } from './take-cash-page';

/** The receipt that was just written; Enter goes on to the next payer. */
export function TakenReceipt({ receipt, onNext }: { receipt: Receipt; onNext: () => void }) {
  const t = useTranslations('cash');
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  const { id, number, stallCode, vendorName, amount, amountInWords, credit } = receipt;
  return (
    <div role="status" style={{ maxWidth: '46rem' }}>
      <Section title={t('take.done', { number })}>
        <Facts
          rows={[
            [t('receipts.payer'), `${stallCode} · ${vendorName}`],
            [t('receipts.amount'), <Money key="amount" amount={amount} />],
            [t('receipt.words'), amountInWords],
            [t('receipt.credit'), <Money key="credit" amount={credit} />],
          ]}
        />
        <Group mt="lg">
          <Button ref={next} rightSection={<IconArrowRight size={17} />} onClick={onNext}>
            {t('take.next')}
          </Button>
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/receipts/$id" params={{ id }} {...props} />}
            leftSection={<IconPrinter size={17} />}
          >
            {t('take.show')}
          </Button>
        </Group>
      </Section>
    </div>
  );
}
