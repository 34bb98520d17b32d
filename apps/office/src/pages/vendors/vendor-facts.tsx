import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import type { BodyOf } from '../../api/reading';
import { useMay } from '../../api/session';
import { useSubmit } from '../../api/use-submit';
import { Facts, Section } from '../../parts/page';
import { SubmitError } from '../../parts/submit-error';

type Vendor = BodyOf<'/api/v1/vendors/{id}'>;
interface Personal {
  phone: string | null;
  idNumber: string | null;
  taxCode: string | null;
  address: string | null;
}

/** Who a vendor is, masked; whoever may sees it in full, and is written down for it. */
export function VendorFacts({ vendor }: { vendor: Vendor }) {
  const t = useTranslations('tenancy.vendors');
  const [shown, setShown] = useState<Personal | null>(null);
  const submit = useSubmit({
    send: () =>
      answer(
        api.POST('/api/v1/vendors/{id}/personal-views', { params: { path: { id: vendor.id } } }),
      ),
    invalidates: ['/api/v1/audit'],
    onDone: setShown,
  });
  const unmask = useMay('tenancy.personal') && !shown && (
    <Button
      variant="default"
      leftSection={<IconEye size={17} />}
      loading={submit.isPending}
      onClick={() => submit.mutate(undefined)}
    >
      {t('unmask')}
    </Button>
  );
  const masked = (last4: string | null) => (last4 ? t('phoneMasked', { last4 }) : t('phoneNone'));
  const none = t('phoneNone');
  const { kind, representedBy, representedAs } = vendor;
  const signer = [representedBy, representedAs].filter(Boolean).join(', ');
  return (
    <Section title={t('facts')} hint={unmask ? t('unmaskHint') : undefined} aside={unmask}>
      <SubmitError error={submit.error} />
      <Facts
        rows={[
          [t('kind'), t(`kindValue.${kind}`)],
          ...(signer ? ([[t('representedBy'), signer]] as const) : []),
          [t('phone'), shown ? (shown.phone ?? none) : masked(vendor.phoneLast4)],
          [t('idNumber'), shown ? (shown.idNumber ?? none) : masked(vendor.idNumberLast4)],
          [t('taxCode'), shown ? (shown.taxCode ?? none) : masked(vendor.taxCodeLast4)],
          [
            t('address'),
            shown ? (shown.address ?? none) : vendor.hasAddress ? t('addressMasked') : none,
          ],
        ]}
      />
    </Section>
  );
}
