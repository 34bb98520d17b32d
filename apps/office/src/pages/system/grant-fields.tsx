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

/** The place of a kind where there is only one, so that nobody has to choose it. */
function useOnlyPlace(): (kind: ScopeKind) => string | null {
  const { boards, markets } = useSession();
  return (kind) => {
    const places = { board: boards, market: markets, unit: [], system: [] }[kind];
    return places.length === 1 ? (places[0]?.id ?? null) : null;
  };
}

/** The role most often given, at one's own board. */
export function useFirstGrant(): GrantValues {
  const onlyPlace = useOnlyPlace();
  return { role: 'boardStaff', scopeKind: 'board', scopeId: onlyPlace('board') };
}

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
  const onlyPlace = useOnlyPlace();
  const takeKind = (scopeKind: ScopeKind, role = values.role) =>
    set({ role, scopeKind, scopeId: onlyPlace(scopeKind) });
  return (
    <>
      <Select<Role>
        label={t('role')}
        data={ROLES.map((value) => ({ value, label: roleName(value) }))}
        value={values.role}
        onChange={(role) => role && takeKind(SCOPES[role][0], role)}
      />
      {kinds.length > 1 && (
        <Select<ScopeKind>
          label={t('scopeKind')}
          data={kinds.map((value) => ({ value, label: t(`scopeKindValue.${value}`) }))}
          value={values.scopeKind}
          onChange={(scopeKind) => scopeKind && takeKind(scopeKind)}
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
