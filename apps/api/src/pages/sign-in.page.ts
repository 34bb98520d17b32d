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
    tagline: 'Thu tiền chợ qua tài khoản, rõ từng đồng.',
    signIn: 'Đăng nhập',
    username: 'Tên đăng nhập',
    password: 'Mật khẩu',
    forgotten: 'Quên mật khẩu? Nhờ trưởng ban quản lý hoặc người quản trị đặt lại.',
    refused: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    wait: (minutes: number) => `Đã thử nhiều lần. Hãy thử lại sau ${minutes} phút.`,
    other: { locale: 'en', name: 'English' },
  },
  en: {
    title: 'Sign in · Chợ 4.0',
    tagline: 'Market money paid by account, every đồng accounted for.',
    signIn: 'Sign in',
    username: 'Username',
    password: 'Password',
    forgotten: 'Forgot it? Ask the head of your board or the administrator for a new one.',
    refused: 'The username or the password is not right.',
    wait: (minutes: number) => `Too many tries. Try again in ${minutes} minutes.`,
    other: { locale: 'vi', name: 'Tiếng Việt' },
  },
} as const;

/** The sign-in page, whole, without a script; its style and mark come with the office's files. */
export function signInPage({ locale, next, username = '', problem }: SignInPage): string {
  const words = WORDS[locale];
  const said = problem === 'refused' ? words.refused : problem && words.wait(problem.waitMinutes);
  const wrong = said ? ' aria-invalid="true" aria-describedby="said"' : '';
  const other = `/sign-in?lang=${words.other.locale}&next=${encodeURIComponent(next)}`;
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${words.title}</title>
<link rel="icon" href="/app/mark.svg"><link rel="stylesheet" href="/app/sign-in.css"></head>
<body>
<header><img src="/app/mark.svg" width="56" height="56" alt="">
<p class="name">Chợ 4.0</p><p>${words.tagline}</p></header>
<main><h1>${words.signIn}</h1>
${said ? `<p role="alert" id="said">${said}</p>` : ''}
<form method="post" action="/sign-in">
<input type="hidden" name="next" value="${escapeHtml(next)}">
<label>${words.username}
<input name="username" value="${escapeHtml(username)}"${wrong} autocomplete="username"
autocapitalize="none" spellcheck="false" required></label>
<label>${words.password}
<input name="password" type="password"${wrong} autocomplete="current-password" required></label>
<button>${words.signIn}</button>
</form>
<p class="forgotten">${words.forgotten}</p>
<a href="${escapeHtml(other)}" lang="${words.other.locale}" hreflang="${words.other.locale}">${words.other.name}</a>
</main></body></html>
`;
}
