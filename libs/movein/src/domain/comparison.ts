import { vnd, type Vnd } from '@cho40/kernel';
import { cellText, plainWords, readCell, type Cell } from './cells';
import { moveInError } from './errors';
import { problemText } from './problem';

export interface OldFigure {
  readonly stallCode: string;
  readonly amount: Vnd;
}

const CODE = ['ma diem kinh doanh', 'diem kinh doanh', 'ma sap', 'sap', 'ma'];
const AMOUNT = ['so tien', 'so cu', 'phai nop', 'so tien so cu', 'so tien con no'];

/**
 * Reads the old book's figures of one month: a column of stall codes and one of sums; a stall that
 * stands in several rows (one for each fee) has their sum.
 * @throws figuresWrong, with the row
 */
export function readOldFigures(
  rows: readonly { readonly number: number; readonly cells: readonly Cell[] }[],
): OldFigure[] {
  const head = rows.find(({ cells }) => columnIn(cells, CODE) >= 0 && columnIn(cells, AMOUNT) >= 0);
  if (!head)
    throw moveInError('columnMissing', { sheet: '1', column: 'Mã điểm kinh doanh, Số tiền' });
  const [codeAt, amountAt] = [columnIn(head.cells, CODE), columnIn(head.cells, AMOUNT)];
  const sums = new Map<string, number>();
  for (const { number, cells } of rows) {
    const code = cellText(cells[codeAt]).toUpperCase();
    if (number <= head.number || code === '') continue;
    sums.set(code, (sums.get(code) ?? 0) + amountOf(cells[amountAt], number));
  }
  return [...sums].map(([stallCode, amount]) => ({ stallCode, amount: vnd(amount) }));
}

const columnIn = (cells: readonly Cell[], titles: readonly string[]) =>
  cells.findIndex((cell) => titles.includes(plainWords(cellText(cell))));

/** Nothing and zero are a figure here: the old book asked for nothing. */
function amountOf(cell: Cell, row: number): number {
  if (cell === 0 || ['', '0', '-'].includes(cellText(cell))) return 0;
  const read = readCell({ title: '', hint: '', kind: 'money' }, cell);
  if ('wrong' in read)
    throw moveInError('figuresWrong', { row, why: problemText({ code: read.wrong, facts: {} }) });
  return Number(read.value);
}

/** How a stall's old figure and new bill lie to each other. */
export type Comparison = 'same' | 'more' | 'less' | 'only-old' | 'only-new';
