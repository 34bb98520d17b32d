import { useTranslations } from 'use-intl';
import type { ItemOf } from '../../api/reading';
import { DateText } from '../../parts/figures';
import type { Column } from '../../parts/paged-table';
import { StatusBadge, type Tone } from '../../parts/status-badge';

export type Certificate = ItemOf<'/api/v1/certificates'>;

export const CERTIFICATE_KINDS = [
  'food-safety',
  'business-registration',
  'fire-training',
  'health',
  'other',
] as const;
export const CERTIFICATE_STATES = ['soon', 'expired', 'valid', 'replaced', 'withdrawn'] as const;

const tones: Readonly<Record<Certificate['state'], Tone>> = {
  valid: 'good',
  soon: 'attention',
  expired: 'bad',
  replaced: 'quiet',
  withdrawn: 'quiet',
};

/** What every list of certificates says of each. */
export function useCertificateColumns(): readonly Column<Certificate>[] {
  const t = useTranslations('tenancy.certificates');
  return [
    {
      key: 'kind',
      title: t('kind'),
      sort: 'kind',
      cell: (one) => one.title ?? t(`kindValue.${one.kind}`),
    },
    { key: 'number', title: t('number'), cell: ({ number }) => number },
    { key: 'issuer', title: t('issuer'), cell: ({ issuer }) => issuer, isWideOnly: true },
    {
      key: 'issued',
      title: t('issuedOn'),
      cell: ({ issuedOn }) => <DateText day={issuedOn} />,
      isWideOnly: true,
    },
    {
      key: 'expires',
      title: t('expiresOn'),
      sort: 'expiresOn',
      cell: ({ expiresOn }) => (expiresOn ? <DateText day={expiresOn} /> : t('never')),
    },
    {
      key: 'state',
      title: t('state'),
      cell: ({ state }) => (
        <StatusBadge tone={tones[state]}>{t(`stateValue.${state}`)}</StatusBadge>
      ),
    },
  ];
}
