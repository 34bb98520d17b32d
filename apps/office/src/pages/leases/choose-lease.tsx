import type { ComponentProps } from 'react';
import { reading } from '../../api/reading';
import { RemoteSelect } from '../../parts/remote-select';

interface ChooseLeaseProps extends Omit<ComponentProps<typeof RemoteSelect>, 'read' | 'optionOf'> {
  /** All markets in reach without. */
  marketId?: string | undefined;
}

/** A lease, by its stall's code or its vendor's name. */
export function ChooseLease({ marketId, ...select }: ChooseLeaseProps) {
  return (
    <RemoteSelect
      data-autofocus
      {...select}
      read={(q) => reading('/api/v1/leases', { query: { q, marketId } })}
      optionOf={({ id, stallCode, vendorName }) => ({
        value: id,
        label: `${stallCode} · ${vendorName}`,
      })}
    />
  );
}
