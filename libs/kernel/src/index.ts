// kernel owns the words every lib speaks: money, days, ids, errors, permissions.
// It promises pure functions over plain values, with no clock, no Node and no framework.
// It never knows a lib, a table or a screen.
export { allocate, formatVnd, roundToVnd, sumVnd, vnd, ZERO_VND, type Vnd } from './vnd';
export { vndInWords } from './vnd-words';
export {
  addDays,
  addMonths,
  businessDate,
  businessDateOf,
  dayOf,
  daysBetween,
  firstDayOf,
  formatDate,
  instantOf,
  isBusinessDate,
  isMonth,
  lastDayOf,
  month,
  monthOf,
  monthsBetween,
  type BusinessDate,
  type Month,
} from './time';
export {
  CARD_FORMATS,
  PAPER_SIZES,
  type CardFormat,
  type Paper,
  type PaperAlign,
  type PaperBlock,
  type PaperColumn,
  type PaperSignature,
  type PaperSize,
  type PaperText,
  type QrCard,
  type QrMatrix,
  type TextRun,
} from './paper';
export { addToGroup, groupBy } from './grouping';
export { branchOf, BRANCHES, lunarDateOf, type Branch, type LunarDate } from './lunar-date';
export { addWorkingDays, isWorkingDay, publicHolidays } from './working-days';
export type { Clock } from './clock';
export { isId, type Id } from './id';
export { invariant, InvariantError } from './invariant';
export { CodedError, errorsOf, type Facts, type RefusalKind } from './error';
export { PERMISSIONS, RIGHTS, ROLES, type Permission, type Role } from './permission';
