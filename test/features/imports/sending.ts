import type { Conference } from '../../../models/event.ts';
import { paths } from '../../../server/paths.ts';
import type { Answer, TestClient } from '../../support/client.ts';
import { fieldValue } from '../../support/html.ts';

/** Sends a list by the form of the first step: as a file, or pasted. */
export async function sendList(
  client: TestClient,
  event: Conference,
  fields: Record<string, string>,
): Promise<Answer> {
  const csrf = fieldValue((await client.get(paths.newGuestImport(event))).text, 'csrf') ?? '';
  return client.send('POST', paths.guestImports(event), multipart({ csrf, ...fields }));
}

export function idIn(location: string): string {
  return /imports\/([0-9a-f]{24})/.exec(location)?.[1] ?? '';
}

/** A form with a file in it, as a browser sends it; `file` is the file. */
export function multipart(fields: Record<string, string>): { body: string; headers: Record<string, string> } {
  const boundary = '----rostrum-test';
  const parts = Object.entries(fields).map(([name, value]) => {
    const about = name === 'file' ? '; filename="khach.csv"\r\nContent-Type: text/csv' : '';
    return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${about}\r\n\r\n${value}\r\n`;
  });
  return {
    body: `${parts.join('')}--${boundary}--\r\n`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}
