import { Select } from '@mantine/core';
import type { FormErrors, UseFormReturnType } from '@mantine/form';
import { useTranslations } from 'use-intl';
import { type InputOf, reading } from '../../api/reading';
import { type Role, useSession } from '../../api/session';
import { RemoteSelect } from '../../parts/remote-select';

export type NewGrant = InputOf<'/api/v1/users/{id}/grants'>;
type ScopeKind = NewGrant['scopeKind'];

/** A role and where it holds, as a form keeps it. */
export interface GrantValues {
  role: Role;
  scopeKind: ScopeKind;
  scopeId: string | null;
}

// The only place of the system's own administrators.
const WHOLE_SYSTEM = 'system';

/** Where a role may hold: money is handled for a board or a market, watched over for a unit. */
const SCOPES: Readonly<Record<Role, readonly [ScopeKind, ...ScopeKind[]]>> = {
  systemAdmin: ['system'],
  boardHead: ['board', 'market'],
  boardStaff: ['board', 'market'],
  accountant: ['board', 'market'],
  cashier: ['board', 'market'],
  collector: ['market', 'board'],
  communeOfficial: ['unit'],
  departmentViewer: ['unit'],
  auditor: ['unit', 'board'],
};
const ROLES = Object.keys(SCOPES).filter((role): role is Role => role in SCOPES);

export const firstGrant: GrantValues = { role: 'boardStaff', scopeKind: 'board', scopeId: null };

/** What the api is told. */
export const grantOf = ({ role, scopeKind, scopeId }: GrantValues): NewGrant => ({
  role,
  scopeKind,
  scopeId: scopeKind === 'system' ? WHOLE_SYSTEM : (scopeId ?? ''),
});

/** The check of these fields: every role but the system's own needs a place. */
export const placeMissing = ({ scopeKind, scopeId }: GrantValues, sentence: string): FormErrors =>
  scopeKind !== 'system' && !scopeId ? { scopeId: sentence } : {};

interface GrantFieldsProps {
  values: GrantValues;
  set: (changed: Partial<GrantValues>) => void;
  field: UseFormReturnType<GrantValues>['getInputProps'];
}

export function GrantFields({ values, set, field }: GrantFieldsProps) {
  const t = useTranslations('system.users');
  const roleName = useTranslations('shell.role');
  const kinds = SCOPES[values.role];
  const takeRole = (role: Role | null) =>
    role && set({ role, scopeKind: SCOPES[role][0], scopeId: null });
  return (
    <>
      <Select<Role>
        label={t('role')}
        data={ROLES.map((value) => ({ value, label: roleName(value) }))}
        value={values.role}
        onChange={takeRole}
      />
      {kinds.length > 1 && (
        <Select<ScopeKind>
          label={t('scopeKind')}
          data={kinds.map((value) => ({ value, label: t(`scopeKindValue.${value}`) }))}
          value={values.scopeKind}
          onChange={(scopeKind) => scopeKind && set({ scopeKind, scopeId: null })}
        />
      )}
      <Place kind={values.scopeKind} field={field} />
    </>
  );
}

function Place({ kind, field }: { kind: ScopeKind; field: GrantFieldsProps['field'] }) {
  const t = useTranslations('system.users.scopeKindValue');
  const { boards, markets } = useSession();
  const label = t(kind);
  if (kind === 'system') return null;
  if (kind === 'unit') {
    return (
      <RemoteSelect
        key={kind}
        label={label}
        read={(q) => reading('/api/v1/admin-units', { query: { q } })}
        optionOf={({ id, name }) => ({ value: id, label: name })}
        {...field('scopeId')}
      />
    );
  }
  const places = kind === 'board' ? boards : markets;
  return (
    <Select
      key={kind}
      label={label}
      data={places.map(({ id, name }) => ({ value: id, label: name }))}
      searchable
      {...field('scopeId')}
    />
  );
}
