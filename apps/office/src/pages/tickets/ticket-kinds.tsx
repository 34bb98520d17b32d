import { useTranslations } from 'use-intl';
import type { BodyOf } from '../../api/reading';
import { useFormat } from '../../format';
import { useWhat } from './ticket-state';
import css from './tickets.module.css';

export type TicketKind = BodyOf<'/api/v1/ticket-kinds'>['kinds'][number];

interface TicketKindsProps {
  kinds: readonly TicketKind[];
  value: string | null;
  onChange: (tariffId: string) => void;
}

/** The prices a ticket may be sold by, one card each; arrow keys choose. */
export function TicketKinds({ kinds, value, onChange }: TicketKindsProps) {
  const t = useTranslations('tickets');
  const format = useFormat();
  const what = useWhat();
  return (
    <fieldset className={css.kinds}>
      <legend>{t('form.kind')}</legend>
      {kinds.map((kind) => (
        <label key={kind.tariffId} className={css.kind}>
          <input
            type="radio"
            name="kind"
            value={kind.tariffId}
            checked={value === kind.tariffId}
            onChange={() => onChange(kind.tariffId)}
          />
          <span>
            <strong>{t(`kind.price.${kind.unit}`, { price: format.money(kind.price) })}</strong>
            {what(kind)}
            <br />
            <small>
              {kind.decisionNumber}
              {kind.isPassThrough && ` · ${t('kind.passThrough')}`}
            </small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
