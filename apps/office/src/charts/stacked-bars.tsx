import { useId } from 'react';
import css from './chart.module.css';

export interface StackedBar {
  name: string;
  parts: readonly number[];
  total: string;
}

interface StackedBarsProps {
  label: string;
  /** What the parts are, in their order. */
  partNames: readonly string[];
  bars: readonly StackedBar[];
  say: (value: number) => string;
}

const FILLS = ['#0c6358', '#eca66d', '#b8bab1', '#4a5a8f'];

/** Sums side by side, each split into the same parts; a pattern tells them apart without colour. */
export function StackedBars({ label, partNames, bars, say }: StackedBarsProps) {
  const id = useId();
  const sums = bars.map(({ parts }) => parts.reduce((sum, part) => sum + part, 0));
  const most = Math.max(...sums, 1);
  return (
    <figure className={css.chart} aria-label={label}>
      <Patterns id={id} />
      <div className={css.bars}>
        {bars.map((bar) => (
          <Bar key={bar.name} bar={bar} most={most} id={id} partNames={partNames} say={say} />
        ))}
      </div>
      <ul className={css.legend}>
        {partNames.map((name, at) => (
          <li key={name}>
            <svg width="22" height="12" aria-hidden="true">
              <rect width="22" height="12" rx="2" fill={fillOf(id, at)} />
            </svg>
            {name}
          </li>
        ))}
      </ul>
    </figure>
  );
}

const fillOf = (id: string, at: number): string =>
  at === 0 ? (FILLS[0] ?? '') : `url(#${id}-${at % FILLS.length})`;

interface BarProps {
  bar: StackedBar;
  most: number;
  id: string;
  partNames: readonly string[];
  say: (value: number) => string;
}

function Bar({ bar, most, id, partNames, say }: BarProps) {
  const spoken = bar.parts.map((part, at) => `${partNames[at]} ${say(part)}`).join(', ');
  let from = 0;
  return (
    <>
      <span>{bar.name}</span>
      <svg className={css.barTrack} role="img" aria-label={`${bar.name}: ${spoken}`}>
        {bar.parts.map((part, at) => {
          const x = (from / most) * 100;
          from += part;
          return (
            <rect
              key={partNames[at]}
              x={`${x}%`}
              width={`${(part / most) * 100}%`}
              height="100%"
              fill={fillOf(id, at)}
            />
          );
        })}
      </svg>
      <span className={`${css.barTotal} amount`}>{bar.total}</span>
    </>
  );
}

/** Stripes, dots and lines over the colours: on a grey printer the parts still differ. */
function Patterns({ id }: { id: string }) {
  const strokes = ['', 'M0 8 8 0', 'M0 4h8', 'M4 0v8'];
  return (
    <svg width="0" height="0" aria-hidden="true" style={{ position: 'absolute' }}>
      <defs>
        {FILLS.map((color, at) => (
          <pattern
            key={color}
            id={`${id}-${at}`}
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
          >
            <rect width="8" height="8" fill={color} />
            <path d={strokes[at]} stroke="rgb(0 0 0 / 28%)" strokeWidth="1" />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}
