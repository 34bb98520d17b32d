import { formatMonth } from '../format';
import css from './chart.module.css';
import type { Plot } from './trend-layout';

interface TrendTipProps {
  plot: Plot;
  at: number;
  say: (value: number | null) => string;
  colorOf: (at: number) => string;
}

/** The month under the cursor; the slider's own text says the same to a screen reader. */
export function TrendTip({ plot, at, say, colorOf }: TrendTipProps) {
  const x = plot.xOf(at);
  const isLeftHalf = x < plot.width / 2;
  const place = isLeftHalf ? { left: x + 12 } : { right: plot.width - x + 12 };
  return (
    <div className={css.tip} style={place} aria-hidden="true">
      <div className={css.tipTitle}>{formatMonth(plot.months[at] ?? '')}</div>
      {plot.lines.map(({ series, at: index }) => (
        <div key={series.name} className={css.tipRow}>
          <svg width="10" height="10">
            <circle cx="5" cy="5" r="5" fill={colorOf(index)} />
          </svg>
          {series.name}
          <strong>{say(series.values[at] ?? null)}</strong>
        </div>
      ))}
    </div>
  );
}
