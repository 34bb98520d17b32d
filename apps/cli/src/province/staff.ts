import type { Id, Role } from '@cho40/kernel';
import { DemoSignIns } from '@cho40/identity';
import type { Actor, Reading, Tx } from '@cho40/platform';
import { asId } from '@cho40/platform';
import { chanceOf } from './chance';
import { aName } from './people';
import { PROVINCE_SEED, type PlannedBoard } from './plan';
import { person, type Scene } from './scene';

/** The roles of a board's people, each held by somebody else. */
const BOARD_ROLES = [
  'boardHead',
  'boardStaff',
  'accountant',
  'cashier',
  'collector',
] as const satisfies readonly Role[];
export type BoardRole = (typeof BOARD_ROLES)[number];

const SHORT: Readonly<Record<BoardRole, string>> = {
  boardHead: 'truongban',
  boardStaff: 'nhanvien',
  accountant: 'ketoan',
  cashier: 'thuquy',
  collector: 'thutien',
};

const usernameOf = (board: PlannedBoard, role: BoardRole) => `${SHORT[role]}.${board.key}`;

/** Gives a board its head, staff, accountant, cashier and collector. */
export async function appointStaff(
  { libs }: Scene,
  tx: Tx,
  board: PlannedBoard,
  boardId: Id,
): Promise<void> {
  for (const role of BOARD_ROLES)
    await libs.get(DemoSignIns).create(tx, {
      username: usernameOf(board, role),
      displayName: aName(chanceOf(PROVINCE_SEED, 'staff', board.key, role)),
      grants: [{ role, scopeKind: 'board', scopeId: boardId }],
    });
}

/** The province's own people: who operates the system and who watches adoption. */
export async function appointOfficials(
  { libs }: Scene,
  tx: Tx,
  place: { provinceId: string; communeId: string },
): Promise<void> {
  const signIns = libs.get(DemoSignIns);
  await signIns.create(tx, {
    username: 'quantri',
    displayName: 'Quản trị hệ thống',
    grants: [{ role: 'systemAdmin', scopeKind: 'system', scopeId: 'system' }],
  });
  const watching = [
    ['departmentViewer', 'socongthuong', 'Sở Công Thương Tuyên Quang', place.provinceId],
    ['communeOfficial', 'xadongvan', 'Cán bộ xã Đồng Văn', place.communeId],
    ['auditor', 'kiemtoan', 'Kiểm toán viên', place.provinceId],
  ] as const;
  for (const [role, username, displayName, scopeId] of watching)
    await signIns.create(tx, {
      username,
      displayName,
      grants: [{ role, scopeKind: 'unit', scopeId }],
    });
}

/** The person of a board who holds a role, acting for it. */
export async function actorOf(
  tx: Reading,
  board: PlannedBoard,
  boardId: Id,
  role: BoardRole,
): Promise<Actor & { userId: Id }> {
  const [user] = await tx.sql<{ id: string; displayName: string }>(
    'select id, display_name as "displayName" from identity.app_user where username = $1',
    [usernameOf(board, role)],
  );
  if (!user) throw new Error(`${board.key} has no ${role}`);
  const id = asId(user.id);
  return { ...person({ id, displayName: user.displayName }, [boardId]), userId: id };
}
