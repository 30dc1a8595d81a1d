import { createHash, verify } from 'node:crypto';

export interface DkimFinding {
  domain: string;
  selector: string;
  /** Lower case, in the order they were signed. */
  headers: string[];
  isBodyWhole: boolean;
  isSignatureRight: boolean;
}

/** Checks the topmost signature of a mail by RFC 6376, relaxed both ways. The key is what the DNS record says. */
export function checkDkim(raw: Buffer, record: string): DkimFinding {
  const text = raw.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  const headers = text.slice(0, end).split(/\r\n(?![ \t])/);
  const body = text.slice(end + 4);
  const [signature = ''] = headers.filter((line) => /^dkim-signature:/i.test(line));
  const tags = tagsOf(signature.slice(signature.indexOf(':') + 1));
  const signed = (tags.get('h') ?? '').toLowerCase().split(':');
  const unsigned = signature.replace(/(;\s*b=)[^;]*/, '$1');
  const content = [...signed.map((name) => lastOf(headers, name)), relaxed(unsigned)].join('\r\n');
  const key = `-----BEGIN PUBLIC KEY-----\n${tagsOf(record).get('p') ?? ''}\n-----END PUBLIC KEY-----`;
  const given = Buffer.from((tags.get('b') ?? '').replace(/\s+/g, ''), 'base64');
  return {
    domain: tags.get('d') ?? '',
    selector: tags.get('s') ?? '',
    headers: signed,
    isBodyWhole: bodyHash(body) === (tags.get('bh') ?? '').replace(/\s+/g, ''),
    isSignatureRight: verify('sha256', Buffer.from(content, 'latin1'), key, given),
  };
}

function tagsOf(text: string): Map<string, string> {
  return new Map(
    text.split(';').flatMap((part) => {
      const at = part.indexOf('=');
      return at === -1 ? [] : [[part.slice(0, at).trim(), part.slice(at + 1).trim()] as const];
    }),
  );
}

function lastOf(headers: readonly string[], name: string): string {
  const found = headers.filter((line) => line.toLowerCase().startsWith(`${name}:`)).at(-1);
  return found === undefined ? '' : relaxed(found);
}

function relaxed(line: string): string {
  const at = line.indexOf(':');
  const value = line
    .slice(at + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim();
  return `${line.slice(0, at).trim().toLowerCase()}:${value}`;
}

function bodyHash(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''));
  while (lines.at(-1) === '') lines.pop();
  const canonical = lines.length > 0 ? `${lines.join('\r\n')}\r\n` : '';
  return createHash('sha256').update(canonical, 'latin1').digest('base64');
}
