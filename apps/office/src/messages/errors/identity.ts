import type { Sentences } from '../errors';

export const identityErrors: Sentences = {
  vi: {
    'identity.userMissing': 'Không tìm thấy người dùng này.',
    'identity.grantMissing': 'Không tìm thấy vai trò này của người dùng.',
    'identity.usernameTaken': 'Tên đăng nhập {username} đã có người dùng. Hãy chọn tên khác.',
    'identity.cashierIsAccountant': 'Thủ quỹ và kế toán phải là hai người khác nhau.',
    'identity.grantOverlaps': 'Người này đã có vai trò đó ở nơi đó trong thời gian đó.',
    'identity.grantBeyondOwn': 'Bạn chỉ giao được vai trò trong phạm vi quyền của mình.',
    'identity.notForOneself': 'Bạn không tự đổi quyền của chính mình được. Hãy nhờ người khác.',
    'identity.scopeDoesNotFit': 'Vai trò này không giao được cho phạm vi đã chọn.',
    'identity.scopeMissing': 'Không tìm thấy nơi giao quyền.',
    'identity.passwordWrong': 'Mật khẩu hiện tại không đúng.',
    'identity.passwordTooWeak': 'Mật khẩu dễ đoán hoặc ngắn quá. Dùng ít nhất {shortest} ký tự.',
    'identity.csrfMissing': 'Trang đã mở quá lâu. Tải lại trang rồi làm lại.',
  },
  en: {
    'identity.userMissing': 'This user was not found.',
    'identity.grantMissing': 'This role of the user was not found.',
    'identity.usernameTaken': 'The user name {username} is taken. Choose another.',
    'identity.cashierIsAccountant': 'The cashier and the accountant must be two people.',
    'identity.grantOverlaps': 'This person already has that role there at that time.',
    'identity.grantBeyondOwn': 'You can only give roles within your own rights.',
    'identity.notForOneself': 'You cannot change your own rights. Ask somebody else.',
    'identity.scopeDoesNotFit': 'This role cannot be given for the chosen scope.',
    'identity.scopeMissing': 'The place this right is for was not found.',
    'identity.passwordWrong': 'The current password is not right.',
    'identity.passwordTooWeak':
      'The password is too short or too easy to guess. Use at least {shortest} characters.',
    'identity.csrfMissing': 'The page was open for too long. Reload it and do it again.',
  },
};
