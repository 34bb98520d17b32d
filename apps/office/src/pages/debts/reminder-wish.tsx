import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { reading } from '../../api/reading';
import { useMay } from '../../api/session';
import { useSubmit } from '../../api/use-submit';
import { Section } from '../../parts/page';
import { SubmitError } from '../../parts/submit-error';
import { toast } from '../../parts/toast';

const PATH = '/api/v1/vendors/{id}/reminder-wish';

/** Whether a vendor gets texts; some ask for none. */
export function ReminderWish({ vendorId }: { vendorId: string }) {
  const t = useTranslations('debts.wish');
  const params = { path: { id: vendorId } };
  const wish = useQuery(reading(PATH, params));
  const maySet = useMay('billing.issue');
  const submit = useSubmit({
    send: (wantsReminders: boolean) => answer(api.PUT(PATH, { params, body: { wantsReminders } })),
    invalidates: [PATH],
    onDone: () => toast(t('saved')),
  });
  if (!wish.data) return null;
  return (
    <Section title={t('title')} hint={t('hint')}>
      <SubmitError error={submit.error} />
      <Checkbox
        label={t('wants')}
        checked={wish.data.wantsReminders}
        disabled={!maySet || submit.isPending}
        onChange={({ currentTarget }) => submit.mutate(currentTarget.checked)}
      />
    </Section>
  );
}
