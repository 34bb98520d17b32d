import { useTranslations } from 'use-intl';
import { reading } from '../../api/reading';
import { RemoteSelect } from '../../parts/remote-select';
import { useScope } from '../../scope';

interface LeaseSelectProps {
  value?: string | null;
  onChange?: (leaseId: string | null) => void;
  /** The page is about this choice alone. */
  isFirst?: boolean;
}

/** Who pays: by the stall's code or the vendor's name. */
export function LeaseSelect({ isFirst, ...select }: LeaseSelectProps) {
  const t = useTranslations('cash.take');
  const { market } = useScope();
  return (
    <RemoteSelect
      label={t('lease')}
      placeholder={t('leaseHint')}
      size={isFirst ? 'md' : undefined}
      data-autofocus={isFirst || undefined}
      autoFocus={isFirst}
      read={(q) => reading('/api/v1/leases', { query: { q, marketId: market?.id } })}
      optionOf={({ id, stallCode, vendorName }) => ({
        value: id,
        label: `${stallCode} · ${vendorName}`,
      })}
      {...select}
    />
  );
}
