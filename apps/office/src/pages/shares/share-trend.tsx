import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type BodyOf, reading } from '../../api/reading';
import { type Series, TrendLines } from '../../charts/trend-lines';
import { useFormat } from '../../format';
import { Choice } from '../../parts/choice';
import { Section } from '../../parts/page';
import { ErrorState, Waiting } from '../../parts/states';
import type { Question } from './question';
import css from './shares.module.css';

type Trend = BodyOf<'/api/v1/reports/share/trend'>;
type Point = Trend['rows'][number]['points'][number];

const MONTHS = 18;
const COMPARED_AT_MOST = 4;

/** The whole over 18 months, the unit one looks into, and up to four others beside it. */
export function ShareTrend({ question }: { question: Question }) {
  const t = useTranslations('shares');
  const format = useFormat();
  const { month: until, as, by, within } = question;
  const trend = (cut: 'province' | Question['by']) =>
    reading('/api/v1/reports/share/trend', { query: { by: cut, as, months: MONTHS, until } });
  const [compared, setCompared] = useState<readonly string[]>([]);
  const whole = useQuery(trend('province'));
  // The unit one looks into stands beside the whole without being asked for.
  const shown = within === undefined ? compared : [within, ...compared];
  const units = useQuery({ ...trend(by), enabled: shown.length > 0 });
  const names = useQuery(reading('/api/v1/reports/share', { query: { month: until, by, as } }));
  const options = (names.data?.rows ?? []).flatMap(({ code, name }) =>
    code === null || code === within ? [] : [{ value: code, label: name }],
  );
  const rows = (units.data?.rows ?? []).filter(({ code }) => shown.includes(code ?? ''));
  const compare = <Compare options={options} compared={compared} onChange={setCompared} />;
  return (
    <Section title={t('trendTitle')} hint={t('trendHint')} aside={compare}>
      {whole.isError && <ErrorState error={whole.error} onRetry={() => void whole.refetch()} />}
      {whole.isPending && <Waiting />}
      {whole.data && (
        <TrendLines
          label={t('trendTitle')}
          months={whole.data.months}
          series={[wholeOf(whole.data, t('whole')), ...rows.map(seriesOf)]}
          say={(share) => format.percent(share)}
          sayTick={(share) => format.percent(share, 0)}
        />
      )}
    </Section>
  );
}

interface CompareProps {
  options: readonly { value: string; label: string }[];
  compared: readonly string[];
  onChange: (compared: readonly string[]) => void;
}

/** Units to draw beside the whole, one after the other; each leaves by its own button. */
function Compare({ options, compared, onChange }: CompareProps) {
  const t = useTranslations('shares');
  const others = options.filter(({ value }) => !compared.includes(value));
  return (
    <div className={css.compare}>
      {options
        .filter(({ value }) => compared.includes(value))
        .map(({ value, label }) => (
          <button
            key={value}
            type="button"
            aria-label={t('leaveOut', { name: label })}
            onClick={() => onChange(compared.filter((code) => code !== value))}
          >
            {label}
            <IconX size={14} aria-hidden="true" />
          </button>
        ))}
      {compared.length < COMPARED_AT_MOST && (
        <Choice
          label={t('compare')}
          placeholder={t('compare')}
          options={others}
          value={null}
          onChange={(code) => onChange([...compared, code])}
        />
      )}
    </div>
  );
}

const shareOf = ({ numerator, denominator }: Point): number | null =>
  denominator === 0 ? null : numerator / denominator;

const seriesOf = ({ name, points }: Trend['rows'][number]): Series => ({
  name,
  values: points.map(shareOf),
});

/** All provinces of the months as one line, with the room that unmatched money leaves. */
function wholeOf({ months, rows }: Trend, name: string): Series {
  const points = months.map((_, at) => rows.map(({ points: all }) => all[at]).filter(isPoint));
  const sum = (at: readonly Point[]) => at.reduce(add, NOTHING);
  // One province: its own interval; before they were joined the parts' intervals do not add up.
  const only = points.map((at) => (at.length === 1 ? at[0] : undefined));
  return {
    name,
    values: points.map((at) => shareOf(sum(at))),
    low: only.map((point) => point?.low ?? null),
    high: only.map((point) => point?.high ?? null),
  };
}

const NOTHING: Point = { month: '', numerator: 0, denominator: 0, low: null, high: null };
const isPoint = (point: Point | undefined): point is Point => point !== undefined;
const add = (a: Point, b: Point): Point => ({
  ...a,
  numerator: a.numerator + b.numerator,
  denominator: a.denominator + b.denominator,
});
