import { Checkbox } from '@mantine/core';
import type { Column } from './rows-table';

interface ChooseColumnProps<Row> {
  title: string;
  isChosen: (row: Row) => boolean;
  toggle: (row: Row) => void;
  /** What the box is called; null where a row cannot be chosen. */
  labelOf: (row: Row) => string | null;
}

/** The last column of a list whose rows are chosen for something done to all of them at once. */
export function chooseColumn<Row>(props: ChooseColumnProps<Row>): Column<Row> {
  const { title, isChosen, toggle, labelOf } = props;
  return {
    key: 'choose',
    title,
    cell: (row) => {
      const label = labelOf(row);
      return (
        label && (
          <Checkbox aria-label={label} checked={isChosen(row)} onChange={() => toggle(row)} />
        )
      );
    },
  };
}
