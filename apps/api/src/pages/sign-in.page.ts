import { escapeHtml } from './html';

export interface SignInPage {
  readonly locale: 'vi' | 'en';
  readonly next: string;
  readonly username?: string;
  readonly problem?: 'refused' | { readonly waitMinutes: number };
}

const WORDS = {
  vi: {
    title: 'Đăng nhập · Chợ 4.0',
    username: 'Tên đăng nhập',
    password: 'Mật khẩu',
    signIn: 'Đăng nhập',
    refused: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    wait: (minutes: number) => `Đã thử nhiều lần. Hãy thử lại sau ${minutes} phút.`,
  },
  en: {
    title: 'Sign in · Chợ 4.0',
    username: 'Username',
    password: 'Password',
    signIn: 'Sign in',
    refused: 'The username or the password is not right.',
    wait: (minutes: number) => `Too many tries. Try again in ${minutes} minutes.`,
  },
};

/** The sign-in page, whole, without a script. */
export function signInPage({ locale, next, username = '', problem }: SignInPage): string {
  const words = WORDS[locale];
  const said = problem === 'refused' ? words.refused : problem && words.wait(problem.waitMinutes);
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${words.title}</title></head>
<body><main><h1>Chợ 4.0</h1>
${said ? `<p role="alert">${said}</p>` : ''}
<form method="post" action="/sign-in">
<input type="hidden" name="next" value="${escapeHtml(next)}">
<label>${words.username}
<input name="username" value="${escapeHtml(username)}" autocomplete="username" required></label>
<label>${words.password}
<input name="password" type="password" autocomplete="current-password" required></label>
<button>${words.signIn}</button>
</form></main></body></html>
`;
}
