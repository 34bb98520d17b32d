import { scaleThreshold } from 'd3-scale';
import { Link } from '@tanstack/react-router';
import type { CSSProperties, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../format';
import { useShareText } from '../parts/share-bar';
import css from './chart.module.css';
import type { TilePlace } from './tile-places';

export interface ShareTile {
  key: string;
  name: string;
  low: number | null;
  high: number | null;
  numerator: number;
  denominator: number;
  note?: ReactNode;
  /** Its place on the grid; without one the tiles flow in their order. */
  place?: TilePlace;
  link?: { to: string; search: Record<string, string> };
}

// Five steps from paper to deep jade; each carries the words' colour that stays readable on it.
const STEPS = [0.2, 0.35, 0.5, 0.65];
const PAPER = ['#e3f2ed', '#b1dcd1', '#5fb3a1', '#0f6f62', '#0b3b36'] as const;
const INK = ['#0b3b36', '#0b3b36', '#06231f', '#ffffff', '#ffffff'] as const;
const stepOf = scaleThreshold<number, number>(STEPS, [0, 1, 2, 3, 4]);

const middle = ({ low, high }: ShareTile): number | null =>
  low === null || high === null ? null : (low + high) / 2;

/** Units as tiles, darker with their share; each says its own figures, so colour only helps. */
export function ShareTiles({ label, tiles }: { label: string; tiles: readonly ShareTile[] }) {
  const columns = Math.max(4, ...tiles.map(({ place }) => place?.column ?? 0));
  const grid: CSSProperties & Record<'--columns', number> = { '--columns': columns };
  return (
    <div>
      <ul className={css.tiles} style={grid} aria-label={label}>
        {tiles.map((tile) => (
          <Tile key={tile.key} tile={tile} />
        ))}
      </ul>
      <Scale />
    </div>
  );
}

function Tile({ tile }: { tile: ShareTile }) {
  const t = useTranslations('parts.share');
  const format = useFormat();
  const text = useShareText()(tile);
  const share = middle(tile);
  const step = share === null ? undefined : stepOf(share);
  const colors = step === undefined ? {} : { background: PAPER[step], color: INK[step] };
  const { place, link, numerator, denominator } = tile;
  const area = place && { gridColumn: place.column, gridRow: place.row };
  return (
    <li
      className={css.tile}
      data-empty={share === null || undefined}
      style={{ ...colors, ...area }}
    >
      {link ? (
        <Link {...link} className={css.tileName}>
          {tile.name}
        </Link>
      ) : (
        <span className={css.tileName}>{tile.name}</span>
      )}
      <span className={css.tileShare}>{text}</span>
      {share !== null && (
        <span className={css.tileOf}>
          {t('ofTotal', {
            numerator: format.moneyShort(numerator),
            denominator: format.moneyShort(denominator),
          })}
        </span>
      )}
      {tile.note && <span className={css.tileNote}>{tile.note}</span>}
    </li>
  );
}

function Scale() {
  const t = useTranslations('parts');
  const format = useFormat();
  const bounds = [0, ...STEPS, 1];
  return (
    <ul className={css.scale} aria-label={t('chart.scale')}>
      {PAPER.map((color, at) => (
        <li key={color}>
          <span className={css.swatch} style={{ background: color }} />
          {`${((bounds[at] ?? 0) * 100).toFixed(0)}–${format.percent(bounds[at + 1] ?? 1, 0)}`}
        </li>
      ))}
    </ul>
  );
}
