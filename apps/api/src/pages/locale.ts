import type { FastifyRequest } from 'fastify';

export type Locale = 'vi' | 'en';

/** Vietnamese first; English for whoever chose it, here or in the office, or whose browser asks. */
export function localeOf(request: FastifyRequest, chosen?: string): Locale {
  if (chosen === 'vi' || chosen === 'en') return chosen;
  const remembered = /(?:^|; )language=(vi|en)(?:;|$)/.exec(request.headers.cookie ?? '')?.[1];
  if (remembered) return remembered === 'en' ? 'en' : 'vi';
  const asked = request.headers['accept-language'] ?? '';
  const [vi, en] = [asked.search(/\bvi\b/), asked.search(/\ben\b/)];
  return vi === -1 && en !== -1 ? 'en' : 'vi';
}
