import { useTranslations } from 'use-intl';
import type { BodyOf } from '../../api/reading';
import { WEEKDAYS } from './month';

type Rule = BodyOf<'/api/v1/markets/{id}/day-rules'>[number];

/** A rule as a sentence: `ngày Tỵ, Hợi; ngày 2, 7, 12 âm lịch`. */
export function useRuleWords(): (rule: Rule) => string {
  const t = useTranslations('marketDays');
  const names = (weekdays: readonly number[]) =>
    WEEKDAYS.filter((weekday) => weekdays.includes(Number(weekday)))
      .map((weekday) => t(`weekdayName.${weekday}`))
      .join(', ');
  return ({ weekdays, branches, lunarDays }) =>
    [
      weekdays.length > 0 && t('rules.onWeekdays', { days: names(weekdays) }),
      branches.length > 0 &&
        t('rules.onBranches', { days: branches.map((each) => t(`branch.${each}`)).join(', ') }),
      lunarDays.length > 0 && t('rules.onLunarDays', { days: lunarDays.join(', ') }),
    ]
      .filter(Boolean)
      .join('; ');
}
