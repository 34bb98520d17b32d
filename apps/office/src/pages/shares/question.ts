import { addMonths, likelyToday } from '../../format';
import { useAddress } from '../../parts/search';

export type By = 'district' | 'commune' | 'market';
export type As = 'was' | 'is';

/** What the report is asked: a month, a cut, and, when drilled, the unit whose markets are shown. */
export interface Question {
  month: string;
  by: By;
  as: As;
  /** The code of the unit drilled into. */
  within: string | undefined;
}

const isBy = (text: string | undefined): text is By =>
  text === 'district' || text === 'commune' || text === 'market';

/** The newest month of which most is known is the one before this. */
const newestMonth = () => addMonths(likelyToday().slice(0, 7), -1);

/** The question in the address, and how to change it. */
export function useQuestion(): [Question, (changed: Partial<Question>) => void] {
  const [address, change] = useAddress();
  const question: Question = {
    month: address.month ?? newestMonth(),
    by: isBy(address.by) ? address.by : 'district',
    as: address.as === 'was' ? 'was' : 'is',
    within: address.within,
  };
  return [question, change];
}

/** Where a unit leads: to its markets. A market is the end of the Department's way. */
export function drillOf(code: string | null, { month, as, by, within }: Question) {
  if (code === null || by === 'market' || within !== undefined) return undefined;
  return { to: '/shares', search: { month, as, by, within: code } };
}
