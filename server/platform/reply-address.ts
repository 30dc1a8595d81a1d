import type { Mailbox } from '../../contract/mail.ts';

/** The part of an invitation's calendar identity before the @: whoever knows it may answer for this guest. */
const tagShape = /^[0-9a-f]{32}$/;

/** Where a guest's answer by mail goes: `events+<tag>@example.org`. */
export function replyAddress(inbound: Mailbox, uid: string): Mailbox {
  const [local, domain] = halves(inbound.address);
  return { name: inbound.name, address: `${local}+${uid.slice(0, uid.indexOf('@'))}@${domain}` };
}

/** The tag in such an address; null for every other. Servers on the way may have changed the case of letters. */
export function replyTag(inbound: Mailbox, recipient: string): string | null {
  const [local, domain] = halves(inbound.address.toLowerCase());
  const [given, givenDomain] = halves(recipient.trim().toLowerCase());
  if (givenDomain !== domain || !given.startsWith(`${local}+`)) return null;
  return tagOfUid(given.slice(local.length + 1));
}

/** The tag of a UID, or of what may be one. */
export function tagOfUid(uid: string): string | null {
  const [tag] = halves(uid.trim().toLowerCase());
  return tagShape.test(tag) ? tag : null;
}

function halves(address: string): [local: string, domain: string] {
  const at = address.lastIndexOf('@');
  return at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at + 1)];
}
