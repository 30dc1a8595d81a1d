/**
 * What a refusal is about: the address does not exist (`hard`), it can take nothing at the moment (`soft`), its domain
 * does not want us (`policy`), or none of these.
 */
export type BounceClass = 'hard' | 'soft' | 'policy' | 'none';

export interface Bounce {
  class: BounceClass;
  /** The enhanced status, `5.1.1`, or the plain code when the server gave no other. */
  code: string;
  text: string;
}

const enhanced = /\b([245])\.(\d{1,3})\.(\d{1,3})\b/;
// About our own address, not the recipient's: nobody may lose invitations for it.
const aboutSender = new Set(['5.1.7', '5.1.8']);

/** The class of an enhanced status code. */
export function classOf(status: string): BounceClass {
  const [, kind = '', subject = ''] = enhanced.exec(status) ?? [];
  if (kind === '4' || status === '5.2.2') return 'soft';
  if (kind !== '5') return 'none';
  if (subject === '7' || aboutSender.has(status)) return 'policy';
  return subject === '1' || status === '5.2.1' ? 'hard' : 'none';
}

/** What the server said while it was handed the mail. A bare 550 may mean anything and is held against nobody. */
export function bounceOf({ responseCode, text }: { responseCode: number | null; text: string }): Bounce {
  const status = statusIn(text);
  if (status === '') return { class: 'none', code: String(responseCode ?? ''), text };
  return { class: classOf(status), code: status, text };
}

/** The first enhanced status code in a text; empty when there is none. */
export function statusIn(text: string): string {
  return enhanced.exec(text)?.[0] ?? '';
}
