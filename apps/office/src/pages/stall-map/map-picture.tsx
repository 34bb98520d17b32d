import { IconQrcode } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import css from './stall-map.module.css';
import { StandingMark } from './standing-mark';
import { lacksCard, type StandingStall } from './standing';

interface MapPictureProps {
  stalls: readonly StandingStall[];
  /** Without them the stalls follow each other, as those that have no place do. */
  rows?: number;
  columns?: number;
}

/** Stalls as squares on their places; each says in words, too, how it stands. */
export function MapPicture({ stalls, rows, columns }: MapPictureProps) {
  const t = useTranslations('stallMap');
  const grid =
    rows && columns
      ? {
          gridTemplateColumns: `repeat(${columns}, minmax(3.4rem, 6.5rem))`,
          gridTemplateRows: `repeat(${rows}, minmax(1.4rem, auto))`,
        }
      : undefined;
  return (
    // Wider than a phone, it scrolls by itself, also with the keyboard.
    <div className={css.scroll} role="group" aria-label={t('map')} tabIndex={0}>
      <ul className={grid ? css.grid : css.flow} style={grid}>
        {stalls.map((stall) => (
          <Stall key={stall.stallId} stall={stall} />
        ))}
      </ul>
    </div>
  );
}

function Stall({ stall }: { stall: StandingStall }) {
  const t = useTranslations('stallMap');
  const { stallId, code, zoneName: zone, row, column, standing } = stall;
  const words = { code, zone, standing: t(`standing.${standing}`) };
  const place = row && column ? { gridRow: row, gridColumn: column } : undefined;
  return (
    <li style={place}>
      <Link
        to="/stalls/$id"
        params={{ id: stallId }}
        className={css.stall}
        data-standing={standing}
        aria-label={t(lacksCard(stall) ? 'stallWithoutCard' : 'stall', words)}
        title={`${zone}: ${words.standing}`}
      >
        <span className={css.code}>{code}</span>
        <span className={css.marks}>
          <StandingMark standing={standing} />
          {lacksCard(stall) && <IconQrcode size={13} className={css.noCard} aria-hidden="true" />}
        </span>
      </Link>
    </li>
  );
}
