import type { CodeFinder } from '@cho40/vietqr';
import type { Found } from '../domain/decide';

/** What a record's text says, and what of it begins as a code and is none. */
export interface FoundInText extends Found {
  readonly broken: readonly string[];
}

export function foundIn(finder: CodeFinder, text: string): FoundInText {
  const { codes, repairs, broken } = finder.find(text);
  return {
    codes,
    repairs,
    broken: broken.map(({ prefix, written }) => prefix + written),
    hasOtherBroken: broken.length > 0,
  };
}
