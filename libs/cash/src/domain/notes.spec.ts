import { sortedNotes, sumOfNotes } from './notes';

describe('notes', () => {
  it('add up to what they are worth', () => {
    const notes = [
      { note: 500_000, count: 3 },
      { note: 2_000, count: 7 },
    ] as const;
    expect([sumOfNotes(notes), sumOfNotes([])]).toEqual([1_514_000, 0]);
  });

  it('stand in order, each once, and those that are not there not at all', () => {
    expect(
      sortedNotes([
        { note: 1_000, count: 2 },
        { note: 500_000, count: 1 },
        { note: 1_000, count: 3 },
        { note: 200, count: 0 },
      ]),
    ).toEqual([
      { note: 500_000, count: 1 },
      { note: 1_000, count: 5 },
    ]);
  });
});
