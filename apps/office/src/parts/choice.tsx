import { IconChevronDown } from '@tabler/icons-react';
import css from './choice.module.css';

interface ChoiceProps<Value extends string> {
  /** Said to screen readers; the chosen words say it to everybody else. */
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value | null;
  onChange: (value: Value) => void;
  /** Stands while nothing is chosen. */
  placeholder?: string;
}

/**
 * One of a few, above a page or a list: the browser's own select, which needs no code and which
 * every phone shows its own way. Forms use Mantine's.
 */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, options, value, onChange, placeholder } = props;
  const choose = (text: string) => {
    const chosen = options.find((option) => option.value === text);
    if (chosen) onChange(chosen.value);
  };
  return (
    <span className={css.choice} data-empty={value === null || undefined}>
      <select
        aria-label={label}
        value={value ?? ''}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        {placeholder !== undefined && (
          <option value="" disabled hidden>
            {placeholder}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <IconChevronDown size={16} aria-hidden="true" />
    </span>
  );
}
