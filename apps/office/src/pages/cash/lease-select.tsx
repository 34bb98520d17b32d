import { useTranslations } from 'use-intl';
import { useScope } from '../../scope';
import { ChooseLease } from '../leases/choose-lease';

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
    <ChooseLease
      label={t('lease')}
      placeholder={t('leaseHint')}
      size={isFirst ? 'md' : undefined}
      data-autofocus={isFirst || undefined}
      autoFocus={isFirst}
      marketId={market?.id}
      {...select}
    />
  );
}
