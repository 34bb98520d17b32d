import { Button, Group } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Section } from '../../parts/page';

const PAPERS = ['contract', 'handover', 'liquidation'] as const;

/** The papers of a lease, each opened as PDF in a tab of its own. */
export function LeasePapers({ leaseId }: { leaseId: string }) {
  const t = useTranslations('tenancy.leases');
  return (
    <Section title={t('papers')} hint={t('papersHint')}>
      <Group>
        {PAPERS.map((paper) => (
          <Button
            key={paper}
            component="a"
            href={`/api/v1/leases/${leaseId}/${paper}.pdf`}
            target="_blank"
            rel="noreferrer"
            variant="default"
            leftSection={<IconFileText size={17} />}
          >
            {t(`${paper}Pdf`)}
          </Button>
        ))}
      </Group>
    </Section>
  );
}
