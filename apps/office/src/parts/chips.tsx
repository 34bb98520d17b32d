import { Chip, Group, Input } from '@mantine/core';

interface ChipsProps<Value extends string> {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
}

/** One of two or three in a form, all of them seen at once. */
export function Chips<Value extends string>(props: ChipsProps<Value>) {
  const { label, options, value, onChange } = props;
  return (
    <Input.Wrapper label={label} labelElement="div">
      <Chip.Group
        value={value}
        onChange={(text) => {
          const chosen = options.find((option) => option.value === text);
          if (chosen) onChange(chosen.value);
        }}
      >
        <Group gap="xs" mt={6} role="radiogroup" aria-label={label}>
          {options.map((option) => (
            <Chip key={option.value} value={option.value}>
              {option.label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  );
}
