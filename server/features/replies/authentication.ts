/** What our own mail server found out about the sender's domain; `none` when it says nothing. */
export type Authentication = 'pass' | 'fail' | 'none';

/**
 * Reads the DMARC verdict of our own server. Servers write at the top, so only the uppermost headers count, and only
 * while each names our server: whatever stands below another's may have come with the mail.
 */
export function authenticationOf(
  headers: readonly string[],
  { authservId, domain }: { authservId: string | null; domain: string },
): Authentication {
  if (authservId === null) return 'none';
  const foreign = headers.findIndex((header) => serverIn(header) !== authservId.toLowerCase());
  const own = foreign < 0 ? headers : headers.slice(0, foreign);
  const verdicts = own.flatMap((header) => verdictsIn(withoutComments(header)));
  const [first] = verdicts;
  if (!first) return 'none';
  if (first.result === 'fail') return 'fail';
  return first.result === 'pass' && first.domain === domain.toLowerCase() ? 'pass' : 'none';
}

function serverIn(header: string): string {
  return /^\s*([^\s;]+)/.exec(withoutComments(header))?.[1]?.toLowerCase() ?? '';
}

function verdictsIn(header: string): { result: string; domain: string }[] {
  return header.split(';').flatMap((part) => {
    const result = /^\s*dmarc\s*=\s*([a-z]+)/i.exec(part)?.[1]?.toLowerCase();
    const domain = /\bheader\.from\s*=\s*"?([^\s;"]+)/i.exec(part)?.[1]?.toLowerCase() ?? '';
    return result === undefined ? [] : [{ result, domain: domain.slice(domain.lastIndexOf('@') + 1) }];
  });
}

/** Comments may hold anything, even `dmarc=pass`. */
function withoutComments(header: string): string {
  let depth = 0;
  let text = '';
  for (const letter of header.slice(0, 5_000)) {
    if (letter === '(') depth += 1;
    else if (letter === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) text += letter;
  }
  return text;
}
