export type Encoding = 'base64' | 'quoted-printable' | '8bit';

export interface Part {
  headers: string[];
  body: string;
}

export function word(text: string): string {
  return `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
}

let boundaries = 0;

export function multipart(kind: 'mixed' | 'alternative', parts: readonly Part[]): Part {
  const boundary = `=_part_${(boundaries += 1)}`;
  const inner = parts.map(({ headers, body }) => [`--${boundary}`, ...headers, '', body].join('\r\n'));
  return {
    headers: [`Content-Type: multipart/${kind}; boundary="${boundary}"`],
    body: [...inner, `--${boundary}--`, ''].join('\r\n'),
  };
}

export function attached(type: string, filename: string, content: string): Part {
  const { headers, body } = part(type, 'base64', content);
  return { headers: [...headers, `Content-Disposition: attachment; filename="${filename}"`], body };
}

export function part(type: string, encoding: Encoding, content: string): Part {
  return {
    headers: [`Content-Type: ${type}`, `Content-Transfer-Encoding: ${encoding}`],
    body: encoded(content, encoding),
  };
}

function encoded(content: string, encoding: Encoding): string {
  switch (encoding) {
    case '8bit':
      return content;
    case 'base64':
      return (
        Buffer.from(content)
          .toString('base64')
          .match(/.{1,76}/g) ?? []
      ).join('\r\n');
    case 'quoted-printable':
      return content.split('\r\n').map(quoted).join('\r\n');
  }
}

function quoted(line: string): string {
  const lines = [''];
  for (const byte of Buffer.from(line)) {
    const plain = byte >= 0x21 && byte <= 0x7e && byte !== 0x3d;
    const letter =
      plain || byte === 0x20
        ? String.fromCharCode(byte)
        : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    const last = lines.at(-1) ?? '';
    if (last.length + letter.length > 72) {
      lines[lines.length - 1] = `${last}=`;
      lines.push(letter);
    } else lines[lines.length - 1] = last + letter;
  }
  return lines.join('\r\n').replace(/ $/, '=20');
}
