import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client';
import { once } from '../../api/use-submit';
import { useFormat } from '../../format';
import { Approval } from '../../parts/approval';
import { type Tariff, usePriceWords } from './price-words';

/** A draft's state, to be approved by whoever did not draft it. */
export function ApproveTariff({ tariff }: { tariff: Tariff }) {
  const t = useTranslations('tariffs.prices');
  const format = useFormat();
  const words = usePriceWords();
  const { id, feeType, validFrom, createdBy } = tariff;
  return (
    <Approval
      createdBy={createdBy}
      needs="tariffs.approve"
      title={t('approveTitle')}
      approve={(key) =>
        answer(api.POST('/api/v1/tariffs/{id}/approve', { params: { path: { id } }, ...once(key) }))
      }
      invalidates={['/api/v1/markets/{id}/tariffs']}
      done={t('approved')}
    >
      <p>
        {t('approveText', {
          fee: words.fee(feeType),
          price: words.price(tariff),
          from: format.date(validFrom),
        })}
      </p>
    </Approval>
  );
}
