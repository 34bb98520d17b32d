import { TextInput, type TextInputProps } from '@mantine/core';
import { useMergedRef } from '@mantine/hooks';
import { type Ref, useLayoutEffect, useRef } from 'react';
import { formatCount, useFormat } from '../format';

interface MoneyInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  /** Whole đồng; null while the field is empty. */
  value?: number | null;
  onChange?: (amount: number | null) => void;
  ref?: Ref<HTMLInputElement>;
}

const MOST_DIGITS = 13;

/** How many digits stand after a place in the text. */
const digitsAfter = (text: string, place: number) => text.slice(place).replace(/\D/g, '').length;

/** The place in the text with so many digits behind it. */
function placeBefore(text: string, digits: number): number {
  let place = text.length;
  while (place > 0 && digitsAfter(text, place) < digits) place -= 1;
  return place;
}

/** A sum of whole đồng, grouped while it is typed; the cursor stays where it was. */
export function MoneyInput({ value = null, onChange, ref, ...input }: MoneyInputProps) {
  const { locale } = useFormat();
  const field = useRef<HTMLInputElement>(null);
  const behindCursor = useRef<number>(null);
  const text = value === null ? '' : formatCount(value, locale);
  useLayoutEffect(() => {
    if (behindCursor.current === null) return;
    const place = placeBefore(text, behindCursor.current);
    field.current?.setSelectionRange(place, place);
    behindCursor.current = null;
  }, [text]);
  return (
    <TextInput
      {...input}
      ref={useMergedRef(field, ref)}
      inputMode="numeric"
      autoComplete="off"
      value={text}
      rightSection={<span aria-hidden="true">đ</span>}
      onChange={({ currentTarget }) => {
        const typed = currentTarget.value;
        behindCursor.current = digitsAfter(typed, currentTarget.selectionStart ?? typed.length);
        const digits = typed.replace(/\D/g, '').slice(0, MOST_DIGITS);
        onChange?.(digits === '' ? null : Number(digits));
      }}
    />
  );
}
