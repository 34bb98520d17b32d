import { useTranslations } from 'use-intl';
import type { ItemOf } from '../../api/reading';

type Explained = Pick<ItemOf<'/api/v1/journals'>, 'act' | 'isReversal' | 'reason'>;

/** What a transfer did, with the document or the words it rests on. */
export function ActText({ of: { act, isReversal, reason } }: { of: Explained }) {
  const t = useTranslations('ledger');
  const words = t(`act.${act}`);
  return (
    <>
      {isReversal ? t('reversal', { act: words }) : words}
      {reason && ` (${reason})`}
    </>
  );
}
