import { sizeProblem, type StallSize } from './stall';

describe('the size of a stall', () => {
  it.each<[string, StallSize, ReturnType<typeof sizeProblem>]>([
    ['3 m² is a point of business', { areaM2: 3 }, null],
    ['2.99 m² is none', { areaM2: 2.99 }, 'stallTooSmall'],
    ['2.99 m² stands with a reason', { areaM2: 2.99, smallAreaReason: 'Có từ năm 1998' }, null],
    ['blanks are no reason', { areaM2: 2, smallAreaReason: '  ' }, 'stallTooSmall'],
    ['its sides make it', { areaM2: 6, lengthM: 2, widthM: 3 }, null],
    ['a hundredth is rounded up', { areaM2: 4.01, lengthM: 1.55, widthM: 2.585 }, null],
    ['it is not larger than its sides', { areaM2: 6.01, lengthM: 2, widthM: 3 }, 'areaBeyondSides'],
    ['a corner cut off leaves less', { areaM2: 5, lengthM: 2, widthM: 3 }, null],
    ['one side alone says nothing', { areaM2: 9, lengthM: 2, widthM: null }, null],
  ])('%s', (_what, size, problem) => {
    expect(sizeProblem(size)).toBe(problem);
  });
});
