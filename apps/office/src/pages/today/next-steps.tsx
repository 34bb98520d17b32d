import { IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { type Permission, usePermissions } from '../../api/session';
import type { Messages } from '../../messages/vi';
import { Section } from '../../parts/page';
import css from './today.module.css';

interface Step {
  to: string;
  label: keyof Messages['today']['link'];
  needs: Permission;
}

const steps: readonly Step[] = [
  { to: '/workbench', label: 'workbench', needs: 'reconciliation.decide' },
  { to: '/receipts', label: 'receipts', needs: 'cash.collect' },
  { to: '/statements', label: 'statements', needs: 'banking.write' },
  { to: '/bills', label: 'bills', needs: 'billing.read' },
  { to: '/leases', label: 'leases', needs: 'tenancy.write' },
  { to: '/shares', label: 'shares', needs: 'adoption.read' },
];

/** What this person is likely to do next. */
export function NextSteps() {
  const t = useTranslations('today');
  const permissions = usePermissions();
  return (
    <Section title={t('links')}>
      <ul className={css.links}>
        {steps
          .filter(({ needs }) => permissions.has(needs))
          .map(({ to, label }) => (
            <li key={to}>
              <Link to={to}>
                {t(`link.${label}`)}
                <IconArrowRight size={16} aria-hidden="true" />
              </Link>
            </li>
          ))}
      </ul>
    </Section>
  );
}
