import { Input, NumberInput, Table, Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { InputOf } from '../../api/reading';
import { useFormat } from '../../format';
import { Money } from '../../parts/figures';

export type NoteCount = InputOf<'/api/v1/deposits'>['notes'][number];
type Note = NoteCount['note'];
export type CountOf = Partial<Record<Note, number>>;

// The notes in circulation, the largest first, as they are counted.
const NOTES: readonly Note[] = [
  500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200,
];

export const sumOf = (counts: CountOf): number =>
  NOTES.reduce((sum, note) => sum + note * (counts[note] ?? 0), 0);

export const notesOf = (counts: CountOf): NoteCount[] =>
  NOTES.flatMap((note) => {
    const count = counts[note] ?? 0;
    return count > 0 ? [{ note, count }] : [];
  });

interface NotesInputProps {
  label: string;
  value?: CountOf;
  onChange?: (counts: CountOf) => void;
  error?: React.ReactNode;
}

/** How many of each note there are; the sum adds itself up. */
export function NotesInput({ label, value = {}, onChange, error }: NotesInputProps) {
  const t = useTranslations('safe.notes');
  const format = useFormat();
  const count = (note: Note, typed: string | number) =>
    onChange?.({ ...value, [note]: Number(typed) || 0 });
  return (
    <Input.Wrapper label={label} labelElement="div" error={error}>
      <Table verticalSpacing={4}>
        <Table.Tbody>
          {NOTES.map((note, at) => (
            <Table.Tr key={note}>
              <Table.Td>{format.money(note)}</Table.Td>
              <Table.Td>
                <NumberInput
                  aria-label={t('countOf', { note: format.money(note) })}
                  value={value[note] ?? ''}
                  onChange={(typed) => count(note, typed)}
                  min={0}
                  max={100_000}
                  allowDecimal={false}
                  hideControls
                  size="xs"
                  w="6rem"
                  data-autofocus={at === 0 || undefined}
                />
              </Table.Td>
              <Table.Td ta="right">
                <Money amount={note * (value[note] ?? 0)} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text ta="right" fw={600} role="status">
        {t('sum', { amount: format.money(sumOf(value)) })}
      </Text>
    </Input.Wrapper>
  );
}
