import type { Role } from '@cho40/kernel';
import type { ListColumns } from '@cho40/platform';
import type { UserDto } from './user.dto';

const ROLES: Readonly<Record<Role, string>> = {
  systemAdmin: 'Quản trị hệ thống',
  boardHead: 'Trưởng ban quản lý',
  boardStaff: 'Nhân viên ban quản lý',
  accountant: 'Kế toán',
  cashier: 'Thủ quỹ',
  collector: 'Người thu tiền',
  communeOfficial: 'Cán bộ xã, phường',
  departmentViewer: 'Sở Công Thương',
  auditor: 'Kiểm toán',
};

/** People with what they may do and where, the roles that still run. */
export const userColumns: ListColumns<UserDto> = {
  displayName: 'Họ tên',
  username: 'Tên đăng nhập',
  grants: {
    title: 'Vai trò',
    width: 50,
    of: (grants) =>
      grants
        .filter(({ endedAt }) => endedAt === null)
        .map(({ role, scopeName }) => [ROLES[role], scopeName].filter(Boolean).join(': '))
        .join('; '),
  },
  disabledAt: 'Khóa lúc',
};
