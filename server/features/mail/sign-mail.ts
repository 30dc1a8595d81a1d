import { buffer } from 'node:stream/consumers';
import DKIM from 'nodemailer/lib/dkim';
import type { DkimKey } from './dkim-key.ts';

// Both headers of the one-click unsubscription have to be signed, or mailbox providers do not offer it; of its own
// accord the library leaves the second out.
const signedHeaders = [
  'From',
  'Sender',
  'Reply-To',
  'To',
  'Cc',
  'Subject',
  'Date',
  'Message-ID',
  'In-Reply-To',
  'References',
  'MIME-Version',
  'Content-Type',
  'Content-Transfer-Encoding',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'Auto-Submitted',
].join(':');

/** The same mail with a DKIM signature on top. The same mail and key give the same bytes. */
export async function signMail(raw: Buffer, { domain, selector, privateKey }: DkimKey): Promise<Buffer> {
  const signer = new DKIM({
    domainName: domain,
    keySelector: selector,
    privateKey,
    headerFieldNames: signedHeaders,
  });
  const signed = await buffer(signer.sign(raw));
  if (!/^DKIM-Signature:/i.test(signed.subarray(0, 20).toString('latin1')))
    throw new Error('The mail could not be signed with this key');
  return signed;
}
