import { readOldFigures } from './comparison';

const rows = (...cells: unknown[][]) =>
  cells.map((each, at) => ({ number: at + 1, cells: each as never[] }));

describe('the old book’s figures of a month', () => {
  it('are added up by stall, whatever stands above the titles', () => {
    const read = readOldFigures(
      rows(
        ['SỔ THU THÁNG 10'],
        ['Mã sạp', 'Tên', 'Số tiền'],
        ['a-1', 'Máy', '120.000'],
        ['A-1', 'Máy', 30_000],
        ['A-2', 'Sính', 0],
        [null, 'Cộng', 150_000],
      ),
    );
    expect(read).toEqual([
      { stallCode: 'A-1', amount: 150_000 },
      { stallCode: 'A-2', amount: 0 },
    ]);
  });

  it('are refused whole at the first that is no sum', () => {
    const read = () => readOldFigures(rows(['Mã', 'Số tiền'], ['A-1', 'mười nghìn']));
    expect(read).toThrow(
      expect.objectContaining({
        code: 'movein.figuresWrong',
        facts: expect.objectContaining({ row: 2 }),
      }),
    );
  });

  it('need a column of stalls and one of sums', () => {
    expect(() => readOldFigures(rows(['a', 'b']))).toThrow(
      expect.objectContaining({ code: 'movein.columnMissing' }),
    );
  });
});
