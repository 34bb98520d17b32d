import { PERMISSIONS, RIGHTS, ROLES } from './permission';

describe('the table of roles and rights', () => {
  it('names every role and only rights that exist', () => {
    expect(Object.keys(RIGHTS).sort()).toEqual([...ROLES].sort());
    for (const rights of Object.values(RIGHTS))
      for (const right of rights) expect(PERMISSIONS).toContain(right);
  });

  it('lets nobody both take cash and count it', () => {
    for (const rights of Object.values(RIGHTS))
      expect(rights.includes('cash.collect') && rights.includes('cash.count')).toBe(false);
  });

  it('lets whoever counts the cash neither bill nor touch the bank', () => {
    for (const rights of Object.values(RIGHTS).filter((each) => each.includes('cash.count')))
      for (const right of ['billing.issue', 'banking.write', 'reconciliation.decide'] as const)
        expect(rights).not.toContain(right);
  });

  it('lets the Department read shares and no person', () => {
    expect(RIGHTS.departmentViewer).toEqual(['markets.read', 'adoption.read']);
  });
});
