import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';

/** Fields that few need, folded away. */
export function Narrower({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details>
      <summary>{label}</summary>
      <Stack gap="md" mt="sm">
        {children}
      </Stack>
    </details>
  );
}
