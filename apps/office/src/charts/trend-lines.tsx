import { useElementSize } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { formatMonth } from '../format';
import css from './chart.module.css';
import { FiguresTable } from './figures-table';
import { layOut, MARGIN, type Plot, type Series } from './trend-layout';
import { TrendTip } from './trend-tip';

export type { Series } from './trend-layout';

interface TrendLinesProps {
  /** The chart's accessible name. */
  label: string;
  months: readonly string[];
  series: readonly Series[];
  /** A value as people read it, on the axis and in the table. */
  say: (value: number | null) => string;
  /** A shorter way to say the axis' round values. */
  sayTick?: (value: number) => string;
  height?: number;
}

// Colour and dash differ together, so that the lines stay apart on a black and white page.
const COLORS = ['#0c6358', '#b4551a', '#4a5a8f', '#7d4a7a', '#5f6b2d', '#9a2720'];
const DASHES = ['', '7 4', '2 4', '10 3 2 3', '4 2', '1 3'];

/** Lines over months: hover, touch or walk with the arrow keys; the table stands behind it. */
export function TrendLines(props: TrendLinesProps) {
  const { label, months, series, say, sayTick = say, height = 300 } = props;
  const { ref, width } = useElementSize();
  const t = useTranslations('parts.chart');
  const [at, setAt] = useState<number>();
  const plot = layOut({ months, series, width: Math.max(width, 280), height });
  const last = months.length - 1;
  const spoken = at === undefined ? undefined : speak(months[at], series, at, say);
  return (
    <figure className={css.chart}>
      <div ref={ref} style={{ position: 'relative', minHeight: height }}>
        <svg
          className={css.svg}
          viewBox={`0 0 ${plot.width} ${height}`}
          height={height}
          role="img"
          aria-label={label}
        >
          <Axes plot={plot} say={sayTick} />
          {plot.lines.map((line) => (
            <TrendLine key={line.series.name} line={line} />
          ))}
          {at !== undefined && <Cursor plot={plot} at={at} />}
        </svg>
        <input
          className={css.walk}
          type="range"
          min={0}
          max={last}
          value={at ?? last}
          aria-label={t('walk')}
          aria-valuetext={spoken ?? speak(months[last], series, last, say)}
          onChange={(event) => setAt(Number(event.currentTarget.value))}
          onFocus={() => setAt(at ?? last)}
          onBlur={() => setAt(undefined)}
          onPointerMove={(event) => setAt(plot.monthAt(event))}
          onPointerLeave={() => setAt(undefined)}
          style={{ left: MARGIN.left, top: 0, width: plot.innerWidth, height }}
        />
        {at !== undefined && <TrendTip plot={plot} at={at} say={say} colorOf={colorOf} />}
      </div>
      <Legend series={series} />
      <FiguresTable
        label={label}
        head={[t('month'), ...series.map(({ name }) => name)]}
        rows={months.map((month, index) => [
          formatMonth(month),
          ...series.map(({ values }) => say(values[index] ?? null)),
        ])}
      />
    </figure>
  );
}

const colorOf = (at: number): string => COLORS[at % COLORS.length] ?? '#0c6358';
const dashOf = (at: number): string => DASHES[at % DASHES.length] ?? '';

function speak(
  month: string | undefined,
  series: readonly Series[],
  at: number,
  say: TrendLinesProps['say'],
): string {
  const values = series.map(({ name, values: all }) => `${name} ${say(all[at] ?? null)}`);
  return `${formatMonth(month ?? '')}: ${values.join(', ')}`;
}

function Axes({ plot, say }: { plot: Plot; say: (value: number) => string }) {
  const right = plot.width - MARGIN.right;
  return (
    <g aria-hidden="true">
      {plot.ticks.map(({ value, y }) => (
        <g key={value}>
          <line className={css.grid} x1={MARGIN.left} x2={right} y1={y} y2={y} />
          <text className={css.tick} x={MARGIN.left - 8} y={y + 4} textAnchor="end">
            {say(value)}
          </text>
        </g>
      ))}
      {plot.monthTicks.map(({ month, x }) => (
        <text key={month} className={css.tick} x={x} y={plot.bottom + 20} textAnchor="middle">
          {formatMonth(month)}
        </text>
      ))}
      <line className={css.axis} x1={MARGIN.left} x2={right} y1={plot.bottom} y2={plot.bottom} />
    </g>
  );
}

function TrendLine({ line }: { line: Plot['lines'][number] }): ReactNode {
  const color = colorOf(line.at);
  return (
    <g aria-hidden="true">
      {line.band && <path className={css.band} d={line.band} fill={color} />}
      <path className={css.line} d={line.path} stroke={color} strokeDasharray={dashOf(line.at)} />
    </g>
  );
}

function Cursor({ plot, at }: { plot: Plot; at: number }) {
  const x = plot.xOf(at);
  return (
    <g aria-hidden="true">
      <line className={css.cursor} x1={x} x2={x} y1={MARGIN.top} y2={plot.bottom} />
      {plot.lines.map(({ series, at: index, yOf }) => {
        const y = yOf(at);
        return y === undefined ? null : (
          <circle
            key={series.name}
            className={css.dot}
            cx={x}
            cy={y}
            r={4.5}
            fill={colorOf(index)}
          />
        );
      })}
    </g>
  );
}

function Legend({ series }: { series: readonly Series[] }) {
  if (series.length < 2) return null;
  return (
    <ul className={css.legend}>
      {series.map(({ name }, at) => (
        <li key={name}>
          <svg width="26" height="10" aria-hidden="true">
            <line
              x1="0"
              x2="26"
              y1="5"
              y2="5"
              stroke={colorOf(at)}
              strokeWidth="2.5"
              strokeDasharray={dashOf(at)}
            />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
