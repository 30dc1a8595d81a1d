import type { Request } from 'express';

/** One cookie of the request, or an empty string. Malformed escapes count as absent. */
export function cookieOf(
  req: Request | { headers: { cookie?: string | undefined } },
  cookie: string,
): string {
  const pairs = (req.headers.cookie ?? '').split(';');
  const found = pairs.find((pair) => pair.trimStart().startsWith(`${cookie}=`));
  const raw = found?.slice(found.indexOf('=') + 1).trim() ?? '';
  return /%(?![0-9a-f]{2})/i.test(raw) ? '' : decode(raw);
}

function decode(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch (error) {
    if (error instanceof URIError) return '';
    throw error;
  }
}
