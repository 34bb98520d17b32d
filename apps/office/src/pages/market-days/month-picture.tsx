import { VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { type BodyOf, reading } from '../../api/reading';
import { formatMonth, likelyToday } from '../../format';
import { Section } from '../../parts/page';
import { EmptyState, ErrorState, Waiting } from '../../parts/states';
import css from './month-picture.module.css';
import { daysOfMonth, WEEKDAYS, weekdayOf, weeksOf } from './month';

type Calendar = BodyOf<'/api/v1/markets/{id}/calendar'>;
type Day = Calendar['days'][number];

/** A month as people hang it on the wall: solar day, lunar day, zodiac day, and the market days. */
export function MonthPicture({ marketId, month }: { marketId: string; month: string }) {
  const t = useTranslations('marketDays');
  const calendar = useQuery(
    reading('/api/v1/markets/{id}/calendar', {
      path: { id: marketId },
      query: daysOfMonth(month),
    }),
  );
  if (calendar.isError)
    return <ErrorState error={calendar.error} onRetry={() => void calendar.refetch()} />;
  if (!calendar.data) return <Waiting />;
  const { isKnown, days } = calendar.data;
  const held = days.filter(({ isMarketDay }) => isMarketDay).length;
  const title = t('picture', { month: formatMonth(month) });
  return (
    <Section title={title} hint={isKnown ? t('count', { count: held }) : undefined}>
      {!isKnown && <EmptyState title={t('unknown')} hint={t('unknownHint')} />}
      <table className={css.month}>
        <caption>
          <VisuallyHidden>{title}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col" abbr={t(`weekdayName.${weekday}`)}>
                {t(`weekday.${weekday}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(days, ({ day }) => weekdayOf(day)).map((week) => (
            <tr key={week.find(Boolean)?.day}>
              {week.map((day, at) =>
                day ? (
                  <DayCell key={day.day} day={day} />
                ) : (
                  <td key={WEEKDAYS[at]} className={css.none} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function DayCell({ day }: { day: Day }) {
  const t = useTranslations('marketDays');
  const { lunar, branch, isMarketDay, because } = day;
  const isToday = day.day === likelyToday();
  const word = wordOf(isMarketDay, because);
  const lunarText =
    lunar.day === 1
      ? t(lunar.isLeapMonth ? 'leapMonth' : 'lunarMonth', { day: lunar.day, month: lunar.month })
      : String(lunar.day);
  return (
    <td
      className={css.day}
      data-held={isMarketDay || undefined}
      data-off={because === 'off' || undefined}
      aria-current={isToday ? 'date' : undefined}
    >
      <span className={css.solar}>{Number(day.day.slice(8))}</span>
      <span className={css.lunar}>{lunarText}</span>
      <span className={css.branch}>{t(`branch.${branch}`)}</span>
      {word && <span className={css.word}>{t(`mark.${word}`)}</span>}
    </td>
  );
}

function wordOf(isMarketDay: boolean, because: Day['because']) {
  if (because === 'off' || because === 'extra') return because;
  return isMarketDay ? 'held' : null;
}
