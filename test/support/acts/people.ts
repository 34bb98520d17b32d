import type { Screen } from '../screen';

/** Somebody of the board, appointed with a first password. */
export interface Appointed {
  readonly name: string;
  readonly username: string;
  readonly password: string;
  readonly role: string;
}

export async function addBoard(admin: Screen, name: string): Promise<void> {
  await admin.open('/boards');
  await admin.press('Thêm ban quản lý');
  await admin.type('Tên ban quản lý', name);
  await admin.save('Đã thêm ban quản lý.');
}

/** Gives a person their role; where there is one place for it, the form has chosen it. */
export async function appoint(by: Screen, person: Appointed): Promise<void> {
  await by.open('/users');
  await by.press('Thêm người dùng');
  await by.type('Họ và tên', person.name);
  await by.type('Tên đăng nhập', person.username);
  await by.form.locator('input[type=password]').pressSequentially(person.password);
  await by.choose('Vai trò', person.role);
  await by.save('Đã thêm người dùng.');
}
