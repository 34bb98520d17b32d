import type { ReactNode } from 'react';
import { useSubmit } from '../../api/use-submit';
import type { AnyForm } from '../../parts/field-errors';
import { FormDrawer } from '../../parts/form-drawer';

/** What is read again after something became of a lease. */
export const LEASE_READINGS = [
  '/api/v1/leases',
  '/api/v1/leases/{id}',
  '/api/v1/leases/{id}/history',
  '/api/v1/lease-transfers',
  '/api/v1/tenancy/markets/leased',
];

interface ActDrawerProps<Values extends object> {
  title: string;
  done: string;
  form: AnyForm<Values>;
  send: (values: Values, key: string) => Promise<unknown>;
  fieldOf?: Readonly<Record<string, string>>;
  onClose: () => void;
  children: ReactNode;
}

/** Something is done to a lease: a form whose button says what. */
export function ActDrawer<Values extends object>(props: ActDrawerProps<Values>) {
  const { title, done, form, send, fieldOf, onClose, children } = props;
  const submit = useSubmit<Values, unknown>({ send, invalidates: LEASE_READINGS });
  return (
    <FormDrawer
      title={title}
      isOpen
      onClose={onClose}
      form={form}
      submit={submit}
      fieldOf={fieldOf}
      saveLabel={title}
      savedMessage={done}
    >
      {children}
    </FormDrawer>
  );
}
