import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Locale, localeOf } from './locale';

const WORDS = {
  vi: {
    title: 'Xin đợi một lát',
    wait: (seconds: number) =>
      `Từ đường mạng này vừa có nhiều lượt xem. Đợi ${seconds} giây rồi tải lại trang.`,
  },
  en: {
    title: 'Please wait a moment',
    wait: (seconds: number) =>
      `This line asked very often just now. Wait ${seconds} seconds, then reload the page.`,
  },
} as const;
/** Pages that people open from a paper or from a wall, each with a limit of its own. */
const PAGES = /^\/(kiem-tra|bang-gia)\b/;

/** A person whose line asked too often reads so; a program still gets the problem as JSON. */
export function answerTooOften(http: FastifyInstance): void {
  http.addHook('onSend', async (request, reply, payload: unknown) => {
    const isPage = PAGES.test(request.routeOptions.url ?? '') && wantsPage(request);
    if (reply.statusCode !== 429 || !isPage) return payload;
    void reply.type('text/html; charset=utf-8');
    return tooOftenPage(localeOf(request), Number(reply.getHeader('retry-after')));
  });
}

const wantsPage = ({ headers: { accept = '' } }: FastifyRequest) => accept.includes('text/html');

const STYLE = `body{font:1rem/1.5 "Be Vietnam Pro",system-ui,sans-serif;color:#1c211e;background:#f7f7f3;
margin:0}main{max-width:28rem;margin:0 auto;padding:1.5rem}`;

/** Plain HTML without a script, as the pages it stands for. */
export function tooOftenPage(locale: Locale, seconds: number): string {
  const { title, wait } = WORDS[locale];
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${title} · Chợ 4.0</title>
<link rel="icon" href="/app/mark.svg"><style>${STYLE}</style></head>
<body><main><h1>${title}</h1><p role="alert">${wait(Math.max(1, Math.ceil(seconds)))}</p></main></body></html>
`;
}
